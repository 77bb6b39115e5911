#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "files/documents/inspectors.h"
#include "files/documents/sheet_parts.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

bool has_value(const XmlElement& cell) {
  return cell.has_child("v") || cell.has_child("is") || cell.has_child("f");
}

// Rows and columns that are hidden and hold something.
void inspect_sheet(std::string_view xml, std::string_view title, Told& told) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> columns;  // those that are hidden
  visit_xml(xml, [&](const XmlElement& element) {
    if (element.name() == "col" && is_hidden_line(element, "width")) {
      columns.emplace_back(whole_number(element.attribute("min")),
                           whole_number(element.attribute("max")));
    } else if (element.name() == "c" && has_value(element)) {
      const std::uint32_t column = column_number(element.attribute("r"));
      const bool is_in_column = std::ranges::any_of(columns, [&](const auto& range) {
        return column >= range.first && column <= range.second;
      });
      if (is_in_column) told.add(fmt::format("hidden columns of the sheet \"{}\"", title));
      if (is_hidden_line(element.parent(), "ht")) {
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
  visit_xml(package.read("xl/workbook.xml"), [&](const XmlElement& element) {
    if (element.name() != "definedName" || !is_yes(element.attribute("hidden"))) return;
    const std::string_view name = element.attribute("name");
    // Excel hides the ranges of its filters, the solver its settings.
    const bool is_of_program = name.starts_with("_xl") || name.starts_with("solver_") ||
                               name.starts_with("Slicer") || name.starts_with("_");
    if (!is_of_program) told.add_name("the hidden name", name);
  });
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
        const std::size_t author = whole_number(element.attribute("authorId"));
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
