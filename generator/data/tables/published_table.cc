#include "data/tables/published_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "data/tables/protection.h"
#include "data/tables/tables.h"

namespace signpost {

PublishedFigure PublishedFigure::count_of(const ShownCount& shown) { return {shown.count(), "c"}; }

PublishedFigure PublishedFigure::percent_of(const ShownCount& shown) {
  return {shown.percent(), "c"};
}

PublishedFigure PublishedFigure::not_available() { return {std::nullopt, "x"}; }

PublishedTable PublishedTable::protect(DataTable table, const DisclosureRules& rules,
                                       Diagnostics& diagnostics) {
  hide_small_counts(table, rules, diagnostics);
  return PublishedTable(std::move(table));
}

PublishedTable::PublishedTable(TableDescription description, std::vector<TableColumn> columns)
    : about_(std::move(description)), columns_(std::move(columns)) {}

PublishedTable::PublishedTable(DataTable&& table)
    : about_(std::move(table.about)),
      columns_(std::move(table.columns)),
      rows_(std::move(table.rows)),
      is_broken_(table.is_broken) {
  for (const TableCheck& check : table.checks) {
    about_.exceptions.push_back(check.unless);
    if (check.kind == CheckKind::kRange || check.kind == CheckKind::kShare) continue;
    totals_.push_back(check.result.name);
  }
  const DisclosurePlan& plan = table.disclosure;
  may_lack_base_ = plan.people != PeopleCounts::kNone && !plan.release && !table.base_number;
}

bool PublishedTable::has_share_of_too_few(double base, DisclosureProfile profile) const {
  if (!may_lack_base_) return false;
  for (const TableRow& row : rows_) {
    for (std::size_t c = 0; c < row.cells.size() && c < columns_.size(); ++c) {
      const TableColumn& column = columns_[c];
      const std::optional<double>& share = row.cells[c].value;
      if (column.percent != PercentKind::kShare || !column.base_key.empty() || !share) continue;
      if (!may_show_share(*share, base, profile)) return true;
    }
  }
  return false;
}

void PublishedTable::add_row(std::string name, std::span<const PublishedFigure> figures) {
  TableRow& row = rows_.emplace_back();
  row.cells.push_back({.text = std::move(name)});
  for (const PublishedFigure& figure : figures) {
    TableCell& cell = row.cells.emplace_back();
    cell.symbol = figure.symbol();
    if (figure.value()) cell.value = static_cast<double>(*figure.value());
  }
}

void PublishedTable::keep_columns(std::span<const std::string_view> names) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const TableColumn& column = columns_[i];
    const bool is_named = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return name == column.key || name == column.title;
    });
    if (i == 0 || is_named) kept.push_back(i);
  }
  std::vector<TableColumn> columns;
  columns.reserve(kept.size());
  for (const std::size_t i : kept) columns.push_back(std::move(columns_[i]));
  for (TableRow& row : rows_) {
    std::vector<TableCell> cells;
    cells.reserve(kept.size());
    for (const std::size_t i : kept) cells.push_back(std::move(row.cells[i]));
    row.cells = std::move(cells);
  }
  columns_ = std::move(columns);
}

void PublishedTable::keep_rows(std::span<const std::string_view> names) {
  std::erase_if(rows_, [&](const TableRow& row) {
    return std::find(names.begin(), names.end(), row.cells[0].text) == names.end();
  });
}

std::optional<std::size_t> find_column(std::span<const TableColumn> columns,
                                       std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].key == name || columns[i].title == name) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_row(std::span<const TableRow> rows, std::string_view name) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].cells.empty() && rows[i].cells[0].text == name) return i;
  }
  return std::nullopt;
}

}  // namespace signpost
