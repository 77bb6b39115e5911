#include "data/tables/withheld_table.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "data/tables/cells.h"
#include "data/tables/lines.h"

namespace signpost {
namespace {

bool is_same_figure(const TableCell& a, const TableCell& b) {
  return a.value == b.value && a.symbol == b.symbol;
}

}  // namespace

bool hides_figures(const DataTable& original, const PublishedTable& published) {
  for (std::size_t r = 0; r < original.rows.size(); ++r) {
    const std::vector<TableCell>& cells = original.rows[r].cells;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (!is_same_figure(cells[c], published.rows()[r].cells[c])) return true;
      if (cells[c].symbol == "c") return true;
    }
  }
  return false;
}

namespace {

// `rounds`: whether the table shows its counts rounded.
CellState state_of(const TableCell& original, const TableCell& published, DisclosureProfile profile,
                   bool rounds) {
  if (!original.value) {
    return original.symbol == "c" ? CellState::kWithheld : CellState::kAbsent;
  }
  if (published.value) {
    return rounds ? CellState::kRounded : CellState::kShown;
  }
  const std::int64_t value = std::llround(*original.value);
  return is_small_count(value, profile) ? CellState::kSmall : CellState::kProtecting;
}

// The words that say what the table counts.
std::string words_about(const DataTable& table) {
  return table.about.caption + ' ' + table.about.unit + ' ' + table.about.base;
}

// The counts that percentages of a known number of people stand for. A shown one leaves all counts
// that are rounded to it.
void add_shares(const DataTable& original, const PublishedTable& published,
                DisclosureProfile profile, WithheldTable& result) {
  for (std::size_t r = 0; r < original.rows.size(); ++r) {
    const TableRow& row = original.rows[r];
    for (std::size_t c = 0; c < row.cells.size() && c < original.columns.size(); ++c) {
      if (original.columns[c].percent != PercentKind::kShare || !row.cells[c].value) continue;
      const std::optional<double> base = base_of(original, row, original.columns[c]);
      if (!base || published.rows()[r].cells[c].value) continue;
      const double percent = *row.cells[c].value;
      const std::int64_t value = std::llround(percent * *base / 100);
      if (!is_small_count(value, profile)) continue;
      result.counts.push_back({r, c, value, {1, disclosure_threshold(profile) - 1}, true, true});
    }
  }
}

}  // namespace

WithheldTable withheld_table(std::string_view name, const DataTable& original,
                             const PublishedTable& published, DisclosureProfile profile) {
  WithheldTable result{
      .name = std::string(name),
      .title = original.about.caption.empty() ? std::string(name) : original.about.caption,
      .about = words_about(original),
      .is_grid = true,
      .kind = {},
      .period = original.about.period};
  for (const TableRow& row : original.rows) {
    const TableCell& first = row.cells.front();
    result.rows.push_back(first.text);
    result.measures.push_back(row.measure);
    result.row_places.push_back({row.path, first.line, 0, 0});
  }
  for (const TableColumn& column : original.columns) result.columns.push_back(column.title);
  const TableCounts counts = table_counts(original);
  const std::int64_t most = most_of(counts.counts);
  const bool rounds = profile == DisclosureProfile::kStrict && original.disclosure.protects;
  for (std::size_t i = 0; i < counts.places.size(); ++i) {
    const auto [r, c] = counts.places[i];
    const TableCell& shown = published.rows()[r].cells[c];
    const CellState state = state_of(original.rows[r].cells[c], shown, profile, rounds);
    const std::int64_t value = shown.value ? std::llround(*shown.value) : 0;
    WithheldCount count = withheld_count(counts.counts.cells[i], {state, value}, profile, most);
    count.row = r;
    count.column = c;
    result.counts.push_back(count);
  }
  result.lines = counts.counts.lines;
  add_shares(original, published, profile, result);
  for (const TableRow& row : published.rows()) {
    std::vector<std::optional<Number>>& figures = result.printed.emplace_back();
    for (const TableCell& cell : row.cells) {
      figures.push_back(cell.value ? std::optional(Number{*cell.value, cell.decimals})
                                   : std::nullopt);
    }
  }
  result.base_number = original.base_number;
  result.checks = original.checks;
  result.claims = original.claims;
  return result;
}

}  // namespace signpost
