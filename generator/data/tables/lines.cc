#include "data/tables/lines.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "data/numbers.h"
#include "data/tables/people_columns.h"

namespace signpost {
namespace {

// Looking for sums that nobody declared takes the cube of this.
constexpr std::size_t kMostLinesToLookAt = 120;

// A table seen along its rows or its columns: `at(i, j)` is the cell of line i at place j.
struct Direction {
  const TableCounts& table;
  bool by_rows = true;
  std::vector<std::size_t> lines, places;
  std::vector<bool> is_named_total;  // of each of `lines`

  [[nodiscard]] std::optional<std::size_t> at(std::size_t line, std::size_t place) const {
    const std::size_t row = by_rows ? lines[line] : places[place];
    const std::size_t column = by_rows ? places[place] : lines[line];
    return table.cells[row][column];
  }
};

// How the lines from `first` to `last` compare with `total`, place by place.
struct Comparison {
  std::size_t equal = 0;      // places with a total above 0 that they add up to
  std::size_t different = 0;  // places where they do not
};

Comparison compare(const Direction& direction, std::size_t first, std::size_t last,
                   std::size_t total) {
  const std::vector<Count>& counts = direction.table.counts.cells;
  Comparison result;
  for (std::size_t place = 0; place < direction.places.size(); ++place) {
    const std::optional<std::size_t> whole = direction.at(total, place);
    if (!whole || counts[*whole].kind != CountKind::kKnown) continue;
    std::int64_t sum = 0;
    bool is_known = true;
    for (std::size_t line = first; line <= last && is_known; ++line) {
      const std::optional<std::size_t> cell = direction.at(line, place);
      is_known = cell && counts[*cell].kind != CountKind::kWithheld;
      if (is_known) sum += counts[*cell].value;
      // A sum that is too large already stays so.
      if (sum > counts[*whole].value) return {result.equal, result.different + 1};
    }
    if (!is_known) continue;
    const std::int64_t value = counts[*whole].value;
    if (sum != value) ++result.different;
    if (sum == value && value > 0) ++result.equal;
  }
  return result;
}

void add_lines(const Direction& direction, std::size_t first, std::size_t last, std::size_t total,
               std::vector<SumLine>& found) {
  for (std::size_t place = 0; place < direction.places.size(); ++place) {
    const std::optional<std::size_t> whole = direction.at(total, place);
    if (!whole) continue;
    SumLine line{{}, *whole};
    for (std::size_t i = first; i <= last; ++i) {
      if (const std::optional<std::size_t> cell = direction.at(i, place)) {
        line.parts.push_back(*cell);
      }
    }
    if (line.parts.size() > 1) found.push_back(std::move(line));
  }
}

// Runs of neighbours that add up to a line in two places or more, and nowhere do not.
void find_runs(const Direction& direction, std::vector<SumLine>& found) {
  const std::size_t count = direction.lines.size();
  if (count > kMostLinesToLookAt) return;
  for (std::size_t total = 0; total < count; ++total) {
    for (std::size_t first = 0; first + 1 < count; ++first) {
      for (std::size_t last = first + 1; last < count; ++last) {
        if (first <= total && total <= last) break;
        const Comparison sums = compare(direction, first, last, total);
        if (sums.equal >= 2 && sums.different == 0) add_lines(direction, first, last, total, found);
      }
    }
  }
}

// All that stands before a line called a total, after the total before it.
void find_named_totals(const Direction& direction, std::vector<SumLine>& found) {
  std::size_t first = 0;
  for (std::size_t line = 0; line < direction.lines.size(); ++line) {
    if (!direction.is_named_total[line]) continue;
    if (line >= first + 2 && compare(direction, first, line - 1, line).different == 0) {
      add_lines(direction, first, line - 1, line, found);
    }
    first = line + 1;
  }
}

// Resolves the terms of a check to cells of one row or column.
class CheckLines {
 public:
  CheckLines(const DataTable& table, const TableCounts& counts) : table_(table), counts_(counts) {}

  void add(const TableCheck& check, std::vector<SumLine>& found) const {
    if (check.kind != CheckKind::kSum) return;
    const bool by_columns = find_column(table_.columns, check.terms.front().name).has_value();
    const std::size_t count = by_columns ? table_.rows.size() : table_.columns.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_for(check, by_columns, i)) continue;
      if (std::optional<SumLine> line = line_at(check, by_columns, i)) {
        found.push_back(std::move(*line));
      }
    }
  }

 private:
  [[nodiscard]] bool is_for(const TableCheck& check, bool by_columns, std::size_t i) const {
    return check.only.empty() ||
           std::any_of(check.only.begin(), check.only.end(), [&](const TableTerm& term) {
             return (by_columns ? find_row(table_.rows, term.name)
                                : find_column(table_.columns, term.name)) == i;
           });
  }

  [[nodiscard]] std::optional<std::size_t> cell_of(const TableTerm& term, bool by_columns,
                                                   std::size_t i) const {
    const std::optional<std::size_t> other =
        by_columns ? find_column(table_.columns, term.name) : find_row(table_.rows, term.name);
    if (!other) return std::nullopt;
    return by_columns ? counts_.cells[i][*other] : counts_.cells[*other][i];
  }

  // "C - D = E" says that D and E add up to C.
  [[nodiscard]] std::optional<SumLine> line_at(const TableCheck& check, bool by_columns,
                                               std::size_t i) const {
    std::vector<std::size_t> plus, minus;
    for (const TableTerm& term : check.terms) {
      const std::optional<std::size_t> cell = cell_of(term, by_columns, i);
      if (!cell) return std::nullopt;
      (term.is_minus ? minus : plus).push_back(*cell);
    }
    const std::optional<std::size_t> result = cell_of(check.result, by_columns, i);
    if (!result) return std::nullopt;
    if (minus.empty()) return SumLine{std::move(plus), *result};
    if (plus.size() != 1) return std::nullopt;
    minus.push_back(*result);
    return SumLine{std::move(minus), plus.front()};
  }

  const DataTable& table_;
  const TableCounts& counts_;
};

Count count_of(const TableCell& cell) {
  const bool is_no_count = cell.value && (!is_whole_number(*cell.value) || *cell.value < 0);
  if (is_no_count) return {CountKind::kAbsent, 0};
  if (cell.value) return {CountKind::kKnown, std::llround(*cell.value)};
  return {cell.symbol == "c" ? CountKind::kWithheld : CountKind::kAbsent, 0};
}

// Whether a check says that there is more in it than its parts.
bool has_more_than_parts(const DataTable& table, std::string_view name) {
  return std::any_of(table.checks.begin(), table.checks.end(), [&](const TableCheck& check) {
    return check.kind == CheckKind::kAtMost && check.result.name == name;
  });
}

bool is_named_total(const DataTable& table, std::string_view name) {
  return is_total_name(name) && !has_more_than_parts(table, name);
}

Direction direction_of(const DataTable& table, const TableCounts& counts, bool by_rows) {
  Direction direction{counts, by_rows, {}, {}, {}};
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    (by_rows ? direction.lines : direction.places).push_back(r);
    if (by_rows)
      direction.is_named_total.push_back(is_named_total(table, table.rows[r].cells[0].text));
  }
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!is_count_column(table, c)) continue;
    (by_rows ? direction.places : direction.lines).push_back(c);
    if (!by_rows) direction.is_named_total.push_back(is_named_total(table, table.columns[c].title));
  }
  return direction;
}

}  // namespace

bool is_total_name(std::string_view name) {
  const std::string lower = ascii_lower(trimmed(name));
  for (const std::string_view word : {"total", "all", "altogether", "overall", "everyone"}) {
    if (lower.starts_with(word) &&
        (lower.size() == word.size() || lower[word.size()] == ' ' || lower[word.size()] == ':')) {
      return true;
    }
  }
  return lower.ends_with(" total");
}

bool is_count_column(const DataTable& table, std::size_t column) {
  const TableColumn& description = table.columns[column];
  if (!description.numeric || !description.currency.empty()) return false;
  if (description.percent != PercentKind::kNone) return is_called_percentage_wrongly(table, column);
  std::size_t whole = 0, broken = 0;
  for (const TableRow& row : table.rows) {
    if (column >= row.cells.size() || !row.cells[column].value) continue;
    const double value = *row.cells[column].value;
    if (description.negative && value < 0 && !people_of_column(table, column)) return false;
    ++(is_whole_number(value) ? whole : broken);
  }
  return whole >= broken;
}

TableCounts table_counts(const DataTable& table) {
  TableCounts result;
  std::vector<bool> is_count(table.columns.size());
  for (std::size_t c = 0; c < is_count.size(); ++c) is_count[c] = is_count_column(table, c);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    std::vector<std::optional<std::size_t>>& cells = result.cells.emplace_back();
    cells.resize(table.columns.size());
    for (std::size_t c = 0; c < table.columns.size() && c < table.rows[r].cells.size(); ++c) {
      if (!is_count[c]) continue;
      cells[c] = result.counts.cells.size();
      result.counts.cells.push_back(count_of(table.rows[r].cells[c]));
      result.places.push_back({r, c});
    }
  }
  std::vector<SumLine> found;
  for (const TableCheck& check : table.checks) CheckLines(table, result).add(check, found);
  const bool looks_for_sums = result.counts.cells.size() <= kMostProvedCells;
  for (const bool by_rows : {true, false}) {
    if (!looks_for_sums) break;
    const Direction direction = direction_of(table, result, by_rows);
    find_named_totals(direction, found);
    find_runs(direction, found);
  }
  std::set<std::pair<std::vector<std::size_t>, std::size_t>> known;
  for (SumLine& line : found) {
    std::sort(line.parts.begin(), line.parts.end());
    if (known.emplace(line.parts, line.total).second) result.counts.lines.push_back(line);
  }
  return result;
}

}  // namespace signpost
