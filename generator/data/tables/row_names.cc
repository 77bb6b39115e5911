#include "data/tables/row_names.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "data/cell_text.h"
#include "data/tables/cells.h"
#include "data/written_figure.h"

namespace signpost {
namespace {

// Rows that are named when they are wrong; one cause is behind all of them.
constexpr std::size_t kNamedRows = 5;

Place place_of(const TableRow& row) {
  const TableCell& name = row.cells[0];
  return {row.path, name.line, name.column, static_cast<std::uint32_t>(name.text.size())};
}

bool is_empty_but_name(const TableRow& row) {
  return row.cells.size() > 1 &&
         std::all_of(row.cells.begin() + 1, row.cells.end(),
                     [](const TableCell& cell) { return cell.text.empty(); });
}

// The name of the row with its other words: in a table of two names a row, the first comes again.
std::string full_name(const DataTable& table, const TableRow& row) {
  std::string name = row.cells[0].text;
  for (std::size_t c = 1; c < row.cells.size() && c < table.columns.size(); ++c) {
    if (!table.columns[c].numeric) name.append(1, '\n').append(row.cells[c].text);
  }
  return name;
}

// Whether figures name the rows: years, a row of numbers without gaps, or a column that says so.
bool are_names(const TableColumn& column, const std::vector<double>& values, bool are_years) {
  static constexpr std::string_view kNouns[] = {
      "year",  "age",   "old",   "month", "week",  "day",    "quarter", "term",
      "step",  "stage", "level", "clas",  "grade", "band",   "decile",  "rank",
      "group", "no",    "tier",  "phase", "code",  "session"};
  const std::string title = ascii_lower(column.title);
  for (std::string_view word : split(title, ' ')) {
    while (!word.empty() && std::string_view("s.,:()").find(word.back()) != word.npos) {
      word.remove_suffix(1);
    }
    if (std::ranges::find(kNouns, word) != std::end(kNouns)) return true;
  }
  if (are_years) return true;
  if (values.size() < 3) return false;
  const double step = values[1] - values[0];
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (std::abs(values[i] - values[i - 1] - step) > 1e-7) return false;
  }
  return std::abs(std::abs(step) - 1) < 1e-7;
}

void check_figures_as_names(const DataTable& table, Diagnostics& diagnostics) {
  if (table.columns[0].numeric || table.columns[0].is_said) return;
  std::vector<double> values;
  std::size_t words = 0;
  bool are_years = true;
  const TableRow* first = nullptr;
  for (const TableRow& row : table.rows) {
    const WrittenFigure figure = read_figure(row.cells[0].text);
    if (figure.kind == FigureKind::kWords) ++words;
    if (figure.kind != FigureKind::kNumber) continue;
    if (first == nullptr) first = &row;
    values.push_back(figure.number.value);
    are_years = are_years && is_year(row.cells[0].text);
  }
  if (first == nullptr || values.size() < words) return;
  if (are_names(table.columns[0], values, are_years)) return;
  diagnostics.add("data-row-name", place_of(*first),
                  fmt::format("the first column, \"{}\", names the rows, but holds figures such as "
                              "\"{}\"",
                              shortened(table.columns[0].title), first->cells[0].text),
                  "put a column with the names of the rows first; figures that are names go with "
                  "a word, such as \"Age 5\"");
}

}  // namespace

void check_row_names(const DataTable& table, Diagnostics& diagnostics) {
  if (table.columns.empty()) return;
  std::map<std::string, const TableRow*> known;
  std::size_t nameless = 0, twice = 0, alone = 0;
  for (const TableRow& row : table.rows) {
    if (row.cells.empty()) continue;
    const std::string& name = row.cells[0].text;
    if (name.empty()) {
      if (++nameless > kNamedRows) continue;
      diagnostics.add("data-row-name", place_of(row), "the row has no name in its first column",
                      "write what it is, such as Total; where cells were joined, write the name in "
                      "each row");
      continue;
    }
    const bool is_of_csv = row.path.ends_with(".csv");
    if (is_of_csv && !table.is_broken) {
      if (is_empty_but_name(row) && ++alone <= kNamedRows) {
        diagnostics.add(
            "csv-layout", place_of(row),
            fmt::format("\"{}\" has a name and nothing else", shortened(name)),
            "delete the row if it is a heading or a note, which can go under note: in a YAML file; "
            "for a figure that is not known, write x");
        continue;
      }
    }
    const auto [other, is_new] = known.emplace(full_name(table, row), &row);
    if (is_new || ++twice > kNamedRows) continue;
    const Place first = place_of(*other->second);
    diagnostics.add(
        "data-row-name", place_of(row),
        fmt::format("the row \"{}\" is there twice, first in line {}{}", shortened(name),
                    first.line, first.path == row.path ? "" : " of " + first.path),
        "give each row a name of its own, or delete one of the two");
  }
  if (table.disclosure.people != PeopleCounts::kNone) check_figures_as_names(table, diagnostics);
}

}  // namespace signpost
