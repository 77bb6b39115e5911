// Shares of withheld counts in sentences: "0.5% had no gender written down", "99.5% were boys or
// girls", "a quarter were parents", "94% found it easy", and means of answers. Who reads them does
// not need the whole: it is what is shown and what is left out together.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "check/audit/linked_tables.h"
#include "check/audit/number_runs.h"

namespace signpost {
namespace {

constexpr double kShareRoom = 1e-9;
// Of a count that may have more values than this, a share says nothing.
constexpr std::int64_t kMostValues = 5000;

// What is rounded to a share, as a part of 1.
struct ShareRange {
  double low = 0, high = 0;
};

ShareRange range_of(const SentenceNumber& number) {
  const bool is_percent = number.kind == QuantityKind::kPercent;
  const double half = is_percent ? 0.5 * std::pow(10, -number.decimals) : number.room;
  return {(number.value - half) / 100 - kShareRoom, (number.value + half) / 100 + kShareRoom};
}

ShareRange rest_of(ShareRange share) { return {1 - share.high, 1 - share.low}; }

// The counts that make up a whole: those of a column, or of the list of a page (`path`).
struct Whole {
  std::vector<std::size_t> counts;
  std::string_view path = {};
  WholeNumber total = {};  // what it can be for those who see the table
  std::int64_t sum = 0;    // as it is
};

class ShareSearch {
 public:
  ShareSearch(const AuditInput& input, std::size_t table)
      : printed_(input.printed),
        tables_(input.tables),
        table_(input.tables.tables()[table]),
        names_(input.tables.names(table)),
        index_(table) {
    if (table_.is_grid) {
      for (std::size_t c = 1; c < table_.columns.size(); ++c) add_column(c);
    }
    for (const std::vector<std::size_t>& list : names_.pages.lists) add_list(list);
    is_evaluation_ = !table_.is_grid && names_.short_rows.empty();
  }

  [[nodiscard]] bool has_any() const { return !wholes_.empty() || is_evaluation_; }

  // `first` to `last`: the numbers of one context.
  void search(std::size_t first, std::size_t last) {
    const PrintedContext& context = printed_.contexts[printed_.numbers[first].context];
    const bool is_near = context.own == index_ || printed_.shows.contains({context.page, index_});
    if (!is_near || context.is_cell || context.is_translated) return;
    for (std::size_t n = first; n < last; ++n) {
      const SentenceNumber& number = printed_.numbers[n].number;
      const bool is_share =
          number.kind == QuantityKind::kPercent || number.kind == QuantityKind::kFraction;
      for (const Whole& whole : wholes_) {
        if (is_share) search_whole(context, whole, printed_.numbers[n]);
      }
      if (!is_evaluation_) continue;
      if (is_share) search_answers(context, printed_.numbers[n]);
      if (context.said.tells_mean) search_mean(context, printed_.numbers[n]);
    }
  }

 private:
  [[nodiscard]] bool is_hidden(std::size_t i) const {
    return table_.counts[i].known.low != table_.counts[i].known.high;
  }

  void add_column(std::size_t column) {
    Whole whole;
    std::size_t figures = 0;
    for (std::size_t i = 0; i < table_.counts.size(); ++i) {
      const WithheldCount& count = table_.counts[i];
      if (count.column != column) continue;
      if (table_.printed[count.row][column]) ++figures;
      if (names_.is_total_row[count.row] || count.is_absent) continue;
      if (!count.has_value) return;
      whole.counts.push_back(i);
    }
    for (const std::vector<std::optional<Number>>& row : table_.printed) {
      if (row[column]) --figures;
    }
    if (figures != 0) return;  // not all are counts
    add(std::move(whole));
  }

  void add_list(const std::vector<std::size_t>& list) {
    Whole whole{.counts = list};
    whole.path = table_.row_places[table_.counts[list.front()].row].path;
    // The total of a list is none of its parts: it is in no group.
    std::erase_if(whole.counts, [&](std::size_t i) {
      return std::ranges::none_of(table_.groups, [&](const WithheldGroup& group) {
        return std::ranges::find(group.counts, i) != group.counts.end();
      });
    });
    add(std::move(whole));
  }

  void add(Whole whole) {
    const auto hides = [&](std::size_t i) { return is_hidden(i); };
    if (whole.counts.size() < 2 || std::ranges::none_of(whole.counts, hides)) return;
    for (const std::size_t i : whole.counts) {
      whole.total.low += table_.counts[i].known.low;
      whole.total.high += table_.counts[i].known.high;
      whole.sum += table_.counts[i].value;
    }
    for (const SumLine& line : table_.lines) {
      if (line.parts != whole.counts) continue;
      whole.total.low = std::max(whole.total.low, table_.counts[line.total].known.low);
      whole.total.high = std::min(whole.total.high, table_.counts[line.total].known.high);
    }
    wholes_.push_back(std::move(whole));
  }

  [[nodiscard]] const LineName& row_name(const Whole& whole, std::size_t i) const {
    const std::size_t row = table_.counts[i].row;
    return whole.path.empty() ? names_.rows[row] : names_.short_rows[row];
  }

  [[nodiscard]] bool is_named(const PrintedContext& context, const Whole& whole,
                              std::size_t i) const {
    const LineName& row = row_name(whole, i);
    const LineName& column = names_.columns[table_.counts[i].column];
    return !row.words.empty() && agree_on_years(context.said.years, row.years) &&
           agree_on_years(context.said.years, column.years) &&
           std::ranges::includes(context.said.words, row.words);
  }

  void search_whole(const PrintedContext& context, const Whole& whole,
                    const PrintedNumber& number) {
    if (!whole.path.empty() && number.place.path != whole.path) return;
    std::vector<std::size_t> named, others;
    for (const std::size_t i : whole.counts) {
      (is_named(context, whole, i) ? named : others).push_back(i);
    }
    const ShareRange share = range_of(number.number);
    for (const std::size_t i : named) {
      if (!is_hidden(i)) continue;
      tell_share(whole, i, share, number);
      tell_share(whole, i, rest_of(share), number);
    }
    // "99.5% were boys or girls": of all but one.
    if (others.size() == 1 && !named.empty() && is_hidden(others.front())) {
      tell_share(whole, others.front(), rest_of(share), number);
    }
    // "We know the gender in 99.5% of cases": what the rows are of, and of one only it is not
    // known.
    const bool names_rows = share_word(context.said.words, names_.columns.front().words);
    if (!named.empty() || !names_rows) return;
    for (const std::size_t i : others) {
      const std::vector<WordKey>& words = row_name(whole, i).words;
      const bool is_unknown = std::ranges::binary_search(words, kUnknownKey);
      if (!is_hidden(i) || !is_unknown) continue;
      tell_share(whole, i, share, number);
      tell_share(whole, i, rest_of(share), number);
    }
  }

  // Takes down what the count can be if the share is that of it in the whole, rounded.
  void tell_share(const Whole& whole, std::size_t index, ShareRange share,
                  const PrintedNumber& number) {
    const WithheldCount& count = table_.counts[index];
    if (count.known.high - count.known.low > kMostValues || !fits(count.value, whole.sum, share)) {
      return;
    }
    std::int64_t others_low = 0, others_high = 0;
    for (const std::size_t i : whole.counts) {
      if (i == index) continue;
      others_low += table_.counts[i].known.low;
      others_high += table_.counts[i].known.high;
    }
    std::int64_t least = std::numeric_limits<std::int64_t>::max(), most = 0;
    for (std::int64_t value = count.known.low; value <= count.known.high; ++value) {
      const std::int64_t low = std::max(whole.total.low, others_low + value);
      const std::int64_t high = std::min(whole.total.high, others_high + value);
      if (low > high || !may_fit(value, low, high, share)) continue;
      least = std::min(least, value);
      most = std::max(most, value);
    }
    if (least > most) return;
    tables_.tell_range(index_, index, static_cast<double>(least), static_cast<double>(most),
                       teller_of(number, printed_.contexts[number.context], index_));
  }

  static bool fits(std::int64_t part, std::int64_t whole, ShareRange share) {
    const double exact = static_cast<double>(part) / static_cast<double>(whole);
    return share.low <= exact && exact <= share.high;
  }

  // Whether a whole from `low` to `high` has the part as such a share.
  static bool may_fit(std::int64_t part, std::int64_t low, std::int64_t high, ShareRange share) {
    const auto value = static_cast<double>(part);
    const double least = share.high > 0 ? value / share.high : 1e18;
    const double most = share.low > 0 ? value / share.low : 1e18;
    return std::ceil(std::max(static_cast<double>(low), least) - kShareRoom) <=
           std::floor(std::min(static_cast<double>(high), most) + kShareRoom);
  }

  // The counts of the question, by column, where the row is one; else none.
  [[nodiscard]] std::vector<std::size_t> answers_of(std::size_t row) const {
    std::vector<std::size_t> counts;
    for (std::size_t i = 0; i < table_.counts.size(); ++i) {
      if (table_.counts[i].row == row) counts.push_back(i);
    }
    std::ranges::sort(counts, {}, [&](std::size_t i) { return table_.counts[i].column; });
    return counts;
  }

  [[nodiscard]] std::size_t answered_column() const { return table_.columns.size() - 4; }

  // "94% found it easy": of those who answered the question whose words the sentence has.
  void search_answers(const PrintedContext& context, const PrintedNumber& number) {
    const ShareRange share = range_of(number.number);
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      if (!share_word(context.said.words, names_.rows[r].words)) continue;
      const std::vector<std::size_t> counts = answers_of(r);
      const auto answered = std::ranges::find_if(
          counts, [&](std::size_t i) { return table_.counts[i].column == answered_column(); });
      if (answered == counts.end() || is_hidden(*answered)) continue;
      const auto base = static_cast<double>(table_.counts[*answered].value);
      for (const std::size_t i : counts) {
        if (!is_hidden(i) || !table_.counts[i].has_value) continue;
        tables_.tell_range(index_, i, share.low * base, share.high * base,
                           teller_of(number, context, index_));
      }
    }
  }

  // "The mean for easy contact was 3.48": points from 0 or 1 on, each times those who chose it.
  void search_mean(const PrintedContext& context, const PrintedNumber& number) {
    const SentenceNumber& said = number.number;
    if (said.kind != QuantityKind::kCount || said.decimals == 0) return;
    const double half = 0.5 * std::pow(10, -said.decimals);
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      if (!share_word(context.said.words, names_.rows[r].words)) continue;
      for (const int first : {0, 1}) {
        std::vector<SignedTerm> terms;
        std::int64_t sum = 0, answered = 0;
        bool is_known = true;
        for (const std::size_t i : answers_of(r)) {
          const WithheldCount& count = table_.counts[i];
          if (count.column == answered_column() && !is_hidden(i)) answered = count.value;
          if (count.column >= answered_column()) continue;
          is_known &= count.has_value;
          const int points = first + static_cast<int>(count.column);
          if (points > 0) terms.push_back({tables_.id(index_, i), points});
          sum += points * count.value;
        }
        const auto base = static_cast<double>(answered);
        if (!is_known || answered == 0 || terms.empty()) continue;
        const double low = (said.value - half) * base, high = (said.value + half) * base;
        const auto total = static_cast<double>(sum);
        if (total < low - kShareRoom || total > high + kShareRoom) continue;
        tables_.tell(std::move(terms), static_cast<std::int64_t>(std::ceil(low - kShareRoom)),
                     static_cast<std::int64_t>(std::floor(high + kShareRoom)),
                     teller_of(number, context, index_));
      }
    }
  }

  const PrintedNumbers& printed_;
  LinkedTables& tables_;
  const WithheldTable& table_;
  const TableNames& names_;
  std::size_t index_;
  std::vector<Whole> wholes_;
  bool is_evaluation_ = false;
};

}  // namespace

void find_printed_shares(const AuditInput& input) {
  const std::vector<NumberRun> runs = runs_by_context(input.printed.numbers);
  for (std::size_t t = 0; t < input.tables.tables().size(); ++t) {
    ShareSearch search(input, t);
    if (!search.has_any()) continue;
    for (const NumberRun& run : runs) search.search(run.first, run.last);
  }
}

}  // namespace signpost
