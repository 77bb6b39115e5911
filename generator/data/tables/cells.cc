#include "data/tables/cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "data/cell_text.h"
#include "data/tables/people_columns.h"
#include "data/tables/told_names.h"
#include "data/written_figure.h"

namespace signpost {
namespace {

// Cells of one column that are named when they are wrong; one cause is behind all of them.
constexpr std::size_t kNamedWrongCells = 5;

// A cell that a spreadsheet would work out: =SUM(A1:A9), +A1, @A1.
bool is_cell_formula(std::string_view text) {
  if (text.size() < 2) return false;
  if (text[0] == '=' || text[0] == '@') return true;
  const char second = ascii_lower(text.substr(1, 1))[0];
  const bool is_name = (second >= 'a' && second <= 'z') || second == '(' || second == '$';
  return (text[0] == '+' || text[0] == '-') && is_name;
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

// What the cells of a column are, by number.
struct ColumnSurvey {
  std::size_t numbers = 0, unclear = 0, words = 0, withheld = 0;
  std::size_t percentages = 0, amounts = 0, whole = 0, years = 0;
  std::string_view currency = {};  // of the last amount
};

ColumnSurvey survey(const DataTable& table, std::size_t column) {
  ColumnSurvey found;
  for (const TableRow& row : table.rows) {
    if (column >= row.cells.size()) continue;
    const std::string& text = row.cells[column].text;
    const WrittenFigure figure = read_figure(text);
    if (figure.kind == FigureKind::kUnclear) ++found.unclear;
    if (figure.kind == FigureKind::kWords) ++(is_cell_formula(text) ? found.unclear : found.words);
    if (figure.kind == FigureKind::kSymbol && figure.symbol == "c") ++found.withheld;
    if (figure.kind != FigureKind::kNumber) continue;
    ++found.numbers;
    if (figure.number.percent) ++found.percentages;
    if (is_whole_number(figure.number.value)) ++found.whole;
    if (is_year(text)) ++found.years;
    if (figure.currency.empty()) continue;
    ++found.amounts;
    found.currency = figure.currency;
  }
  return found;
}

bool is_called_percentage(const TableColumn& column) {
  const std::string title = ascii_lower(column.title);
  return title.find('%') != std::string::npos || title.find("per cent") != std::string::npos ||
         title.find("percent") != std::string::npos;
}

// Whether the column is one of years, "Year" or "School years".
bool holds_years(const TableColumn& column, const ColumnSurvey& found) {
  const std::string title = ascii_lower(column.title);
  return found.years == found.numbers && found.unclear == 0 && found.withheld == 0 &&
         (title.ends_with("year") || title.ends_with("years"));
}

// Reads one cell and reports what is wrong with it.
struct CellReader {
  const TableColumn& column;
  const ColumnSurvey& others;  // the whole column
  std::size_t row_number;
  Place place;
  bool may_name;  // figures
  Diagnostics& diagnostics;

  // The figure as it is written, or no word of it.
  [[nodiscard]] std::string named(std::string_view text) const {
    return may_name ? std::string(text) : "the figure";
  }

  void report(std::string_view rule, std::string_view what, std::string help) const {
    diagnostics.add(
        rule, place,
        fmt::format("row {}, column \"{}\": {}", row_number, shortened(column.title), what),
        std::move(help));
  }

  void report_number(std::string_view text, std::string_view what, std::string help) const {
    if (may_name) {
      return report("data-number", fmt::format("\"{}\" {}", shortened(text), what),
                    std::move(help));
    }
    report("data-number", fmt::format("the cell {}", what),
           "write digits alone, such as 6,628; for what is not known, write x");
  }

  // What no cell may hold. Returns whether it was that.
  bool refuse(std::string_view text) const {
    if (is_cell_formula(text)) {
      report("data-formula", fmt::format("\"{}\" looks like a formula", shortened(text)),
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
    const WrittenFigure figure = read_figure(cell.text);
    switch (figure.kind) {
      case FigureKind::kBlank:
        cell.symbol = "x";
        return;
      case FigureKind::kSymbol:
        cell.symbol = figure.symbol;
        return;
      case FigureKind::kNumber:
        cell.value = figure.number.value;
        cell.decimals = figure.number.decimals;
        return check_number(figure, cell.text);
      default:
        cell.symbol = "x";
        report_number(cell.text, figure.what, figure.help);
    }
  }

  void check_number(const WrittenFigure& figure, std::string_view text) const {
    const Number& number = figure.number;
    const bool is_share = column.percent == PercentKind::kShare;
    if (is_share && (number.value < 0 || number.value > 100)) {
      report("data-percent", fmt::format("{} is not a possible percentage of a whole", named(text)),
             "shares lie between 0 and 100; for how much more or less, describe the table in "
             "YAML with percent: change");
    } else if (number.value < 0 && column.percent != PercentKind::kChange && !column.negative) {
      report("data-negative", fmt::format("{} is below 0, which a count cannot be", named(text)),
             "check the sign; for amounts that can be below 0, describe the table in YAML with "
             "negative: true");
    } else if (number.percent && column.percent == PercentKind::kNone) {
      report("data-number", fmt::format("{} is a percentage, but the column is not", named(text)),
             "give the column percent: true");
    } else if (is_share && !number.percent && others.percentages > 0 && !column.is_said &&
               !is_called_percentage(column)) {
      report("data-number",
             fmt::format("{} has no %, but the others of the column have", named(text)),
             may_name ? fmt::format("write {}%, or give counts a column of their own", text)
                      : "write % behind it, or give counts a column of their own");
    } else if (!figure.currency.empty() && figure.currency != column.currency) {
      report("data-number",
             fmt::format("{} is an amount of money, but the others of the column are not",
                         named(text)),
             "give amounts a column of their own");
    } else if (number.decimals == 3 && !is_whole_number(number.value) &&
               others.whole * 2 > others.numbers) {
      report(
          "data-number",
          fmt::format("{} has a point between its thousands, or is no whole number", named(text)),
          "write thousands with a comma, such as 6,628");
    }
  }

  // A figure among words: nobody can say whether it counts people.
  void check_words(std::string_view text) const {
    const WrittenFigure figure = read_figure(text);
    if (figure.kind == FigureKind::kUnclear) {
      return report_number(text, figure.what, figure.help);
    }
    if (figure.kind != FigureKind::kNumber || !figure.currency.empty() || is_year(text)) return;
    report_number(text, "is a figure in a column of words",
                  "write figures in all of its cells or in none; for names that are figures, "
                  "describe the table in YAML and give the column numeric: false");
  }
};

// Appends what was found in the column, the first of it where it is much.
void append_first(const Diagnostics& found, const TableColumn& column, const std::string& path,
                  Diagnostics& diagnostics) {
  std::size_t count = 0;
  for (const Diagnostic& each : found.all()) {
    if (++count <= kNamedWrongCells) {
      diagnostics.add(each.rule, each.place, each.message, each.help);
    }
  }
  if (count <= kNamedWrongCells) return;
  const std::size_t more = count - kNamedWrongCells;
  diagnostics.add(
      "data-number", {path, 0, 0, 0},
      fmt::format("{} more cell{} of the column \"{}\" {} wrong", more, more == 1 ? "" : "s",
                  shortened(column.title), more == 1 ? "is" : "are"),
      "put right the first ones, then check again");
}

}  // namespace

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         parse_number(text).has_value();
}

std::vector<TableColumn> columns_of(const CsvFile& file) {
  std::vector<TableColumn> columns;
  columns.reserve(file.header.size());
  for (const CsvCell& cell : file.header) columns.push_back({.key = cell.text, .title = cell.text});
  return columns;
}

void find_numeric_columns(DataTable& table) {
  for (std::size_t i = 1; i < table.columns.size(); ++i) {
    TableColumn& column = table.columns[i];
    const ColumnSurvey found = survey(table, i);
    if (found.amounts * 2 > found.numbers) column.currency = found.currency;
    if (column.is_said) continue;
    const std::size_t figures = found.numbers + found.unclear;
    // Where every count is withheld, no figure is left to tell.
    const bool is_withheld = figures == 0 && found.words == 0 && found.withheld > 0;
    column.numeric =
        is_withheld || (figures > 0 && figures >= found.words && !holds_years(column, found));
    const bool is_share = is_called_percentage(column) || found.percentages * 2 > found.numbers;
    if (column.numeric && is_share) column.percent = PercentKind::kShare;
  }
}

void read_cells(DataTable& table, Diagnostics& diagnostics) {
  const bool counts_people = table.disclosure.people != PeopleCounts::kNone;
  const bool may_name = may_name_figures(table);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const TableColumn& column = table.columns[c];
    const ColumnSurvey others = column.numeric ? survey(table, c) : ColumnSurvey{};
    const bool is_of_people = c > 0 && counts_people && people_of_column(table, c).has_value();
    Diagnostics found;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      TableRow& row = table.rows[r];
      if (c >= row.cells.size()) continue;
      TableCell& cell = row.cells[c];
      const Place place{row.path, cell.line, cell.column,
                        static_cast<std::uint32_t>(cell.text.size())};
      const CellReader reader{column, others, r + 1, place, may_name, found};
      const bool is_refused = reader.refuse(cell.text);
      if (column.numeric && !is_refused) {
        reader.read_number(cell);
      } else if (column.numeric) {
        cell.symbol = "x";
      } else if (is_of_people && !pair_in_cell(cell.text).empty()) {
        reader.report_number(cell.text, pair_in_cell(cell.text),
                             "give each of them a column of its own");
      } else if (c > 0 && counts_people && !column.is_said && !is_refused) {
        reader.check_words(cell.text);
      }
    }
    append_first(found, column, table.path, diagnostics);
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
