#include "data/tables/cells.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "data/numbers.h"

namespace signpost {
namespace {

// What spreadsheets and programs write where they have no number.
bool is_no_number(std::string_view text) {
  static constexpr std::string_view kWords[] = {"nan",     "inf",     "-inf", "infinity", "-nan",
                                                "#ref!",   "#div/0!", "#n/a", "#name?",   "#num!",
                                                "#value!", "#null!",  "####", "n/a",      "null"};
  return std::ranges::find(kWords, ascii_lower(text)) != std::end(kWords);
}

// A cell that a spreadsheet would work out: =SUM(A1:A9), +A1, @A1. A dash alone is none.
bool is_formula(std::string_view text) {
  if (text.size() < 2 || parse_number(text)) return false;
  if (text[0] == '=' || text[0] == '@') return true;
  return (text[0] == '+' || text[0] == '-') && text[1] != ' ' && !is_no_number(text);
}

// Whether the text is written as a date is, of which none exists: 2018-02-30.
bool is_wrong_date(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !digit : text[i] != '-') return false;
  }
  return !parse_date(text);
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         parse_number(text).has_value();
}

bool could_be_figure(std::string_view text) {
  return text.empty() || parse_number(text) || !find_symbol(text).empty() || is_no_number(text) ||
         is_formula(text);
}

bool holds_figures(const DataTable& table, std::size_t column) {
  bool has_number = false;
  bool only_years = true;
  for (const TableRow& row : table.rows) {
    const std::string& text = row.cells[column].text;
    if (!could_be_figure(text)) return false;
    if (!parse_number(text)) continue;
    has_number = true;
    only_years = only_years && is_year(text);
  }
  const bool is_years =
      only_years && ascii_lower(table.columns[column].title).find("year") != std::string::npos;
  return has_number && !is_years;
}

bool holds_percentages(const DataTable& table, std::size_t column) {
  const std::string title = ascii_lower(table.columns[column].title);
  const bool is_named = title.find('%') != std::string::npos ||
                        title.find("per cent") != std::string::npos ||
                        title.find("percent") != std::string::npos;
  return is_named || std::any_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
           return row.cells[column].text.ends_with('%');
         });
}

// Reads one cell and reports what is wrong with it.
struct CellReader {
  const TableColumn& column;
  std::size_t row_number;
  Place place;
  Diagnostics& diagnostics;

  void report(std::string_view rule, std::string_view what, std::string help) const {
    diagnostics.add(rule, place,
                    fmt::format("row {}, column \"{}\": {}", row_number, column.title, what),
                    std::move(help));
  }

  // What no cell may hold. Returns whether it was that.
  bool refuse(std::string_view text) const {
    if (is_formula(text)) {
      report("data-formula", fmt::format("\"{}\" looks like a formula", text),
             "type what it comes to; in a spreadsheet, paste as \"values only\"");
      return true;
    }
    if (is_wrong_date(text)) {
      report("data-date", fmt::format("\"{}\" is not a date that exists", text),
             "write the year, month and day: 2026-09-30");
      return true;
    }
    return false;
  }

  void read_number(TableCell& cell) const {
    if (cell.text.empty()) {
      cell.symbol = "x";
      return;
    }
    if (const std::string_view symbol = find_symbol(cell.text); !symbol.empty()) {
      cell.symbol = symbol;
      return;
    }
    const std::optional<Number> number = parse_number(cell.text);
    if (!number) {
      cell.symbol = "x";
      report("data-number", fmt::format("\"{}\" is not a number", cell.text),
             "write digits, such as 6,628; for what is not known, write x");
      return;
    }
    cell.value = number->value;
    cell.decimals = number->decimals;
    check_bounds(*number, cell.text);
  }

  void check_bounds(const Number& number, std::string_view text) const {
    const bool is_share = column.percent == PercentKind::kShare;
    if (is_share && (number.value < 0 || number.value > 100)) {
      report("data-percent", fmt::format("{} is not a possible percentage of a whole", text),
             "shares lie between 0 and 100; for how much more or less, describe the table in "
             "YAML with percent: change");
    } else if (number.value < 0 && column.percent != PercentKind::kChange && !column.negative) {
      report("data-negative", fmt::format("{} is below 0, which a count cannot be", text),
             "check the sign; for amounts that can be below 0, describe the table in YAML with "
             "negative: true");
    } else if (number.percent && column.percent == PercentKind::kNone) {
      report("data-number", fmt::format("{} is a percentage, but the column is not", text),
             "give the column percent: true");
    }
  }
};

}  // namespace

std::vector<TableColumn> columns_of(const CsvFile& file) {
  std::vector<TableColumn> columns;
  columns.reserve(file.header.size());
  for (const CsvCell& cell : file.header) columns.push_back({.key = cell.text, .title = cell.text});
  return columns;
}

void find_numeric_columns(DataTable& table) {
  for (std::size_t i = 1; i < table.columns.size(); ++i) {
    TableColumn& column = table.columns[i];
    column.numeric = holds_figures(table, i);
    if (column.numeric && holds_percentages(table, i)) column.percent = PercentKind::kShare;
  }
}

void read_cells(DataTable& table, Diagnostics& diagnostics) {
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    TableRow& row = table.rows[r];
    for (std::size_t c = 0; c < row.cells.size() && c < table.columns.size(); ++c) {
      TableCell& cell = row.cells[c];
      const Place place{row.path, cell.line, cell.column,
                        static_cast<std::uint32_t>(cell.text.size())};
      const CellReader reader{table.columns[c], r + 1, place, diagnostics};
      const bool refused = reader.refuse(cell.text);
      if (!table.columns[c].numeric) continue;
      if (refused) {
        cell.symbol = "x";
      } else {
        reader.read_number(cell);
      }
    }
  }
}

std::optional<double> base_of(const DataTable& table, const TableRow& row,
                              const TableColumn& column) {
  if (column.base_key.empty()) return table.base_number;
  const std::optional<std::size_t> base = find_column(table.columns, column.base_key);
  if (!base || *base >= row.cells.size()) return std::nullopt;
  return row.cells[*base].value;
}

}  // namespace signpost
