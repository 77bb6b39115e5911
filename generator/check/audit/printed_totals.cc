#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "check/audit/linked_tables.h"

namespace signpost {
namespace {

// Smaller sums are printed by chance too often, unless the sentence is about the table.
constexpr std::int64_t kLeastChanceSum = 10;
constexpr std::int64_t kLeastSurePeople = 20;
// Of the numbers near a sum, at most so many may be printed that are not about the table: else one
// of them is it by chance.
constexpr double kMostDense = 0.02;

// Counts of a table that somebody may add up: those of a row, of a column, of all.
struct SumSet {
  std::size_t table = 0;
  std::vector<std::size_t> counts;
  std::int64_t sum = 0;
  std::size_t row = kNowhere, column = kNowhere;  // where they are of one
  std::vector<int> years = {};
  std::vector<WordKey> words = {};  // that the name of a group must share
};

class TotalSearch {
 public:
  explicit TotalSearch(const AuditInput& input) : printed_(input.printed), tables_(input.tables) {
    for (std::size_t i = 0; i < printed_.numbers.size(); ++i) {
      const SentenceNumber& number = printed_.numbers[i].number;
      const bool is_count = number.kind == QuantityKind::kCount && number.decimals == 0 &&
                            !number.is_measure && number.value < 1e9;
      if (is_count) by_value_[std::llround(number.value)].push_back(i);
      const PrintedContext& context = printed_.contexts[printed_.numbers[i].context];
      const bool is_loose = context.is_cell ? context.is_total : number.counts_people;
      if (is_count && is_loose) loose_values_.push_back(number.value);
      const bool tells_mean = context.said.tells_mean || context.said.per_year > 0;
      const bool is_mean = number.kind == QuantityKind::kCount && tells_mean && !number.is_measure;
      if (is_mean && !context.is_cell) means_.push_back(i);
    }
    std::sort(loose_values_.begin(), loose_values_.end());
  }

  void search() {
    for (std::size_t t = 0; t < tables_.tables().size(); ++t) {
      const WithheldTable& table = tables_.tables()[t];
      for (const SumLine& line : table.lines) look_for(set_of(t, line.parts));
      for (const WithheldGroup& group : table.groups) {
        SumSet set = set_of(t, group.counts);
        const SentenceNumbers said = read_sentence_numbers(group.name);
        set.words = said.words;
        set.years = said.years;
        look_for(set);
      }
      if (table.is_grid) look_for_lines(t);
    }
  }

 private:
  [[nodiscard]] SumSet set_of(std::size_t table, std::vector<std::size_t> counts) const {
    const std::vector<WithheldCount>& all = tables_.tables()[table].counts;
    std::erase_if(counts, [&](std::size_t i) { return all[i].is_absent; });
    SumSet set{.table = table, .counts = std::move(counts)};
    bool one_row = true, one_column = true;
    for (const std::size_t i : set.counts) {
      set.sum += all[i].value;
      one_row &= all[i].row == all[set.counts.front()].row;
      one_column &= all[i].column == all[set.counts.front()].column;
    }
    const TableNames& names = tables_.names(table);
    if (set.counts.empty()) return set;
    if (one_row) set.row = all[set.counts.front()].row;
    if (one_column) set.column = all[set.counts.front()].column;
    if (one_row) set.years = names.rows[set.row].years;
    if (one_column && set.years.empty()) set.years = names.columns[set.column].years;
    return set;
  }

  // Of a column of shares only the small counts are known.
  static std::vector<bool> columns_of_counts(const WithheldTable& table) {
    std::vector<std::size_t> counts(table.columns.size()), figures(table.columns.size());
    for (const WithheldCount& count : table.counts) {
      ++counts[count.column];
      if (!table.printed[count.row][count.column]) ++figures[count.column];
    }
    for (const std::vector<std::optional<Number>>& row : table.printed) {
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (row[c]) ++figures[c];
      }
    }
    std::vector<bool> is_of_counts;
    for (std::size_t c = 0; c < counts.size(); ++c) {
      is_of_counts.push_back(counts[c] == figures[c]);
    }
    return is_of_counts;
  }

  // Each column, each row and all of a table, without what is a total itself.
  void look_for_lines(std::size_t t) {
    const WithheldTable& table = tables_.tables()[t];
    const TableNames& names = tables_.names(t);
    std::vector<std::vector<std::size_t>> by_row(table.rows.size()),
        by_column(table.columns.size());
    std::vector<std::size_t> all;
    const std::vector<bool> is_of_counts = columns_of_counts(table);
    for (std::size_t i = 0; i < table.counts.size(); ++i) {
      const WithheldCount& count = table.counts[i];
      if (!is_of_counts[count.column]) continue;
      const bool is_total = names.is_total_row[count.row];
      if (!is_total) by_column[count.column].push_back(i);
      if (!names.is_total_column[count.column]) by_row[count.row].push_back(i);
      if (!is_total && !names.is_total_column[count.column]) all.push_back(i);
    }
    for (std::vector<std::size_t>& counts : by_column) {
      look_for_total_row(t, counts);
      look_for(set_of(t, std::move(counts)));
    }
    for (std::vector<std::size_t>& counts : by_row) look_for(set_of(t, std::move(counts)));
    look_for(set_of(t, std::move(all)));
  }

  // A row that is the sum of all others, whatever it is called; also where a total may hold more.
  void look_for_total_row(std::size_t t, const std::vector<std::size_t>& counts) {
    const std::vector<WithheldCount>& all = tables_.tables()[t].counts;
    if (counts.size() < 3) return;
    const SumSet set = set_of(t, counts);
    for (const std::size_t total : counts) {
      if (2 * all[total].value != set.sum || !all[total].has_value) continue;
      std::vector<std::size_t> parts = counts;
      std::erase(parts, total);
      look_for(set_of(t, std::move(parts)));
    }
  }

  [[nodiscard]] bool has_own_total(const SumSet& set) const {
    const WithheldTable& table = tables_.tables()[set.table];
    std::vector<std::size_t> counts = set.counts;
    std::sort(counts.begin(), counts.end());
    return std::any_of(table.lines.begin(), table.lines.end(), [&](const SumLine& line) {
      const WholeNumber& known = table.counts[line.total].known;
      return known.low == known.high && line.parts == counts;
    });
  }

  void look_for(const SumSet& set) {
    const std::vector<WithheldCount>& all = tables_.tables()[set.table].counts;
    const auto hidden = [&](std::size_t i) { return all[i].known.low != all[i].known.high; };
    const auto has_value = [&](std::size_t i) { return all[i].has_value; };
    if (set.counts.size() < 2 || std::none_of(set.counts.begin(), set.counts.end(), hidden)) return;
    if (!std::all_of(set.counts.begin(), set.counts.end(), has_value)) return look_for_unknown(set);
    if (!looked_for_.insert({set.table, set.counts, set.words}).second) return;
    if (!has_own_total(set)) {
      look_for_sum(set, set.sum, kNowhere);
      look_for_mean(set);
    }
    // All but one: "411 told us".
    for (const std::size_t i : set.counts) {
      if (hidden(i) && set.counts.size() > 2) look_for_sum(set, set.sum - all[i].value, i);
    }
  }

  // "8 a row on average", "34.4 cases a month": times the rows, or the months of a year, it is
  // their sum.
  void look_for_mean(const SumSet& set) {
    for (const std::size_t index : means_) {
      const PrintedContext& context = printed_.contexts[printed_.numbers[index].context];
      const bool is_near = context.own == set.table || is_on_page(context, set.table);
      if (!is_near || !is_about(printed_.numbers[index].number, context, set, set.sum)) continue;
      if (context.said.tells_mean) tell_mean(set, index, static_cast<double>(set.counts.size()));
      if (context.said.per_year <= 0) continue;
      tell_mean(set, index, context.said.per_year);
      // "over 50 weeks"
      for (const std::size_t step : {index - 1, index + 1}) {
        if (step >= printed_.numbers.size()) continue;
        const PrintedNumber& other = printed_.numbers[step];
        const bool is_times = other.context == printed_.numbers[index].context &&
                              other.number.is_measure && other.number.value > 1;
        if (is_times) tell_mean(set, index, other.number.value);
      }
    }
  }

  void tell_mean(const SumSet& set, std::size_t index, double size) {
    const PrintedNumber& number = printed_.numbers[index];
    const auto sum = static_cast<double>(set.sum);
    const double half = 0.5 * std::pow(10, -number.number.decimals);
    const double mean = number.number.value;
    constexpr double kRoom = 1e-9;
    if (std::abs(size * mean - sum) > size * half + kRoom) return;
    const bool is_exact = std::abs(size * mean - sum) < kRoom;
    const auto least = static_cast<std::int64_t>(std::ceil(size * (mean - half) - kRoom));
    const auto most = static_cast<std::int64_t>(std::floor(size * (mean + half) + kRoom));
    tables_.tell(terms_of(set, kNowhere), is_exact ? set.sum : least, is_exact ? set.sum : most,
                 teller_of(number, printed_.contexts[number.context], set.table));
  }

  // A "c" that somebody has put there is from 1 to 4: what would fit is looked for.
  void look_for_unknown(const SumSet& set) {
    const std::vector<WithheldCount>& all = tables_.tables()[set.table].counts;
    std::size_t unknown = kNowhere;
    for (const std::size_t i : set.counts) {
      if (all[i].known.low == all[i].known.high) continue;
      if (unknown != kNowhere || all[i].has_value) return;
      unknown = i;
    }
    if (has_own_total(set)) return;
    constexpr std::int64_t kThreshold = 5;
    for (std::int64_t value = 1; value < kThreshold; ++value) {
      look_for_sum(set, set.sum + value, kNowhere);
    }
  }

  void look_for_sum(const SumSet& set, std::int64_t sum, std::size_t left_out) {
    const auto found = by_value_.find(sum);
    if (found == by_value_.end()) return;
    for (const std::size_t index : found->second) {
      const PrintedNumber& number = printed_.numbers[index];
      const PrintedContext& context = printed_.contexts[number.context];
      const bool is_linked = left_out == kNowhere
                                 ? is_about(number.number, context, set, sum)
                                 : is_about_rest(number.number, context, set, sum, left_out);
      if (!is_linked) continue;
      tables_.tell(terms_of(set, left_out), sum, sum, teller_of(number, context, set.table));
    }
  }

  [[nodiscard]] std::vector<SignedTerm> terms_of(const SumSet& set, std::size_t left_out) const {
    std::vector<SignedTerm> terms;
    for (const std::size_t i : set.counts) {
      if (i != left_out) terms.push_back({tables_.id(set.table, i), 1});
    }
    return terms;
  }

  // Whether few other numbers near the sum are printed, so that it is hardly there by chance.
  [[nodiscard]] bool is_rare(std::int64_t sum) const {
    const auto value = static_cast<double>(sum);
    const auto first = std::lower_bound(loose_values_.begin(), loose_values_.end(), 0.8 * value);
    const auto last = std::upper_bound(loose_values_.begin(), loose_values_.end(), 1.2 * value);
    const auto others = static_cast<double>((last - first) - std::count(first, last, value));
    return others <= kMostDense * 0.4 * value;
  }

  [[nodiscard]] bool is_on_page(const PrintedContext& context, std::size_t table) const {
    return printed_.shows.contains({context.page, table});
  }

  [[nodiscard]] bool shares_line_words(const PrintedContext& context, const SumSet& set) const {
    const TableNames& names = tables_.names(set.table);
    const auto shares = [&](const LineName& name) {
      return share_word(context.said.words, name.words);
    };
    return std::any_of(names.rows.begin(), names.rows.end(), shares) ||
           std::any_of(names.columns.begin(), names.columns.end(), shares);
  }

  // Whether a reader would take the number for the sum of the counts.
  [[nodiscard]] bool is_about(const SentenceNumber& number, const PrintedContext& context,
                              const SumSet& set, std::int64_t sum) const {
    if (context.own == set.table) return is_about_own(context, set);
    if (!agree_on_years(context.said.years, set.years)) return false;
    if (!set.words.empty() && !share_word(context.said.words, set.words)) return false;
    const TableNames& names = tables_.names(set.table);
    const bool shares = share_word(context.said.words, names.about.words);
    const bool same_years = !context.said.years.empty() && !set.years.empty();
    if (context.is_cell) {
      const bool is_sum = context.is_total || !set.words.empty();
      return is_sum && sum >= kLeastChanceSum && (shares || same_years) &&
             (is_on_page(context, set.table) || is_rare(sum));
    }
    if (is_on_page(context, set.table)) {
      const bool is_large = sum >= kLeastChanceSum;
      // "We took on 413.", "Total: 413"
      const bool stands_alone = number.following[0] == 0 && sum >= kLeastSurePeople;
      if (stands_alone || (is_large && context.said.tells_total)) return true;
      return shares || shares_line_words(context, set) ||
             (is_large && (context.is_translated || number.counts_people));
    }
    if (context.is_translated || sum < kLeastChanceSum) return false;
    return number.counts_people && (shares || sum >= kLeastSurePeople) && is_rare(sum);
  }

  [[nodiscard]] bool is_about_own(const PrintedContext& context, const SumSet& set) const {
    if (!context.is_cell) return agree_on_years(context.said.years, set.years);
    const std::vector<WithheldCount>& all = tables_.tables()[set.table].counts;
    const bool is_part = std::any_of(set.counts.begin(), set.counts.end(), [&](std::size_t i) {
      return all[i].row == context.row && all[i].column == context.column;
    });
    if (is_part || context.row == kNowhere) return false;
    return context.row == set.row || context.column == set.column ||
           (set.row == kNowhere && set.column == kNowhere);
  }

  // Whether the number counts all but one: near the table, and about what the table is about.
  [[nodiscard]] bool is_about_rest(const SentenceNumber& number, const PrintedContext& context,
                                   const SumSet& set, std::int64_t sum,
                                   std::size_t left_out) const {
    if (context.is_cell || sum < kLeastChanceSum) return false;
    const bool is_near = context.own == set.table || is_on_page(context, set.table);
    if (!is_near || !is_about(number, context, set, sum)) return false;
    const TableNames& names = tables_.names(set.table);
    const WithheldCount& count = tables_.tables()[set.table].counts[left_out];
    return context.own == set.table || share_word(context.said.words, names.about.words) ||
           share_word(context.said.words, names.rows[count.row].words) ||
           share_word(context.said.words, names.columns[count.column].words);
  }

  const PrintedNumbers& printed_;
  LinkedTables& tables_;
  std::unordered_map<std::int64_t, std::vector<std::size_t>> by_value_;
  std::vector<std::size_t> means_;
  std::vector<double> loose_values_;  // sorted
  std::set<std::tuple<std::size_t, std::vector<std::size_t>, std::vector<WordKey>>> looked_for_;
};

}  // namespace

void find_printed_totals(const AuditInput& input) { TotalSearch(input).search(); }

}  // namespace signpost
