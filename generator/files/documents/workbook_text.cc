#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "files/documents/sheet_parts.h"
#include "files/documents/text_readers.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

unsigned unsigned_in(std::string_view text) {
  unsigned number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Row and column from 0 of "AB12"; false where it is none.
bool read_reference(std::string_view reference, std::size_t& row, std::size_t& column) {
  std::size_t letters = 0, number = 0;
  for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z';
       ++letters) {
    if (letters == 3) return false;
    number = number * 26 + static_cast<std::size_t>(reference[letters] - 'A') + 1;
  }
  const unsigned line = unsigned_in(reference.substr(letters));
  if (letters == 0 || line == 0) return false;
  row = line - 1;
  column = number - 1;
  return true;
}

std::string words_of(const XmlElement& element) {
  std::string words;
  walk_xml(element,
           [&](const XmlElement& each) {
             if (each.name() == "t") words += each.text();
             return each.name() != "t" && each.name() != "rPh";
           },
           {});
  return words;
}

std::vector<std::string> shared_strings(Package& package) {
  std::vector<std::string> strings;
  visit_xml(package.read("xl/sharedStrings.xml"), [&](const XmlElement& element) {
    if (element.name() == "si") strings.push_back(words_of(element));
  });
  return strings;
}

// Whether a format of numbers shows a day (ECMA-376, part 1, 18.8.31): it has d, m or y outside of
// quotation marks and brackets.
bool is_date_code(std::string_view code) {
  char close = '\0';
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (close != '\0') {
      if (c == close) close = '\0';
    } else if (c == '"' || c == '[') {
      close = c == '"' ? '"' : ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
      return true;
    }
  }
  return false;
}

// The numbers of the styles of cells that show a day (18.8.30: 14 to 17 and 22 do without a code).
std::set<unsigned> date_styles(Package& package) {
  std::set<unsigned> formats = {14, 15, 16, 17, 22}, styles;
  unsigned style = 0;
  visit_xml(package.read("xl/styles.xml"), [&](const XmlElement& element) {
    if (element.name() == "numFmt" && is_date_code(element.attribute("formatCode"))) {
      formats.insert(unsigned_in(element.attribute("numFmtId")));
    } else if (element.name() == "xf" && element.parent().name() == "cellXfs") {
      if (formats.contains(unsigned_in(element.attribute("numFmtId")))) styles.insert(style);
      ++style;
    }
  });
  return styles;
}

// The day that Excel counts as `text`, from 30 December 1899 (18.17.4.1); `text` where it is none.
std::string day_of(std::string_view text) {
  constexpr double kLastDay = 2958465;  // 31 December 9999
  double serial = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
  if (error != std::errc{} || serial < 61 || serial > kLastDay) return std::string(text);
  const std::chrono::sys_days first = std::chrono::year{1899} / 12 / 30;
  return iso_date(Date{first + std::chrono::days{static_cast<int>(std::floor(serial))}});
}

class SheetReader {
 public:
  SheetReader(const std::vector<std::string>& strings, const std::set<unsigned>& dates)
      : strings_(strings), dates_(dates) {}

  DocumentTable read(std::string_view xml, std::string_view title, DocumentText& text) {
    table_ = {fmt::format("the sheet \"{}\"", title), true, {}};
    row_ = column_ = 0;
    bool has_row = false;
    visit_xml(xml, [&](const XmlElement& element) {
      const std::string_view name = element.name();
      if (name == "row") {
        if (has_row) ++row_;
        has_row = true;
        column_ = 0;
      } else if (name == "c") {
        read_cell(element);
      } else if (element.parent().name() == "headerFooter") {
        text.add(fmt::format("in a header or footer of the sheet \"{}\"", title), element.text());
      }
    });
    return std::move(table_);
  }

 private:
  void read_cell(const XmlElement& cell) {
    read_reference(cell.attribute("r"), row_, column_);
    std::string words = value_of(cell);
    if (!trimmed(words).empty()) table_.cells.push_back({row_, column_, std::move(words)});
    ++column_;
  }

  [[nodiscard]] std::string value_of(const XmlElement& cell) const {
    const std::string_view type = cell.attribute("t");
    std::string value;
    if (type == "inlineStr") return words_of(cell);
    walk_xml(cell,
             [&](const XmlElement& each) {
               if (each.name() == "v") value = each.text();
               return false;
             },
             {});
    if (type == "s") {
      const unsigned index = unsigned_in(value);
      return index < strings_.size() ? strings_[index] : "";
    }
    const bool is_number = type.empty() || type == "n";
    return is_number && dates_.contains(unsigned_in(cell.attribute("s"))) ? day_of(value) : value;
  }

  const std::vector<std::string>& strings_;
  const std::set<unsigned>& dates_;
  DocumentTable table_;
  std::size_t row_ = 0, column_ = 0;
};

}  // namespace

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

void read_workbook_text(Package& package, DocumentText& text) {
  read_office_properties(package, text);
  const std::vector<std::string> strings = shared_strings(package);
  const std::set<unsigned> dates = date_styles(package);
  SheetReader reader(strings, dates);
  for (const SheetPart& sheet : sheet_parts(package)) {
    text.tables.push_back(reader.read(package.read(sheet.part), sheet.title, text));
  }
  for (const std::string& name : package.names()) {
    if (!name.ends_with(".xml")) continue;
    if (name.starts_with("xl/drawings/")) read_office_part(package, name, "in a text box", text);
    if (name.starts_with("xl/charts/chart")) read_office_part(package, name, "in a chart", text);
  }
}

}  // namespace signpost
