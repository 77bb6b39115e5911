// What several numbers, or the names of several rows, tell together: "277 boys and 136 other
// children", "67.1% were boys", "boys, girls and others: 413".
#include <algorithm>
#include <cmath>

#include "check/audit/linked_tables.h"
#include "check/audit/number_runs.h"

namespace signpost {
namespace {

// Smaller sums are printed by chance too often.
constexpr double kLeastSum = 10;
// Of more rows that one sentence names, not every group is looked at.
constexpr std::size_t kMostNamedRows = 8;
constexpr double kNear = 1e-9;

// The counts of one column that make up its whole.
struct Column {
  std::vector<std::size_t> counts;
  double sum = 0;
  bool has_total = false;  // that is shown
};

class PartSearch {
 public:
  PartSearch(const AuditInput& input, std::size_t table)
      : printed_(input.printed),
        tables_(input.tables),
        table_(input.tables.tables()[table]),
        index_(table) {
    const TableNames& names = tables_.names(table);
    for (std::size_t c = 0; c < table_.columns.size() && table_.is_grid; ++c) {
      Column column;
      bool hides = false, is_known = true;
      for (std::size_t i = 0; i < table_.counts.size(); ++i) {
        const WithheldCount& count = table_.counts[i];
        if (count.column != c || names.is_total_row[count.row] || count.is_absent) continue;
        column.counts.push_back(i);
        column.sum += static_cast<double>(count.value);
        hides |= is_hidden_count(i);
        is_known &= count.has_value;
      }
      column.has_total = has_shown_total(column.counts);
      const bool is_whole = is_known && !has_other_figures(c);
      if (hides && is_whole && column.counts.size() > 1) columns_.push_back(std::move(column));
    }
  }

  // `first` to `last`: the numbers of one context.
  void search(std::size_t first, std::size_t last) {
    const PrintedContext& context = printed_.contexts[printed_.numbers[first].context];
    const bool is_near = context.own == index_ || printed_.shows.contains({context.page, index_});
    if (columns_.empty() || context.is_translated) return;
    first_ = first;
    last_ = last;
    if (context.is_cell && context.own != index_) return search_cell(context);
    if (!is_near || context.is_cell) return;
    for (const Column& column : columns_) {
      std::vector<std::size_t> named;
      for (const std::size_t i : column.counts) {
        if (is_named(context, table_.counts[i])) named.push_back(i);
      }
      search_rest(context, column, named);
      search_group(named);
      search_parts(context, column);
      search_bounds(column);
      search_results(context, column);
      search_share(column, named);
    }
  }

 private:
  [[nodiscard]] bool is_hidden_count(std::size_t i) const {
    return table_.counts[i].known.low != table_.counts[i].known.high;
  }

  [[nodiscard]] double value_of(std::size_t i) const {
    return static_cast<double>(table_.counts[i].value);
  }

  // Of a column of shares only the small counts are known.
  [[nodiscard]] bool has_other_figures(std::size_t column) const {
    std::vector<bool> is_count(table_.rows.size());
    for (const WithheldCount& count : table_.counts) {
      if (count.column == column) is_count[count.row] = true;
    }
    for (std::size_t r = 0; r < table_.printed.size(); ++r) {
      if (!is_count[r] && table_.printed[r][column]) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_shown_total(const std::vector<std::size_t>& counts) const {
    return std::ranges::any_of(table_.lines, [&](const SumLine& line) {
      return !is_hidden_count(line.total) && line.parts == counts;
    });
  }

  // Whether the sentence has all words of the row, and no other year.
  [[nodiscard]] bool is_named(const PrintedContext& context, const WithheldCount& count) const {
    const LineName& row = tables_.names(index_).rows[count.row];
    const LineName& column = tables_.names(index_).columns[count.column];
    return !row.words.empty() && agree_on_years(context.said.years, row.years) &&
           agree_on_years(context.said.years, column.years) &&
           std::ranges::includes(context.said.words, row.words);
  }

  [[nodiscard]] static bool is_plain(const SentenceNumber& number) {
    return number.kind == QuantityKind::kCount && number.decimals == 0 && !number.is_measure;
  }

  // Whether the number counts people, or stands by itself.
  [[nodiscard]] static bool may_count(const SentenceNumber& number) {
    return is_plain(number) && (number.counts_people || number.following[0] == 0);
  }

  void tell(const std::vector<std::size_t>& counts, std::int64_t least, std::int64_t greatest,
            const PrintedNumber& number) {
    std::vector<SignedTerm> terms;
    terms.reserve(counts.size());
    for (const std::size_t i : counts) terms.push_back({tables_.id(index_, i), 1});
    tables_.tell(std::move(terms), least, greatest,
                 teller_of(number, printed_.contexts[number.context], index_));
  }

  // "136 other children": all but a row that the sentence names, or whose count it has.
  void search_rest(const PrintedContext& context, const Column& column,
                   const std::vector<std::size_t>& named) {
    if (!context.said.tells_rest) return;
    for (std::size_t n = first_; n < last_; ++n) {
      const SentenceNumber& number = printed_.numbers[n].number;
      if (!may_count(number) || number.value < kLeastSum) continue;
      for (const std::size_t out : column.counts) {
        const bool is_meant = named.empty() || std::ranges::find(named, out) != named.end();
        if (!is_meant || is_hidden_count(out)) continue;
        if (std::abs(column.sum - value_of(out) - number.value) > kNear) continue;
        std::vector<std::size_t> rest = column.counts;
        std::erase(rest, out);
        const std::int64_t sum = std::llround(number.value);
        tell(rest, sum, sum, printed_.numbers[n]);
      }
    }
  }

  // Three or more rows that the sentence names, together; two are looked for with the counts.
  void search_group(const std::vector<std::size_t>& named) {
    if (named.size() < 3 || named.size() > kMostNamedRows) return;
    for (std::size_t n = first_; n < last_; ++n) {
      const SentenceNumber& number = printed_.numbers[n].number;
      if (!is_plain(number) || number.value < kLeastSum) continue;
      for (std::size_t set = 1; set < (std::size_t{1} << named.size()); ++set) {
        std::vector<std::size_t> group;
        double sum = 0;
        for (std::size_t i = 0; i < named.size(); ++i) {
          if ((set >> i & 1U) == 0) continue;
          group.push_back(named[i]);
          sum += value_of(named[i]);
        }
        if (group.size() < 3 || std::abs(sum - number.value) > kNear) continue;
        tell(group, std::llround(sum), std::llround(sum), printed_.numbers[n]);
      }
    }
  }

  // "277 and 136": two numbers of people, or all of the sentence, that make up the whole.
  void search_parts(const PrintedContext& context, const Column& column) {
    if (column.has_total || column.sum < kLeastSum) return;
    const bool is_about = shares_words(context);
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t n = first_; n < last_; ++n) {
      const SentenceNumber& number = printed_.numbers[n].number;
      if (!is_part(number, is_about)) continue;
      sum += number.value;
      ++count;
      for (std::size_t m = n + 1; m < last_; ++m) {
        const SentenceNumber& other = printed_.numbers[m].number;
        if (!is_part(other, is_about) || other.begin < number.end) continue;
        if (std::abs(number.value + other.value - column.sum) > kNear) continue;
        tell(column.counts, std::llround(column.sum), std::llround(column.sum),
             printed_.numbers[m]);
      }
    }
    if (count > 2 && std::abs(sum - column.sum) <= kNear) {
      tell(column.counts, std::llround(sum), std::llround(sum), printed_.numbers[last_ - 1]);
    }
  }

  // "13 more than the 400 of last year", "7 advisers had 59 cases each", "826 hours, 2 for each":
  // what two numbers of the sentence come to is the whole.
  void search_results(const PrintedContext& context, const Column& column) {
    constexpr double kLeastResult = 20;
    if (column.has_total || column.sum < kLeastResult) return;
    const auto counts = [&](std::size_t n) { return printed_.numbers[n].number.counts_people; };
    bool counts_people = false;
    for (std::size_t n = first_; n < last_; ++n) counts_people |= counts(n);
    if (!counts_people && !shares_words(context)) return;
    for (std::size_t n = first_; n < last_; ++n) {
      for (std::size_t m = first_; m < last_; ++m) {
        if (n == m || !comes_to(printed_.numbers[n].number, printed_.numbers[m].number,
                                context.said, column.sum)) {
          continue;
        }
        tell(column.counts, std::llround(column.sum), std::llround(column.sum),
             printed_.numbers[n]);
      }
    }
  }

  [[nodiscard]] static bool comes_to(const SentenceNumber& a, const SentenceNumber& b,
                                     const SentenceNumbers& said, double sum) {
    if (a.kind != QuantityKind::kCount || a.value <= 1 || b.value <= 0) return false;
    if (b.kind == QuantityKind::kPercent) {
      const double change = a.value * b.value / 100;
      return said.tells_change &&
             (std::abs(a.value + change - sum) < 0.5 || std::abs(a.value - change - sum) < 0.5);
    }
    if (b.kind != QuantityKind::kCount || b.value <= 1) return false;
    const bool is_change = said.tells_change && !a.is_measure && !b.is_measure;
    if (is_change && (a.value + b.value == sum || a.value - b.value == sum)) return true;
    if (!said.tells_mean) return false;
    return std::abs(a.value / b.value - sum) < kNear || std::abs(a.value * b.value - sum) < kNear;
  }

  // "Fewer than 414 families": the whole is less, which may leave one or two values.
  void search_bounds(const Column& column) {
    constexpr double kFar = 10;
    if (column.has_total || column.sum < kLeastSum) return;
    for (std::size_t n = first_; n < last_; ++n) {
      const SentenceNumber& number = printed_.numbers[n].number;
      if (number.bound == NumberBound::kNone || !number.counts_people || !is_plain(number))
        continue;
      if (std::abs(number.value - column.sum) > kFar) continue;
      const std::int64_t value = std::llround(number.value);
      const bool is_least =
          number.bound == NumberBound::kAbove || number.bound == NumberBound::kFrom;
      const std::int64_t least = !is_least                             ? 0
                                 : number.bound == NumberBound::kAbove ? value + 1
                                                                       : value;
      const std::int64_t most = is_least                              ? 10 * value
                                : number.bound == NumberBound::kBelow ? value - 1
                                                                      : value;
      const std::int64_t sum = std::llround(column.sum);
      if (least <= sum && sum <= most) tell(column.counts, least, most, printed_.numbers[n]);
    }
  }

  [[nodiscard]] bool shares_words(const PrintedContext& context) const {
    const TableNames& names = tables_.names(index_);
    return context.own == index_ || share_word(context.said.words, names.about.words) ||
           std::ranges::any_of(names.rows, [&](const LineName& row) {
             return share_word(context.said.words, row.words);
           });
  }

  [[nodiscard]] static bool is_part(const SentenceNumber& number, bool is_about) {
    return is_plain(number) && number.value > 0 && (number.counts_people || is_about);
  }

  // A share in another table of a row of this one: of a shown count it tells the whole, and then
  // that of a hidden one tells it.
  void search_cell(const PrintedContext& context) {
    const PrintedNumber& number = printed_.numbers[first_];
    const std::vector<WordKey>& about = tables_.names(index_).about.words;
    if (number.number.kind != QuantityKind::kPercent || !share_word(context.said.words, about)) {
      return;
    }
    for (const Column& column : columns_) {
      std::vector<std::size_t> named;
      for (const std::size_t i : column.counts) {
        if (is_named(context, table_.counts[i])) named.push_back(i);
      }
      if (named.size() != 1) continue;
      search_share(column, named);
      if (!is_hidden_count(named.front())) continue;
      const double half = 0.5 * std::pow(10, -number.number.decimals);
      tables_.tell_range(index_, named.front(), (number.number.value - half) * column.sum / 100,
                         (number.number.value + half) * column.sum / 100,
                         teller_of(number, context, index_));
    }
  }

  // "67.1% were boys" of 277 boys: the whole is 413.
  void search_share(const Column& column, const std::vector<std::size_t>& named) {
    if (column.has_total) return;
    for (std::size_t n = first_; n < last_; ++n) {
      const SentenceNumber& number = printed_.numbers[n].number;
      if (number.kind != QuantityKind::kPercent) continue;
      const double half = 0.5 * std::pow(10, -number.decimals);
      for (const std::size_t i : named) {
        if (is_hidden_count(i) || value_of(i) <= 0 || number.value <= half) continue;
        if (std::abs(100 * value_of(i) / column.sum - number.value) > half) continue;
        const double least = 100 * value_of(i) / (number.value + half);
        const double greatest = 100 * value_of(i) / (number.value - half);
        tell(column.counts, static_cast<std::int64_t>(std::ceil(least - kNear)),
             static_cast<std::int64_t>(std::floor(greatest + kNear)), printed_.numbers[n]);
      }
    }
  }

  const PrintedNumbers& printed_;
  LinkedTables& tables_;
  const WithheldTable& table_;
  std::size_t index_;
  std::vector<Column> columns_;
  std::size_t first_ = 0, last_ = 0;
};

}  // namespace

void find_printed_parts(const AuditInput& input) {
  const std::vector<NumberRun> runs = runs_by_context(input.printed.numbers);
  for (std::size_t t = 0; t < input.tables.tables().size(); ++t) {
    PartSearch search(input, t);
    for (const NumberRun& run : runs) search.search(run.first, run.last);
  }
}

}  // namespace signpost
