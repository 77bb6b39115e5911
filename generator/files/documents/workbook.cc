#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "files/documents/inspectors.h"
#include "files/documents/sheet_parts.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

// The number of the column in "AB12", from 1.
unsigned column_of(std::string_view reference) {
  unsigned column = 0;
  for (const char c : reference.substr(0, 3)) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<unsigned>(c - 'A') + 1;
  }
  return column;
}

unsigned number_of(std::string_view text) {
  unsigned number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_hidden(const XmlElement& element, std::string_view size) {
  const std::string_view value = element.attribute(size);
  return is_yes(element.attribute("hidden")) || value == "0" || value == "0.0";
}

bool has_value(const XmlElement& cell) {
  return cell.has_child("v") || cell.has_child("is") || cell.has_child("f");
}

// Rows and columns that are hidden and hold something.
void inspect_sheet(std::string_view xml, std::string_view title, Told& told) {
  std::vector<std::pair<unsigned, unsigned>> columns;  // those that are hidden
  visit_xml(xml, [&](const XmlElement& element) {
    if (element.name() == "col" && is_hidden(element, "width")) {
      columns.emplace_back(number_of(element.attribute("min")),
                           number_of(element.attribute("max")));
    } else if (element.name() == "c" && has_value(element)) {
      const unsigned column = column_of(element.attribute("r"));
      const bool is_in_column = std::ranges::any_of(columns, [&](const auto& range) {
        return column >= range.first && column <= range.second;
      });
      if (is_in_column) told.add(fmt::format("hidden columns of the sheet \"{}\"", title));
      if (is_hidden(element.parent(), "ht")) {
        told.add(fmt::format("hidden rows of the sheet \"{}\"", title));
      }
    }
  });
}

}  // namespace

void inspect_workbook(Package& package, Told& told) {
  std::map<std::string, std::string> titles;  // by part
  for (const SheetPart& sheet : sheet_parts(package)) {
    if (sheet.is_hidden) told.add_name("the hidden sheet", sheet.title);
    titles.emplace(sheet.part, sheet.title);
  }
  for (const std::string& name : package.names()) {
    const std::string_view part = name;
    if (part.starts_with("xl/worksheets/") && part.ends_with(".xml")) {
      const auto title = titles.find(name);
      inspect_sheet(package.read(name), title == titles.end() ? part.substr(14) : title->second,
                    told);
    } else if (part.starts_with("xl/comments") || part.starts_with("xl/threadedComments/")) {
      std::vector<std::string> authors;
      visit_xml(package.read(name), [&](const XmlElement& element) {
        if (element.name() == "author") authors.push_back(element.text());
        if (element.name() != "comment") return;
        const std::size_t author = number_of(element.attribute("authorId"));
        told.count("comment", author < authors.size() ? authors[author] : "");
      });
    } else if (part.starts_with("xl/persons/")) {
      visit_xml(package.read(name), [&](const XmlElement& element) {
        told.add_name("an author of comments,", element.attribute("displayName"));
      });
    } else if (part.starts_with("xl/pivotCache/pivotCacheRecords")) {
      told.add("the rows behind a pivot table");
    } else if (part.starts_with("xl/externalLinks/external")) {
      told.add("values of another workbook");
    } else if (part == "xl/connections.xml") {
      told.add("a connection to a database");
    } else if (part.starts_with("xl/revisions/")) {
      told.add("the history of its changes");
    } else if (part.starts_with("xl/model/")) {
      told.add("a data model");
    }
  }
}

}  // namespace signpost
