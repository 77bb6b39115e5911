#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "files/documents/sheet_parts.h"
#include "files/documents/text_readers.h"

namespace signpost {
namespace {

// Days without their time of day: "2015-03-12T10:00:00" is "2015-03-12".
std::string_view without_time(std::string_view text) {
  constexpr std::size_t kDay = 10;
  constexpr std::size_t kMoment = 19;
  const bool is_moment = text.size() == kMoment && text[kDay] == 'T' && text[4] == '-';
  return is_moment ? text.substr(0, kDay) : text;
}

DocumentTable table_of(const Worksheet& sheet) {
  DocumentTable table{fmt::format("the sheet \"{}\"", sheet.title), true, {}};
  for (const SheetRow& row : sheet.rows) {
    for (const SheetCell& cell : row.cells) {
      if (trimmed(cell.text).empty()) continue;
      table.cells.push_back(
          {row.number - 1, cell.column - 1, std::string(without_time(cell.text))});
    }
  }
  return table;
}

}  // namespace

void read_workbook_text(Package& package, DocumentText& text) {
  read_office_properties(package, text);
  for (const Worksheet& sheet : read_sheets(package).sheets) {
    for (const std::string& margin : sheet.margins) {
      text.add(fmt::format("in a header or footer of the sheet \"{}\"", sheet.title), margin);
    }
    text.tables.push_back(table_of(sheet));
  }
  for (const std::string& name : package.names()) {
    if (!name.ends_with(".xml")) continue;
    if (name.starts_with("xl/drawings/")) read_office_part(package, name, "in a text box", text);
    if (name.starts_with("xl/charts/chart")) read_office_part(package, name, "in a chart", text);
  }
}

}  // namespace signpost
