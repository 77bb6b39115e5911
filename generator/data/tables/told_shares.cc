#include "data/tables/told_shares.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "data/tables/lines.h"
#include "disclosure/share_base.h"

namespace signpost {
namespace {

constexpr double kAlmost = 1e-6;  // of what a double cannot hold

// The shares of a column that are parts: not the whole, 100.
struct ColumnShares {
  std::vector<PrintedShare> shares;
  std::vector<std::size_t> rows;
  double sum = 0, room = 0;  // `room`: what rounding leaves open
};

ColumnShares shares_of(const DataTable& table, std::size_t column) {
  ColumnShares result;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (column >= table.rows[r].cells.size()) continue;
    const TableCell& cell = table.rows[r].cells[column];
    if (!cell.value || *cell.value >= 100) continue;
    result.shares.push_back({*cell.value, cell.decimals});
    result.rows.push_back(r);
    result.sum += *cell.value;
    result.room += 0.5 * std::pow(10, -cell.decimals);
  }
  return result;
}

bool hides_something(const DataTable& table, std::size_t column) {
  return std::ranges::any_of(table.rows, [&](const TableRow& row) {
    return column < row.cells.size() && row.cells[column].symbol == "c";
  });
}

void add_at(std::string_view rule, const DataTable& table, std::size_t row, std::size_t column,
            std::string message, std::string help, Diagnostics& diagnostics) {
  const TableCell& cell = table.rows[row].cells[column];
  diagnostics.add(
      rule,
      {table.rows[row].path, cell.line, cell.column, static_cast<std::uint32_t>(cell.text.size())},
      std::move(message), std::move(help));
}

void check_unknown_base(const DataTable& table, std::size_t column, DisclosureProfile profile,
                        Diagnostics& diagnostics) {
  const ColumnShares found = shares_of(table, column);
  const bool is_whole = found.sum > 90 && found.sum <= 100 + found.room + kAlmost;
  const std::optional<std::size_t> telling =
      find_telling_share(found.shares, is_whole, disclosure_threshold(profile));
  if (!telling) return;
  const std::size_t row = found.rows[*telling];
  add_at("disclosure-percentage", table, row, column,
         fmt::format("\"{}\" in \"{}\" is likely to be a few people: percentages as exact as these "
                     "fit few numbers of people",
                     table.rows[row].cells[0].text, table.columns[column].title),
         "round to whole percentages and join small rows, or write of how many people they are "
         "after base:",
         diagnostics);
}

// Whether what is left of `base` when `shares` are taken away can only be a few people.
bool leaves_few(const ColumnShares& found, double base, DisclosureProfile profile) {
  const double rest = 100 - found.sum;
  const auto least =
      static_cast<std::int64_t>(std::ceil((rest - found.room) * base / 100 - kAlmost));
  const auto most =
      static_cast<std::int64_t>(std::floor((rest + found.room) * base / 100 + kAlmost));
  if (least < 1 || !is_small_count(most, profile)) return false;
  return most - least + 1 < kFewestValues;
}

void check_rest_of_shares(const DataTable& table, std::size_t column, DisclosureProfile profile,
                          Diagnostics& diagnostics) {
  const ColumnShares found = shares_of(table, column);
  if (found.shares.size() < 2 || !leaves_few(found, *table.base_number, profile)) return;
  add_at(
      "disclosure-by-subtraction", table, found.rows.back(), column,
      fmt::format("what \"{}\" leaves to 100% of \"{}\" is a count of 1 to {}, which can be "
                  "worked out",
                  table.columns[column].title, table.about.base, disclosure_threshold(profile) - 1),
      "round to whole percentages, or count those who are left with another row", diagnostics);
}

// The counts of a column against a total that only `base` gives.
void check_rest_of_counts(const DataTable& table, std::size_t column, DisclosureProfile profile,
                          Diagnostics& diagnostics) {
  double sum = 0;
  for (const TableRow& row : table.rows) {
    if (column >= row.cells.size() || !row.cells[column].value) return;
    sum += *row.cells[column].value;
  }
  const double rest = *table.base_number - sum;
  if (table.rows.size() < 2 || !is_small_count(std::llround(rest), profile)) return;
  add_at(
      "disclosure-by-subtraction", table, table.rows.size() - 1, column,
      fmt::format("what \"{}\" leaves to \"{}\" is a count of 1 to {}, which can be worked out",
                  table.columns[column].title, table.about.base, disclosure_threshold(profile) - 1),
      "give the number in base: that the rows add up to, or count those who are left with "
      "another row",
      diagnostics);
}

}  // namespace

void check_told_counts(const DataTable& table, DisclosureProfile profile,
                       Diagnostics& diagnostics) {
  const DisclosurePlan& plan = table.disclosure;
  if (plan.people == PeopleCounts::kNone || plan.release || table.rows.empty()) return;
  for (std::size_t c = 1; c < table.columns.size(); ++c) {
    const TableColumn& column = table.columns[c];
    if (hides_something(table, c) || !column.base_key.empty()) continue;
    if (column.percent == PercentKind::kShare) {
      if (!table.base_number) {
        if (!table.about.base.empty()) check_unknown_base(table, c, profile, diagnostics);
      } else {
        check_rest_of_shares(table, c, profile, diagnostics);
      }
    } else if (table.base_number && is_count_column(table, c)) {
      check_rest_of_counts(table, c, profile, diagnostics);
    }
  }
}

}  // namespace signpost
