#include "data/tables/claims.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "config/calendar.h"
#include "data/numbers.h"
#include "data/tables/checks.h"

namespace signpost {
namespace {

// kUnder and kOver: near the number, too. kBelow and kAbove: any distance from it.
enum class Hedge : std::uint8_t { kNone, kUnder, kOver, kBelow, kAbove, kAbout };

// The first that the words hold counts: "just under" before "under".
struct HedgeWords {
  std::string_view words;
  Hedge hedge;
};
constexpr HedgeWords kHedges[] = {
    {"just under", Hedge::kUnder}, {"just over", Hedge::kOver},  {"nearly", Hedge::kUnder},
    {"almost", Hedge::kUnder},     {"less than", Hedge::kBelow}, {"fewer than", Hedge::kBelow},
    {"under ", Hedge::kBelow},     {"more than", Hedge::kAbove}, {"over ", Hedge::kAbove},
    {"about", Hedge::kAbout},      {"around", Hedge::kAbout},    {"roughly", Hedge::kAbout},
};

constexpr std::string_view kUpWords[] = {"increase",       "rose",   "risen",   "grew",  "growth",
                                         "more than last", "higher", "went up", "up by", "gained"};
constexpr std::string_view kDownWords[] = {"decrease",  "fell",    "fallen",
                                           "reduc",     "dropped", "lower",
                                           "went down", "down by", "fewer than last"};

bool says(std::string_view lower, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return lower.find(word) != std::string_view::npos;
  });
}

Hedge hedge_of(std::string_view lower) {
  for (const HedgeWords& each : kHedges) {
    if (lower.find(each.words) != std::string_view::npos) return each.hedge;
  }
  return Hedge::kNone;
}

// How far "about 10%" and "just under 10%" may be from the truth: a tenth of the number said.
constexpr double kHedgeSlack = 0.1;

bool is_right(double said, std::uint8_t decimals, Hedge hedge, double truth) {
  const double slack = said * kHedgeSlack + 1e-7;
  switch (hedge) {
    case Hedge::kNone:
      return is_same_number(rounded(truth, decimals), said);
    case Hedge::kUnder:
      return truth < said && said - truth <= slack;
    case Hedge::kOver:
      return truth > said && truth - said <= slack;
    case Hedge::kBelow:
      return truth < said;
    case Hedge::kAbove:
      return truth > said;
    case Hedge::kAbout:
      return std::abs(truth - said) <= slack;
  }
  return false;
}

// Checks one claim of one table.
struct ClaimCheck {
  const DataTable& table;
  const TableClaim& claim;
  Diagnostics& diagnostics;

  // Names no figures of a table that takes small counts out.
  void wrong_figure(std::string message, std::string help) const {
    if (may_name_figures(table)) return wrong(std::move(message), std::move(help));
    wrong(fmt::format("\"{}\" is said, but the figures of the table are others", claim.says),
          "work it out again from the figures");
  }

  void wrong(std::string message, std::string help) const {
    diagnostics.add("data-claim", claim.place, std::move(message), std::move(help));
  }

  std::optional<double> value(const ClaimFigure& figure) const {
    const std::optional<double> found = claim_value(table, figure);
    if (!found) {
      diagnostics.add(
          "data-check", figure.place,
          fmt::format("the table has no figure at \"{} / {}\"", figure.row, figure.column),
          "write the row's first cell, a slash and the column's title");
    }
    return found;
  }

  void run() const {
    const std::optional<double> first = value(claim.first);
    if (!first) return;
    if (claim.kind == ClaimKind::kValue) return check_number(*first, 0, shown(*first), "");
    const std::optional<double> second = value(claim.second);
    if (!second) return;
    if (claim.kind == ClaimKind::kRatio) {
      if (*second == 0) return;
      const double share = *first / *second * 100;
      return check_number(share, 1, fmt::format("{} of {}", shown(*first), shown(*second)), "%");
    }
    check_change(*first, *second);
  }

  static std::string shown(double number) {
    const bool is_whole = is_same_number(number, std::round(number));
    return number_text(number, is_whole ? 0 : 2);
  }

  // `truth` is printed with the decimals of the number said, or `decimals` where they hide it.
  void check_number(double truth, std::uint8_t decimals, std::string_view what,
                    std::string_view unit) const {
    const std::optional<Number> said = find_number(claim.says);
    if (!said) {
      return wrong(fmt::format("\"{}\" holds no number to compare with", claim.says),
                   "write the number in digits, as the report says it");
    }
    const double absolute = claim.kind == ClaimKind::kChange ? std::abs(truth) : truth;
    const double number = claim.kind == ClaimKind::kChange ? std::abs(said->value) : said->value;
    if (is_right(number, said->decimals, hedge_of(ascii_lower(claim.says)), absolute)) return;
    const std::uint8_t digits = std::max(said->decimals, decimals);
    const std::string is = number_text(rounded(truth, digits), digits);
    wrong_figure(unit.empty()
                     ? fmt::format("\"{}\" is said, but the figure is {}", claim.says, is)
                     : fmt::format("\"{}\" is said, but {} is {}{}", claim.says, what, is, unit),
                 fmt::format("write {}{}",
                             number_text(rounded(absolute, said->decimals), said->decimals), unit));
  }

  void check_change(double from, double to) const {
    const std::string lower = ascii_lower(claim.says);
    const std::string what = fmt::format("from {} to {}", shown(from), shown(to));
    const bool up = says(lower, kUpWords);
    const bool down = says(lower, kDownWords);
    if ((up && !down && to <= from) || (down && !up && to >= from)) {
      const std::string_view truth = to > from ? "a rise" : to < from ? "a fall" : "no change";
      return wrong_figure(fmt::format("\"{}\" is said, but {} is {}", claim.says, what, truth),
                          "say which way the figures went");
    }
    if ((up || down) && !find_number(claim.says)) return;
    if (from == 0) return;
    check_number((to - from) / from * 100, 1, what, "%");
  }
};

// A value of a measure at a time, and where it stands.
struct Measured {
  std::string measure;
  Period period;
  double value = 0;
  std::uint8_t decimals = 0;
  Place place;
  bool may_be_named = true;  // its value
};

// The time that a column is about: "2017-18" or "2017/18" in its title or key, else the table's.
std::optional<Period> period_of(const DataTable& table, const TableColumn& column,
                                const Calendar& calendar) {
  for (std::string name : {column.title, column.key}) {
    std::replace(name.begin(), name.end(), '/', '-');
    if (const std::optional<Period> year = calendar.year_period(name)) return year;
  }
  return table.about.period;
}

void collect(const DataTable& table, const Calendar& calendar, std::vector<Measured>& found) {
  for (const TableRow& row : table.rows) {
    if (row.measure.empty()) continue;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const TableCell& cell = row.cells[c];
      const std::optional<Period> period = period_of(table, table.columns[c], calendar);
      if (!cell.value || !period) continue;
      found.push_back(
          {row.measure,
           *period,
           *cell.value,
           cell.decimals,
           {row.path, cell.line, cell.column, static_cast<std::uint32_t>(cell.text.size())},
           may_name_figures(table)});
    }
  }
  for (const TableClaim& claim : table.claims) {
    const std::optional<double> value = claim_value(table, claim.first);
    if (claim.measure.empty() || claim.kind != ClaimKind::kValue || !value || !table.about.period) {
      continue;
    }
    found.push_back(
        {claim.measure, *table.about.period, *value, 0, claim.place, may_name_figures(table)});
  }
}

}  // namespace

std::optional<double> claim_value(const DataTable& table, const ClaimFigure& figure) {
  if (figure.value) return figure.value;
  const std::optional<std::size_t> row = find_row(table.rows, figure.row);
  const std::optional<std::size_t> column = find_column(table.columns, figure.column);
  if (!row || !column) return std::nullopt;
  return table.rows[*row].cells[*column].value;
}

void check_claims(const DataTable& table, Diagnostics& diagnostics) {
  for (const TableClaim& claim : table.claims) ClaimCheck{table, claim, diagnostics}.run();
}

void check_measures(const std::map<std::string, DataTable, std::less<>>& tables,
                    const Calendar& calendar, Diagnostics& diagnostics) {
  std::vector<Measured> all;
  for (const auto& [name, table] : tables) collect(table, calendar, all);
  std::map<std::tuple<std::string, Date, Date>, const Measured*> firsts;
  for (const Measured& each : all) {
    const auto [place, is_first] =
        firsts.emplace(std::tuple(each.measure, each.period.from, each.period.to), &each);
    const Measured* first = place->second;
    if (is_first || is_same_number(first->value, each.value)) continue;
    std::string message =
        each.may_be_named && first->may_be_named
            ? fmt::format("\"{}\" is {} here, but {} in {}:{}, for the same time", each.measure,
                          number_text(each.value, each.decimals),
                          number_text(first->value, first->decimals), first->place.path,
                          first->place.line)
            : fmt::format("\"{}\" is not the same here as in {}:{}, for the same time",
                          each.measure, first->place.path, first->place.line);
    diagnostics.add("data-measure", each.place, std::move(message),
                    "correct one of them; if they are not the same thing, give them two names");
  }
}

}  // namespace signpost
