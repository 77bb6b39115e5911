#include "data/tables/checks.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "data/numbers.h"
#include "data/tables/cells.h"
#include "data/tables/claims.h"

namespace signpost {
namespace {

// A figure of the table as a check meets it.
struct Figure {
  double value = 0;
  std::uint8_t decimals = 0;
  bool is_minus = false;
  const TableCell* cell = nullptr;  // nullptr: a number written in the check
  const TableRow* row = nullptr;

  [[nodiscard]] double signed_value() const { return is_minus ? -value : value; }
};

// Where the figures of a check stand: across the columns of a row, or down the rows of a column.
enum class SumDirection : std::uint8_t { kAcross, kDown };

std::string shown(double value, std::uint8_t decimals) { return number_text(value, decimals); }

// Makes one check of one table.
class Checker {
 public:
  Checker(const DataTable& table, const TableCheck& check, Diagnostics& diagnostics)
      : table_(table), check_(check), diagnostics_(diagnostics) {}

  void run() {
    if (!find_direction()) return;
    const std::size_t count =
        direction_ == SumDirection::kAcross ? table_.rows.size() : table_.columns.size();
    for (std::size_t line = 0; line < count; ++line) {
      if (is_wanted(line)) check_line(line);
    }
    if (check_.unless.empty() || failed_) return;
    diagnostics_.add("data-unless", check_.place, "the check holds, but \"unless\" says why not",
                     "take the words after unless out");
  }

 private:
  static bool is_all(const std::vector<TableTerm>& terms) {
    return terms.size() == 1 && terms[0].name == "all";
  }

  [[nodiscard]] bool is_figure(const TableTerm& term) const {
    return !parse_number(term.name) || find_row(table_.rows, term.name) ||
           find_column(table_.columns, term.name);
  }

  // Whether all names of the check are columns, or all are rows; reports the first that is neither.
  bool find_direction() {
    std::vector<const TableTerm*> names;
    if (!is_all(check_.terms)) {
      for (const TableTerm& term : check_.terms) names.push_back(&term);
    }
    if (!check_.result.name.empty() && is_figure(check_.result)) names.push_back(&check_.result);
    std::erase_if(names, [&](const TableTerm* term) { return !is_figure(*term); });
    const auto is_column = [&](const TableTerm* term) {
      return find_column(table_.columns, term->name).has_value();
    };
    const auto is_row = [&](const TableTerm* term) {
      return find_row(table_.rows, term->name).has_value();
    };
    if (!names.empty() && std::all_of(names.begin(), names.end(), is_column)) {
      direction_ = SumDirection::kAcross;
      return true;
    }
    if (std::all_of(names.begin(), names.end(), is_row)) return true;
    report_names(names);
    return false;
  }

  void report_names(const std::vector<const TableTerm*>& names) const {
    const std::string_view first = names[0]->name;
    const bool columns = find_column(table_.columns, first).has_value();
    std::vector<std::string_view> known;
    for (const TableColumn& column : table_.columns) known.push_back(column.title);
    for (const TableRow& row : table_.rows) known.push_back(row.cells[0].text);
    for (const TableTerm* term : names) {
      const bool exists = columns ? find_column(table_.columns, term->name).has_value()
                                  : find_row(table_.rows, term->name).has_value();
      if (exists) continue;
      diagnostics_.add(
          "data-check",
          {table_.path, term->line, term->column, static_cast<std::uint32_t>(term->name.size())},
          fmt::format("the table has no {} \"{}\"", columns ? "column" : "row", term->name),
          did_you_mean(term->name, known));
      return;
    }
  }

  [[nodiscard]] std::string line_name(std::size_t line) const {
    return direction_ == SumDirection::kAcross ? table_.rows[line].cells[0].text
                                               : table_.columns[line].title;
  }

  [[nodiscard]] bool is_wanted(std::size_t line) const {
    if (direction_ == SumDirection::kDown && !table_.columns[line].numeric) return false;
    if (check_.only.empty()) {
      // A mean or a sum of percentages of change says nothing.
      return direction_ == SumDirection::kAcross || check_.kind != CheckKind::kHundred ||
             table_.columns[line].percent == PercentKind::kShare;
    }
    const std::string key =
        direction_ == SumDirection::kAcross ? line_name(line) : table_.columns[line].key;
    return std::any_of(check_.only.begin(), check_.only.end(), [&](const TableTerm& term) {
      return term.name == key || term.name == line_name(line);
    });
  }

  [[nodiscard]] Figure figure_at(std::size_t row, std::size_t column, bool is_minus) const {
    const TableCell& cell = table_.rows[row].cells[column];
    return {cell.value.value_or(0), cell.decimals, is_minus, &cell, &table_.rows[row]};
  }

  // Returns the figure that a term names in this row or column, or nothing where the cell has a
  // symbol instead.
  [[nodiscard]] std::optional<Figure> figure(const TableTerm& term, std::size_t line) const {
    const bool across = direction_ == SumDirection::kAcross;
    const std::optional<std::size_t> place =
        across ? find_column(table_.columns, term.name) : find_row(table_.rows, term.name);
    if (!place) {
      const std::optional<Number> number = parse_number(term.name);
      if (!number) return std::nullopt;
      return Figure{number->value, number->decimals, term.is_minus, nullptr, nullptr};
    }
    const Figure found =
        across ? figure_at(line, *place, term.is_minus) : figure_at(*place, line, term.is_minus);
    if (!found.cell->value) return std::nullopt;
    return found;
  }

  // The figures of the terms; nothing where one of them is not known.
  [[nodiscard]] std::optional<std::vector<Figure>> figures(std::size_t line) const {
    std::vector<Figure> found;
    if (is_all(check_.terms)) {
      const std::optional<std::size_t> result = find_row(table_.rows, check_.result.name);
      for (std::size_t row = 0; row < table_.rows.size(); ++row) {
        if (row == result) continue;
        found.push_back(figure_at(row, line, false));
        if (!found.back().cell->value) return std::nullopt;
      }
      return found;
    }
    for (const TableTerm& term : check_.terms) {
      const std::optional<Figure> one = figure(term, line);
      if (!one) return std::nullopt;
      found.push_back(*one);
    }
    return found;
  }

  void check_line(std::size_t line) {
    if (check_.kind == CheckKind::kRange) return check_range(line);
    const std::optional<std::vector<Figure>> parts = figures(line);
    if (!parts || parts->empty()) return;
    const std::optional<Figure> result = figure(check_.result, line);
    if (!result) return;
    switch (check_.kind) {
      case CheckKind::kMean:
        return check_mean(line, *parts, *result);
      case CheckKind::kHundred:
        return check_hundred(line, *parts);
      case CheckKind::kShare:
        return check_share(line, *parts, *result);
      default:
        return check_sum(line, *parts, *result);
    }
  }

  // Reports at the figure that is called wrong, or at the check where it is a number written there.
  // `message` names figures, `short_message` none.
  void fail(std::string_view rule, const Figure* at, std::size_t line, std::string message,
            std::string_view short_message, std::string help) {
    failed_ = true;
    if (!check_.unless.empty()) return;
    message = fmt::format("\"{}\": {}", line_name(line),
                          may_name_figures(table_) ? std::string_view(message) : short_message);
    Place place = check_.place;
    if (at != nullptr && at->cell != nullptr) {
      place = {at->row->path, at->cell->line, at->cell->column,
               static_cast<std::uint32_t>(at->cell->text.size())};
    }
    diagnostics_.add(rule, std::move(place), std::move(message), std::move(help));
  }

  // Returns "166 + 15 − 6" and counts up.
  static std::string addition(const std::vector<Figure>& parts, double& sum,
                              std::uint8_t& decimals) {
    std::string words;
    for (const Figure& part : parts) {
      const bool below = part.signed_value() < 0;
      if (!words.empty()) words += below ? " \xE2\x88\x92 " : " + ";
      if (words.empty() && below) words += "\xE2\x88\x92";
      words += shown(std::abs(part.value), part.decimals);
      sum += part.signed_value();
      decimals = std::max(decimals, part.decimals);
    }
    return words;
  }

  void check_sum(std::size_t line, const std::vector<Figure>& parts, const Figure& result) {
    double sum = 0;
    std::uint8_t decimals = result.decimals;
    const std::string words = addition(parts, sum, decimals);
    const bool at_most = check_.kind == CheckKind::kAtMost;
    if (at_most ? sum <= result.value + 1e-7 : is_same_number(sum, result.value)) return;
    fail("data-sum", &result, line,
         fmt::format("{} is {}, {} {}", words, shown(sum, decimals), at_most ? "more than" : "not",
                     shown(result.value, result.decimals)),
         at_most ? "the parts add up to more than the figure here"
                 : "the parts do not add up to the figure here",
         "correct the figure that is wrong; if all are right, write unless: and why");
  }

  void check_mean(std::size_t line, const std::vector<Figure>& parts, const Figure& result) {
    double sum = 0;
    for (const Figure& part : parts) sum += part.signed_value();
    const double mean = sum / static_cast<double>(parts.size());
    if (is_same_number(rounded(mean, result.decimals), result.value)) return;
    fail("data-mean", &result, line,
         fmt::format("the mean of the {} figures is {}, not {}", parts.size(),
                     shown(mean, static_cast<std::uint8_t>(result.decimals + 1)),
                     shown(result.value, result.decimals)),
         "the figure here is not the mean of the others",
         "correct the figure that is wrong; if all are right, write unless: and why");
  }

  // Each of n rounded shares is off by half a unit of its last digit at most.
  void check_hundred(std::size_t line, const std::vector<Figure>& parts) {
    double sum = 0;
    std::uint8_t decimals = 0;
    const std::string words = addition(parts, sum, decimals);
    double slack = 0;
    for (const Figure& part : parts) slack += 0.5 * std::pow(10.0, -part.decimals);
    if (std::abs(sum - 100) <= slack + 1e-7) {
      const bool is_exact = is_same_number(sum, 100);
      if (!is_exact && table_.base_number) check_counts(line, parts, words);
      return;
    }
    fail("data-hundred", &parts.back(), line,
         fmt::format("{} is {}, not 100, and rounding cannot explain it", words,
                     shown(sum, decimals)),
         "the shares do not make 100, and rounding cannot explain it",
         "add the part that is missing, such as no answer, or write unless: and why");
  }

  // Shares that rounding could explain must still be those of whole numbers that make up the base.
  void check_counts(std::size_t line, const std::vector<Figure>& parts, const std::string& words) {
    const double base = *table_.base_number;
    double low = 0;
    double high = 0;
    for (const Figure& part : parts) {
      const double half = 0.5 * std::pow(10.0, -part.decimals);
      low += std::ceil((part.value - half) * base / 100 - 1e-9);
      high += std::floor((part.value + half) * base / 100 + 1e-9);
    }
    if (low <= base && base <= high) return;
    fail("data-hundred", &parts.back(), line,
         fmt::format("{} cannot be the shares of {}", words, shown(base, 0)),
         "the shares cannot be those of the base",
         "count again and round each share to the nearest, not down");
  }

  void check_share(std::size_t line, const std::vector<Figure>& parts, const Figure& result) {
    if (parts[1].value <= 0) return;
    const double share = parts[0].signed_value() / parts[1].value * 100;
    if (is_same_number(rounded(share, result.decimals), result.value)) return;
    fail("data-share", &result, line,
         fmt::format("{} of {} is {}%, not {}%", shown(parts[0].value, parts[0].decimals),
                     shown(parts[1].value, parts[1].decimals),
                     shown(rounded(share, result.decimals), result.decimals),
                     shown(result.value, result.decimals)),
         "the percentage here is not that of its two figures", "correct the figure that is wrong");
  }

  void check_range(std::size_t line) {
    for (const TableTerm& term : check_.terms) {
      const std::optional<Figure> one = figure(term, line);
      if (!one) continue;
      const bool low = check_.min && one->value < *check_.min;
      const bool high = check_.max && one->value > *check_.max;
      if (!low && !high) continue;
      fail(
          "data-range", &*one, line,
          fmt::format("{} is {} {}, which it cannot be", shown(one->value, one->decimals),
                      low ? "less than" : "more than", shown(low ? *check_.min : *check_.max, 0)),
          low ? "the figure here is less than it can be" : "the figure here is more than it can be",
          "correct the figure, or the range");
    }
  }

  const DataTable& table_;
  const TableCheck& check_;
  Diagnostics& diagnostics_;
  SumDirection direction_ = SumDirection::kDown;
  bool failed_ = false;
};

// A share must be that of a whole number: with 16 families, 93% is none.
void check_possible(const DataTable& table, Diagnostics& diagnostics) {
  for (const TableRow& row : table.rows) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const TableColumn& column = table.columns[c];
      const TableCell& cell = row.cells[c];
      if (column.percent != PercentKind::kShare || !cell.value) continue;
      const std::optional<double> base = base_of(table, row, column);
      if (!base || *base < 1 || *cell.value < 0 || *cell.value > 100) continue;
      const double exact = *cell.value * *base / 100;
      const auto share = [&](double count) { return rounded(count / *base * 100, cell.decimals); };
      const double low = std::floor(exact);
      const double high = std::ceil(exact);
      if (is_same_number(share(low), *cell.value) || is_same_number(share(high), *cell.value)) {
        continue;
      }
      std::string message =
          may_name_figures(table)
              ? fmt::format("{}% cannot be a share of {}: {} of {} is {}% and {} is {}%",
                            shown(*cell.value, cell.decimals), shown(*base, 0), shown(low, 0),
                            shown(*base, 0), shown(share(low), cell.decimals), shown(high, 0),
                            shown(share(high), cell.decimals))
              : fmt::format("no number of people is the share at \"{}\" in \"{}\"",
                            row.cells[0].text, column.title);
      diagnostics.add(
          "data-base",
          {row.path, cell.line, cell.column, static_cast<std::uint32_t>(cell.text.size())},
          std::move(message), "count again, and round to the nearest");
    }
  }
}

bool is_total(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return lower == "total" || lower == "all" || lower == "sum" || lower.starts_with("total ") ||
         lower.ends_with(" total");
}

// Wrong totals of one table that are named.
constexpr std::size_t kNamedTotals = 20;

// A row called a total, of which no check speaks, is taken to be that of all rows above it.
void check_totals(const DataTable& table, Diagnostics& diagnostics) {
  std::set<std::string_view> checked;
  for (const TableCheck& check : table.checks) checked.insert(check.result.name);
  std::size_t found_count = 0;
  // Of the rows so far, by column; nothing from a cell without a number on.
  std::vector<std::optional<double>> sums(table.columns.size(), 0.0);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const TableRow& row = table.rows[r];
    const std::string& name = row.cells[0].text;
    const bool is_compared = r > 0 && is_total(name) && !checked.contains(name);
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
      const TableCell& cell = row.cells[c];
      const std::optional<double> sum = sums[c];
      if (sums[c]) sums[c] = cell.value ? std::optional(*sum + *cell.value) : std::nullopt;
      if (!is_compared || !cell.value || !sum || is_same_number(*sum, *cell.value)) continue;
      if (table.columns[c].percent != PercentKind::kNone || ++found_count > kNamedTotals) continue;
      std::string message =
          may_name_figures(table)
              ? fmt::format("the rows above \"{}\" add up to {} in \"{}\", not {}", name,
                            shown(*sum, cell.decimals), table.columns[c].title,
                            shown(*cell.value, cell.decimals))
              : fmt::format("the rows above \"{}\" do not add up to it in \"{}\"", name,
                            table.columns[c].title);
      diagnostics.add(
          "data-total",
          {row.path, cell.line, cell.column, static_cast<std::uint32_t>(cell.text.size())},
          std::move(message),
          fmt::format("correct it, or write which parts make it up, below checks: "
                      "- {{sum: [first, second], is: {}}}",
                      name));
    }
  }
}

}  // namespace

void check_table(const DataTable& table, Diagnostics& diagnostics) {
  for (const TableCheck& check : table.checks) Checker(table, check, diagnostics).run();
  check_possible(table, diagnostics);
  check_totals(table, diagnostics);
  check_claims(table, diagnostics);
}

}  // namespace signpost
