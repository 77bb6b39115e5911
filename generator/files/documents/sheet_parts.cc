#include "files/documents/sheet_parts.h"

#include <charconv>
#include <functional>
#include <map>

#include <fmt/format.h>

namespace signpost {

std::vector<SheetPart> sheet_parts(Package& package) {
  std::map<std::string, std::string, std::less<>> parts;
  visit_xml(package.read("xl/_rels/workbook.xml.rels"), [&](const XmlElement& element) {
    if (element.name() != "Relationship") return;
    std::string_view target = element.attribute("Target");
    if (target.starts_with("/xl/")) target.remove_prefix(4);
    parts.emplace(element.attribute("Id"), fmt::format("xl/{}", target));
  });
  std::vector<SheetPart> sheets;
  const bool is_xml = visit_xml(package.read("xl/workbook.xml"), [&](const XmlElement& element) {
    if (element.name() != "sheet") return;
    const std::string_view state = element.attribute("state");
    // "r:id" and "sheetId" are two; only the first ends in "id".
    const auto part = parts.find(element.attribute("id"));
    sheets.push_back({part == parts.end() ? "" : part->second,
                      std::string(element.attribute("name")),
                      state == "hidden" || state == "veryHidden"});
  });
  if (!is_xml) package.fail("its list of sheets is damaged");
  return sheets;
}

std::uint32_t column_number(std::string_view reference) {
  std::uint32_t column = 0;
  for (const char c : reference.substr(0, 3)) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::uint32_t>(c - 'A') + 1;
  }
  return column;
}

std::uint32_t row_number(std::string_view reference) {
  const std::size_t begin = reference.find_first_of("0123456789");
  return begin == std::string_view::npos ? 0 : whole_number(reference.substr(begin));
}

std::uint32_t whole_number(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_hidden_line(const XmlElement& element, std::string_view size) {
  const std::string_view value = element.attribute(size);
  return is_yes(element.attribute("hidden")) || value == "0" || value == "0.0";
}

}  // namespace signpost
