#include "data/table_details.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "privacy/child_names.h"

namespace signpost {
namespace {

constexpr std::size_t kShortestDetail = 6;  // bytes: "a@b.uk"

// Whom the cells of a row tell together.
void find_child_of_row(const CsvFile& csv, const std::vector<CsvCell>& row, const FileText& file,
                       PlacedDetails& details) {
  std::vector<NamedCell> cells;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string_view head = i < csv.header.size() ? csv.header[i].text : std::string_view();
    cells.push_back({head, row[i].text});
  }
  const std::optional<std::size_t> child = find_child_in_row(cells);
  if (!child) return;
  const CsvCell& cell = row[*child];
  std::string shown(trimmed(cell.text));
  Place place{std::string(file.path()), cell.line, cell.column,
              static_cast<std::uint32_t>(shown.size())};
  details.push_back({PersonalKind::kInitials, shown, shown, std::move(place)});
}

}  // namespace

void find_table_details(const CsvFile& csv, std::string_view text, PlacedDetails& details) {
  const FileText file{csv.path, text};
  for (const CsvCell& cell : csv.header) {
    find_details(cell.text, "", file, cell.line, cell.column, details);
  }
  for (const std::vector<CsvCell>& row : csv.rows) {
    find_child_of_row(csv, row, file, details);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].text.size() < kShortestDetail) continue;
      std::string label = i < csv.header.size() ? csv.header[i].text : "";
      if (i > 0) label += " " + row[0].text;
      find_details(row[i].text, label, file, row[i].line, row[i].column, details);
    }
  }
}

}  // namespace signpost
