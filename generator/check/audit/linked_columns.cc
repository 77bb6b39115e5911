// Columns of several tables that make up another: two years and both of them, areas and all, where
// only their names say so.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "check/audit/linked_tables.h"
#include "data/tables/lines.h"

namespace signpost {
namespace {

// Of more columns with the same rows not every two are added up; of more than the second number not
// every three.
constexpr std::size_t kMostAlike = 40;
constexpr std::size_t kMostOfThree = 12;
// Smaller columns are the sum of others by chance.
constexpr std::int64_t kLeastWhole = 30;
constexpr std::size_t kFewestAlikeRows = 2;

// A cell as it was counted, with its count in the system where it is one of a withheld table.
struct ColumnCell {
  std::int64_t value = 0;
  std::optional<std::size_t> id = {};
  Place place = {};
};

// A column by the names of its rows.
struct CountColumn {
  std::size_t table = 0;  // index into PrintedNumbers::tables
  bool hides = false, has_period = false;
  std::string title = {};
  std::map<std::string, ColumnCell> cells = {};
};

class ColumnSums {
 public:
  explicit ColumnSums(const AuditInput& input) : input_(input) {
    for (std::size_t i = 0; i < input.printed.tables.size(); ++i) add_table(i);
  }

  void search() {
    for (const auto& [names, columns] : by_rows_) {
      const bool hides = std::ranges::any_of(columns, [](const auto& c) { return c.hides; });
      if (hides && columns.size() >= 3 && columns.size() <= kMostAlike) search_group(columns);
    }
  }

 private:
  void add_table(std::size_t index) {
    const PrintedTable& printed = input_.printed.tables[index];
    const PublishedTable& table = *printed.table;
    const CountIds ids = ids_of(printed);
    for (std::size_t c = 1; c < table.columns().size(); ++c) {
      const TableColumn& column = table.columns()[c];
      if (!column.numeric || column.percent != PercentKind::kNone) continue;
      CountColumn found{.table = index, .title = column.title};
      std::vector<std::string> names;
      bool is_whole = true;
      for (std::size_t r = 0; r < table.rows().size() && is_whole; ++r) {
        const TableRow& row = table.rows()[r];
        if (c >= row.cells.size() || is_total_name(row.cells.front().text)) continue;
        std::optional<ColumnCell> cell = cell_at(printed, ids, r, c);
        is_whole = cell.has_value();
        if (!is_whole) break;
        found.hides |= cell->id.has_value() && is_unknown(*cell->id);
        std::string name = ascii_lower(row.cells.front().text);
        names.push_back(name);
        found.cells.emplace(std::move(name), std::move(*cell));
      }
      std::ranges::sort(names);
      const bool is_unique = found.cells.size() == names.size();
      if (!is_whole || !is_unique || names.size() < kFewestAlikeRows) continue;
      found.has_period = printed.own != kNowhere && tables()[printed.own].period.has_value();
      by_rows_[std::move(names)].push_back(std::move(found));
    }
  }

  [[nodiscard]] std::span<const WithheldTable> tables() const { return input_.tables.tables(); }

  [[nodiscard]] bool is_unknown(std::size_t id) const {
    const WholeNumber& known = input_.tables.linked().counts[id].known;
    return known.low != known.high;
  }

  // By row and column.
  using CountIds = std::map<std::pair<std::size_t, std::size_t>, std::size_t>;

  [[nodiscard]] CountIds ids_of(const PrintedTable& printed) const {
    CountIds ids;
    if (printed.own == kNowhere) return ids;
    const std::vector<WithheldCount>& counts = tables()[printed.own].counts;
    for (std::size_t i = 0; i < counts.size(); ++i) ids[{counts[i].row, counts[i].column}] = i;
    return ids;
  }

  // The count, or nothing where it is none or not known.
  [[nodiscard]] std::optional<ColumnCell> cell_at(const PrintedTable& printed, const CountIds& ids,
                                                  std::size_t r, std::size_t c) const {
    const TableRow& row = printed.table->rows()[r];
    const TableCell& cell = row.cells[c];
    ColumnCell found{.place = {row.path, cell.line, cell.column, 0}};
    if (const auto id = ids.find({r, c}); id != ids.end()) {
      const WithheldCount& count = tables()[printed.own].counts[id->second];
      if (!count.has_value) return std::nullopt;
      found.value = count.value;
      found.id = input_.tables.id(printed.own, id->second);
      return found;
    }
    const bool is_count = cell.value && *cell.value >= 0 && *cell.value < 1e9 &&
                          *cell.value == std::floor(*cell.value);
    if (!is_count) return std::nullopt;
    found.value = std::llround(*cell.value);
    return found;
  }

  void search_group(const std::vector<CountColumn>& columns) {
    for (std::size_t whole = 0; whole < columns.size(); ++whole) {
      for (std::size_t a = 0; a < columns.size(); ++a) {
        for (std::size_t b = a + 1; b < columns.size(); ++b) {
          if (a == whole || b == whole) continue;
          tell(columns[whole], {&columns[a], &columns[b]});
          if (columns.size() > kMostOfThree) continue;
          for (std::size_t c = b + 1; c < columns.size(); ++c) {
            if (c != whole) tell(columns[whole], {&columns[a], &columns[b], &columns[c]});
          }
        }
      }
    }
  }

  void tell(const CountColumn& whole, const std::vector<const CountColumn*>& parts) {
    std::int64_t all = 0;
    for (const auto& [name, total] : whole.cells) {
      std::int64_t sum = 0;
      for (const CountColumn* part : parts) sum += part->cells.at(name).value;
      if (sum != total.value) return;
      all += sum;
    }
    // One table's own columns are looked at as its lines, times by find_period_sums.
    bool hides = whole.hides, is_elsewhere = false, has_period = whole.has_period;
    for (const CountColumn* part : parts) {
      hides |= part->hides;
      is_elsewhere |= part->table != whole.table;
      has_period &= part->has_period;
    }
    if (all < kLeastWhole || !hides || !is_elsewhere || has_period) return;
    for (const auto& [name, total] : whole.cells) tell_row(name, whole, parts);
  }

  void tell_row(const std::string& name, const CountColumn& whole,
                const std::vector<const CountColumn*>& parts) {
    std::vector<SignedTerm> terms;
    std::int64_t sum = 0;
    const auto add = [&](const ColumnCell& cell, int sign) {
      if (cell.id) {
        terms.push_back({*cell.id, sign});
      } else {
        sum -= sign * cell.value;
      }
    };
    for (const CountColumn* part : parts) add(part->cells.at(name), 1);
    const ColumnCell& total = whole.cells.at(name);
    add(total, -1);
    if (terms.empty()) return;
    input_.tables.tell(std::move(terms), sum, sum, {TellerKind::kCell, total.place, whole.title});
  }

  const AuditInput& input_;
  std::map<std::vector<std::string>, std::vector<CountColumn>> by_rows_;
};

}  // namespace

void find_column_sums(const AuditInput& input) { ColumnSums(input).search(); }

}  // namespace signpost
