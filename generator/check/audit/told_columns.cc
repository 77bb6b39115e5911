#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "check/audit/linked_tables.h"

namespace signpost {
namespace {

// More columns than this are not compared with each other.
constexpr std::size_t kMostColumns = 24;
constexpr double kColumnRoom = 1e-9;
// Columns of another table fit by chance more often: there are many tables.
constexpr double kMostByChance = 1e-4;

struct Bounds {
  double low = 0, high = 0;
};

// How a printed figure is worked out from the count of its row and a figure of another column.
enum class Formula : std::uint8_t {
  kShare,       // figure = 100 count / other
  kRate,        // figure = k count / other, k = 1,000 and more
  kEach,        // figure = other / count
  kTimes,       // figure = count / other
  kChangeTo,    // figure = 100 (other - count) / count
  kChangeFrom,  // figure = 100 (count - other) / other
  kMore,        // figure = count - other
  kLess         // figure = other - count
};

// Returns what the count can be if the figure, which was rounded to anything in `figure`, is worked
// out so.
Bounds count_of_formula(Formula formula, Bounds figure, double other, double factor) {
  switch (formula) {
    case Formula::kShare:
    case Formula::kRate:
    case Formula::kTimes:
      return {figure.low * other / factor, figure.high * other / factor};
    case Formula::kEach:
      return {other / figure.high, figure.low > 0 ? other / figure.low : 1e9};
    case Formula::kChangeTo:
      return {other / (1 + figure.high / 100),
              figure.low > -100 ? other / (1 + figure.low / 100) : 1e9};
    case Formula::kChangeFrom:
      return {other * (1 + figure.low / 100), other * (1 + figure.high / 100)};
    case Formula::kMore:
      return {other + figure.low, other + figure.high};
    case Formula::kLess:
      return {other - figure.high, other - figure.low};
  }
  return {};
}

struct FormulaRow {
  Formula formula;
  double factor = 1;
};

constexpr FormulaRow kFormulas[] = {
    {Formula::kShare, 100},   {Formula::kRate, 1000},    {Formula::kRate, 10000},
    {Formula::kRate, 100000}, {Formula::kEach, 1},       {Formula::kTimes, 1},
    {Formula::kChangeTo, 1},  {Formula::kChangeFrom, 1}, {Formula::kMore, 1},
    {Formula::kLess, 1},
};

class ColumnSearch {
 public:
  ColumnSearch(const AuditInput& input, std::size_t table)
      : tables_(input.tables), table_(input.tables.tables()[table]), index_(table) {
    at_.resize(table_.rows.size(), std::vector<std::size_t>(table_.columns.size(), kNowhere));
    for (std::size_t i = 0; i < table_.counts.size(); ++i) {
      at_[table_.counts[i].row][table_.counts[i].column] = i;
    }
    figures_ = table_.printed;
  }

  // Adds the columns of a table with rows of the same names.
  void add_columns(const PublishedTable& other) {
    std::vector<const TableRow*> rows(table_.rows.size());
    std::size_t shared = 0;
    for (const TableRow& row : other.rows()) {
      const auto found = std::ranges::find(table_.rows, row.cells.front().text);
      if (found == table_.rows.end()) continue;
      rows[static_cast<std::size_t>(found - table_.rows.begin())] = &row;
      ++shared;
    }
    if (shared < 2) return;
    const std::size_t first = table_.columns.size() + others_.size();
    for (std::size_t c = 1; c < other.columns().size(); ++c) {
      if (!other.columns()[c].numeric || table_.columns.size() + others_.size() >= kMostColumns) {
        continue;
      }
      others_.push_back({other.columns()[c].title, first, {}});
      for (std::size_t r = 0; r < rows.size(); ++r) {
        const TableCell* cell =
            rows[r] != nullptr && c < rows[r]->cells.size() ? &rows[r]->cells[c] : nullptr;
        const bool has_value = cell != nullptr && cell->value.has_value();
        figures_[r].push_back(has_value ? std::optional(Number{*cell->value, cell->decimals})
                                        : std::nullopt);
        others_.back().places.push_back(
            cell == nullptr ? Place{} : Place{rows[r]->path, cell->line, cell->column, 0});
      }
    }
  }

  [[nodiscard]] bool is_searched() const {
    return table_.is_grid && table_.columns.size() <= kMostColumns &&
           std::ranges::any_of(table_.counts, [](const WithheldCount& count) {
             return count.has_value && count.known.low != count.known.high;
           });
  }

  void search() {
    for (std::size_t counts = 1; counts < table_.columns.size(); ++counts) {
      if (!hides_counts(counts)) continue;
      search_means(counts);
      for (std::size_t figures = 1; figures < table_.columns.size(); ++figures) {
        if (figures == counts) continue;
        search_cumulative(counts, figures);
        search_share_of_total(counts, figures);
        for (std::size_t others = 1; others < table_.columns.size(); ++others) {
          if (others != counts && others != figures) search_formulas(counts, figures, others);
        }
        search_factor(counts, figures);
      }
      search_other_tables(counts);
    }
  }

 private:
  // A column of another table. `first`: of that one's columns.
  struct OtherColumn {
    std::string title;
    std::size_t first = 0;
    std::vector<Place> places;  // by row
  };

  void search_other_tables(std::size_t counts) {
    const std::size_t own = table_.columns.size();
    for (std::size_t i = 0; i < others_.size(); ++i) {
      search_factor(counts, own + i);
      for (std::size_t j = others_[i].first - own;
           j < others_.size() && others_[j].first == others_[i].first; ++j) {
        if (i != j) search_formulas(counts, own + i, own + j);
      }
    }
  }

  [[nodiscard]] const WithheldCount* count_at(std::size_t row, std::size_t column) const {
    return at_[row][column] == kNowhere ? nullptr : &table_.counts[at_[row][column]];
  }

  [[nodiscard]] bool is_hidden_at(std::size_t row, std::size_t column) const {
    const WithheldCount* count = count_at(row, column);
    return count != nullptr && count->has_value && count->known.low != count->known.high;
  }

  [[nodiscard]] bool hides_counts(std::size_t column) const {
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      if (is_hidden_at(r, column)) return true;
    }
    return false;
  }

  // The figure as it was counted, or as it is printed where it is no count.
  [[nodiscard]] std::optional<double> truth(std::size_t row, std::size_t column) const {
    const WithheldCount* count = count_at(row, column);
    if (count != nullptr && count->has_value) return static_cast<double>(count->value);
    const std::optional<Number>& figure = table_.printed[row][column];
    return figure ? std::optional(figure->value) : std::nullopt;
  }

  // What is rounded to the figure.
  [[nodiscard]] std::optional<Bounds> printed(std::size_t row, std::size_t column) const {
    const std::optional<Number>& figure = figures_[row][column];
    if (!figure) return std::nullopt;
    const double half = 0.5 * std::pow(10, -figure->decimals);
    return Bounds{figure->value - half, figure->value + half};
  }

  [[nodiscard]] Teller column_teller(std::size_t row, std::size_t column) const {
    if (column < table_.columns.size()) {
      return {TellerKind::kColumn, table_.row_places[row], table_.columns[column], false};
    }
    const OtherColumn& other = others_[column - table_.columns.size()];
    return {TellerKind::kColumn, other.places[row], other.title, false};
  }

  // Whether what the formula gives fits every row, and says something: it leaves at most 3 values
  // in a row that shows its count, or fits three rows. Of figures of another table, hardly any
  // others would fit.
  template <typename BoundsOf>
  [[nodiscard]] bool holds(std::size_t counts, std::size_t figures, BoundsOf bounds_of) const {
    std::size_t fitting = 0, telling = 0;
    double by_chance = 1;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const WithheldCount* count = count_at(r, counts);
      if (count == nullptr || !count->has_value || count->value == 0) continue;
      const std::optional<Bounds> bounds = bounds_of(r);
      if (!bounds) continue;
      const auto value = static_cast<double>(count->value);
      if (value < bounds->low - kColumnRoom || value > bounds->high + kColumnRoom) return false;
      ++fitting;
      if (bounds->high - bounds->low < 3) ++telling;
      by_chance *= std::min(1.0, std::max(1.0, bounds->high - bounds->low) / value);
    }
    const bool is_own = figures < table_.columns.size();
    return fitting >= 2 && telling >= 1 && (is_own || by_chance <= kMostByChance);
  }

  template <typename BoundsOf>
  void tell_column(std::size_t counts, std::size_t figures, BoundsOf bounds_of) {
    if (!holds(counts, figures, bounds_of)) return;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const std::optional<Bounds> bounds = bounds_of(r);
      if (!bounds || !is_hidden_at(r, counts)) continue;
      tables_.tell_range(index_, at_[r][counts], bounds->low, bounds->high,
                         column_teller(r, figures));
    }
  }

  void search_formulas(std::size_t counts, std::size_t figures, std::size_t others) {
    for (const FormulaRow& row : kFormulas) {
      tell_column(counts, figures, [&](std::size_t r) -> std::optional<Bounds> {
        const std::optional<Bounds> figure = printed(r, figures);
        const std::optional<Number>& other = figures_[r][others];
        if (!figure || !other || (other->value == 0 && row.formula != Formula::kMore)) {
          return std::nullopt;
        }
        return count_of_formula(row.formula, *figure, other->value, row.factor);
      });
    }
  }

  // 80 and 6 letters beside 40 families and a "c": each count times the same number. A row that
  // shows its count tells it, or it is a round one.
  void search_factor(std::size_t counts, std::size_t figures) {
    double factor = 0, by_chance = 1;
    std::size_t fitting = 0, shown = 0;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const WithheldCount* count = count_at(r, counts);
      const std::optional<Number>& figure = figures_[r][figures];
      const bool is_both = count != nullptr && count->has_value && count->value > 0 && figure;
      if (!is_both) continue;
      if (figure->value <= 0) return;
      const auto value = static_cast<double>(count->value);
      if (factor == 0) factor = figure->value / value;
      if (std::abs(figure->value - factor * value) > kColumnRoom * figure->value) return;
      if (fitting++ > 0) by_chance /= value;
      if (!is_hidden_at(r, counts)) ++shown;
    }
    const double larger = std::max(factor, factor > 0 ? 1 / factor : 0);
    const bool is_round = larger >= 2 && std::abs(larger - std::round(larger)) < kColumnRoom;
    const bool is_own = figures < table_.columns.size();
    constexpr double kMostByChanceOfRound = 0.01;
    const bool is_sure = is_round && (by_chance <= kMostByChanceOfRound || (is_own && shown > 0));
    if (fitting < 2 || !(is_sure || (fitting >= 3 && shown > 1))) return;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      if (!is_hidden_at(r, counts) || !figures_[r][figures]) continue;
      const double value = figures_[r][figures]->value / factor;
      tables_.tell_range(index_, at_[r][counts], value, value, column_teller(r, figures));
    }
  }

  // Shares of a column's total that have no base.
  void search_share_of_total(std::size_t counts, std::size_t figures) {
    double total = 0;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const bool is_part = !tables_.names(index_).is_total_row[r];
      if (is_part) total += truth(r, counts).value_or(0);
    }
    if (total <= 0) return;
    tell_column(counts, figures, [&](std::size_t r) -> std::optional<Bounds> {
      const std::optional<Bounds> figure = printed(r, figures);
      if (!figure) return std::nullopt;
      return count_of_formula(Formula::kShare, *figure, total, 100);
    });
  }

  // 10, c, 11 beside 10, 13, 24.
  void search_cumulative(std::size_t counts, std::size_t figures) {
    tell_column(counts, figures, [&](std::size_t r) -> std::optional<Bounds> {
      const std::optional<Number>& here = table_.printed[r][figures];
      if (!here || r == 0 || !table_.printed[r - 1][figures]) return std::nullopt;
      const double step = here->value - table_.printed[r - 1][figures]->value;
      return Bounds{step, step};
    });
  }

  // A row that is the mean of others, by its name or by a check.
  void search_means(std::size_t counts) {
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const std::optional<Number>& mean = table_.printed[r][counts];
      if (!mean) continue;
      const bool is_declared = std::ranges::any_of(table_.checks, [&](const TableCheck& check) {
        return check.kind == CheckKind::kMean && check.result.name == table_.rows[r];
      });
      if (!is_declared && !read_sentence_numbers(table_.rows[r]).tells_mean) continue;
      tell_mean(counts, r, *mean);
    }
  }

  void tell_mean(std::size_t counts, std::size_t mean_row, const Number& mean) {
    std::vector<SignedTerm> terms;
    std::int64_t sum = 0;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const WithheldCount* count = count_at(r, counts);
      if (tables_.names(index_).is_total_row[r] || r == mean_row || count == nullptr) continue;
      if (count->is_absent) continue;
      if (!count->has_value) return;
      terms.push_back({tables_.id(index_, at_[r][counts]), 1});
      sum += count->value;
    }
    const auto size = static_cast<double>(terms.size());
    const double half = 0.5 * std::pow(10, -mean.decimals);
    const auto total = static_cast<double>(sum);
    if (std::abs(size * mean.value - total) < kColumnRoom) {
      tables_.tell(std::move(terms), sum, sum, column_teller(mean_row, counts));
    } else if (std::abs(size * mean.value - total) <= size * half + kColumnRoom) {
      tables_.tell(std::move(terms),
                   static_cast<std::int64_t>(std::ceil(size * (mean.value - half) - kColumnRoom)),
                   static_cast<std::int64_t>(std::floor(size * (mean.value + half) + kColumnRoom)),
                   column_teller(mean_row, counts));
    }
  }

  LinkedTables& tables_;
  const WithheldTable& table_;
  std::size_t index_;
  std::vector<std::vector<std::size_t>> at_;
  std::vector<std::vector<std::optional<Number>>> figures_;  // its own, then those of others_
  std::vector<OtherColumn> others_;
};

}  // namespace

void find_told_columns(const AuditInput& input) {
  for (std::size_t t = 0; t < input.tables.tables().size(); ++t) {
    ColumnSearch search(input, t);
    if (!search.is_searched()) continue;
    for (const PrintedTable& other : input.printed.tables) {
      if (other.own == kNowhere) search.add_columns(*other.table);
    }
    search.search();
  }
}

}  // namespace signpost
