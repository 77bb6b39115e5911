#include "disclosure/part_sums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "disclosure/count_names.h"
#include "disclosure/disclosure.h"
#include "disclosure/people_words.h"

namespace signpost {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
// Of longer lists only neighbours and names are looked at, of much longer ones nothing.
constexpr std::size_t kMostGrouped = 12;
constexpr std::size_t kMostListed = 120;
// Groups that come to the whole by chance: of each list, so many may be expected.
constexpr double kMostByChance = 0.02;
constexpr double kMostByChanceOfTotal = 0.1;  // where its name says that it is a sum
constexpr std::int64_t kLeastNamed = 5, kLeastWhole = 20;

using Group = std::vector<std::size_t>;

// A list of counts with what their names say of each other.
class PartSumSearch {
 public:
  PartSumSearch(std::span<const ListedCount> counts, SumClues clues)
      : counts_(counts), clues_(clues) {
    for (const ListedCount& count : counts) {
      values_.push_back(count.value);
      words_.push_back(name_words(count.name));
    }
  }

  std::vector<PartSum> search() {
    search_with(1);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (!counts_[i].is_withheld) continue;
      // What fits is looked for; the other unknown counts stay out of it.
      for (std::int64_t value = 1; value < disclosure_threshold({}); ++value) {
        values_[i] = value;
        guessed_ = i;
        search_with(static_cast<double>(disclosure_threshold({}) - 1));
      }
      values_[i].reset();
      guessed_ = kNone;
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::int64_t value(std::size_t i) const { return values_[i].value_or(0); }
  [[nodiscard]] bool is_hidden(std::size_t i) const { return counts_[i].is_hidden; }

  // `guesses`: among how many values that of an unknown count is one.
  void search_with(double guesses) {
    guesses_ = guesses;
    wholes_.assign(counts_.size(), kNone);
    is_sum_.assign(counts_.size(), false);
    find_wholes();
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (values_[i]) search_joined(i);
    }
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (values_[i]) search_parts_of(i);
    }
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (values_[i] && (is_name_of_all(counts_[i].name))) search_total(i);
    }
    if (clues_ == SumClues::kNames) return;
    search_divisions();
    search_stocks();
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (!values_[i] || is_hidden(i) || value(i) < kLeastWhole) continue;
      search_neighbours(i);
      search_groups(i);
    }
  }

  // Which rows are part of which: "Deafblind boys" of "Deafblind", "of whom girls" of what is
  // above.
  void find_wholes() {
    std::size_t above = kNone;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (is_part_name(counts_[i].name)) {
        wholes_[i] = above;
        continue;
      }
      above = i;
      for (std::size_t j = 0; j < counts_.size(); ++j) {
        if (is_part_by_words(i, j)) wholes_[i] = j;
      }
    }
  }

  [[nodiscard]] bool is_part_by_words(std::size_t part, std::size_t whole) const {
    const NameWords& all = words_[part];
    const NameWords& some = words_[whole];
    if (some.empty() || some.size() >= all.size() || !std::ranges::includes(all, some))
      return false;
    if (values_[part] && values_[whole] && value(part) > value(whole)) return false;
    const bool is_called_all =
        is_name_of_all(counts_[part].name) || is_name_of_all(counts_[whole].name);
    return !is_called_all && !joins_names(counts_[part].name) &&
           std::ranges::none_of(all, [&](const std::string& word) {
             return parts_names(word) && !std::ranges::binary_search(some, word);
           });
  }

  // "Deaf or blind" of "Deaf" and "Blind": rows whose words are those of the name together.
  void search_joined(std::size_t whole) {
    if (!joins_names(counts_[whole].name) || value(whole) < kLeastNamed) return;
    Group parts;
    NameWords together;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const bool is_part = i != whole && values_[i] && !words_[i].empty() && !is_sum_[i] &&
                           !joins_names(counts_[i].name) &&
                           std::ranges::includes(words_[whole], words_[i]);
      if (!is_part) continue;
      parts.push_back(i);
      together.insert(together.end(), words_[i].begin(), words_[i].end());
    }
    std::ranges::sort(together);
    together.erase(std::unique(together.begin(), together.end()), together.end());
    if (parts.size() < 2 || sum_of(parts) != value(whole)) return;
    is_sum_[whole] = true;
    add(parts, whole);
  }

  // The rows that are part of it by their names.
  void search_parts_of(std::size_t whole) {
    Group parts;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (wholes_[i] == whole && values_[i]) parts.push_back(i);
    }
    if (parts.size() > 1 && sum_of(parts) == value(whole)) add(parts, whole);
  }

  // A total: of what stands before it, after it, since the total before, or of all; without what is
  // a part or a sum of others, or else without one or two rows.
  void search_total(std::size_t whole) {
    if (value(whole) < kLeastNamed) return;
    Group before, since, after, others;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (i == whole || !values_[i]) continue;
      if (is_name_of_all(counts_[i].name)) {
        if (i < whole) since.clear();
        continue;
      }
      if (wholes_[i] != kNone || is_sum_[i]) continue;
      others.push_back(i);
      (i < whole ? before : after).push_back(i);
      if (i < whole) since.push_back(i);
    }
    bool is_found = false;
    for (const Group& group : {since, before, after, others}) {
      if (group.size() < 2 || sum_of(group) != value(whole)) continue;
      is_found = true;
      add(group, whole);
    }
    const bool may_be_any = !is_found && clues_ == SumClues::kValues;
    if (may_be_any) search_group(others, whole, kMostByChanceOfTotal);
  }

  // All rows divide the same people twice: one half of the list comes to the other.
  void search_divisions() {
    Group rows;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (values_[i] && wholes_[i] == kNone && !is_name_of_all(counts_[i].name)) rows.push_back(i);
    }
    for (std::size_t first = 2; first + 2 <= rows.size(); ++first) {
      const Group one(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(first));
      const Group other(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end());
      const std::int64_t sum = sum_of(one);
      constexpr double kMostDivisions = 0.03;
      if (sum != sum_of(other) || !is_rare(1, sum, kMostDivisions)) continue;
      PartSum found;
      for (const std::size_t i : one) found.terms.push_back({i, 1});
      for (const std::size_t i : other) found.terms.push_back({i, -1});
      add(std::move(found));
    }
  }

  // "Open on 1 April, opened, closed, open on 31 March": rows between two that say how many there
  // were on a day come and go.
  void search_stocks() {
    constexpr std::size_t kMostBetween = 4;
    for (std::size_t from = 0; from < counts_.size(); ++from) {
      for (std::size_t to = from + 3; to < counts_.size() && to <= from + kMostBetween + 1; ++to) {
        if (!values_[from] || !values_[to] || !are_stocks(from, to)) continue;
        search_flows(from, to);
      }
    }
  }

  [[nodiscard]] bool are_stocks(std::size_t from, std::size_t to) const {
    static constexpr auto kStart = std::to_array<std::string_view>(
        {"april", "august", "beginning", "brought", "december", "february", "january", "july",
         "june", "march", "may", "november", "october", "open", "opening", "september", "start",
         "waiting"});
    static constexpr auto kEnd = std::to_array<std::string_view>(
        {"april",   "august", "carried",   "closing",   "december", "end",    "february",
         "january", "july",   "june",      "left",      "march",    "may",    "november",
         "october", "open",   "remaining", "september", "still",    "waiting"});
    const auto has_one_of = [&](std::size_t row, const auto& words) {
      return std::ranges::any_of(words_[row], [&](const std::string& word) {
        return std::ranges::find(words, word) != std::end(words);
      });
    };
    return has_one_of(from, kStart) && has_one_of(to, kEnd);
  }

  void search_flows(std::size_t from, std::size_t to) {
    const std::size_t count = to - from - 1;
    for (std::size_t i = from + 1; i < to; ++i) {
      if (!values_[i]) return;
    }
    const auto ways = static_cast<double>(std::size_t{1} << count);
    if (!is_rare(ways, std::max(value(from), value(to)), 4 * kMostByChanceOfTotal)) return;
    // Not all come, and not all go.
    for (std::size_t signs = 1; signs + 1 < (std::size_t{1} << count); ++signs) {
      PartSum found{{{from, 1}}, std::nullopt};
      std::int64_t sum = value(from) - value(to);
      for (std::size_t i = 0; i < count; ++i) {
        const int sign = (signs >> i & 1U) != 0 ? 1 : -1;
        found.terms.push_back({from + 1 + i, sign});
        sum += sign * value(from + 1 + i);
      }
      found.terms.push_back({to, -1});
      if (sum == 0) add(std::move(found));
    }
  }

  // Rows that follow each other up to the one beside the whole.
  void search_neighbours(std::size_t whole) {
    double near = 0;
    std::vector<Group> fitting;
    for (const int step : {-1, 1}) {
      Group run;
      auto i = static_cast<std::ptrdiff_t>(whole) + step;
      for (; i >= 0 && i < static_cast<std::ptrdiff_t>(counts_.size()); i += step) {
        const auto row = static_cast<std::size_t>(i);
        if (!values_[row]) break;
        if (wholes_[row] != kNone && wholes_[row] != whole) continue;
        run.push_back(row);
        const std::int64_t sum = sum_of(run);
        if (is_near(sum, value(whole))) ++near;
        if (sum == value(whole) && run.size() > 1) fitting.push_back(run);
        if (2 * sum > 3 * value(whole)) break;
      }
    }
    if (!is_rare(near, value(whole), kMostByChance)) return;
    for (Group& group : fitting) {
      std::ranges::sort(group);
      add(group, whole);
    }
  }

  // Any rows, where few groups of them come near the whole.
  void search_groups(std::size_t whole) {
    Group others;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (i != whole && values_[i] && value(i) <= value(whole)) others.push_back(i);
    }
    search_group(others, whole, kMostByChance);
  }

  void search_group(const Group& others, std::size_t whole, double most_by_chance) {
    if (others.size() < 2 || others.size() > kMostGrouped) return;
    std::vector<std::int64_t> sums = {0};
    sums.reserve(std::size_t{1} << others.size());
    for (const std::size_t i : others) {
      const std::size_t size = sums.size();
      for (std::size_t s = 0; s < size; ++s) sums.push_back(sums[s] + value(i));
    }
    double near = 0;
    std::vector<std::size_t> fitting;
    for (std::size_t set = 1; set < sums.size(); ++set) {
      if ((set & (set - 1)) == 0) continue;  // a single row
      if (is_near(sums[set], value(whole))) ++near;
      if (sums[set] == value(whole)) fitting.push_back(set);
    }
    if (fitting.empty() || !is_rare(near, value(whole), most_by_chance)) return;
    for (const std::size_t set : fitting) {
      Group group;
      for (std::size_t i = 0; i < others.size(); ++i) {
        if ((set >> i & 1U) != 0) group.push_back(others[i]);
      }
      add(group, whole);
    }
  }

  [[nodiscard]] static bool is_near(std::int64_t sum, std::int64_t whole) {
    return 5 * std::abs(sum - whole) <= whole;
  }

  // Whether fewer than `most` of `near` sums in the fifth below and above the whole come to it.
  [[nodiscard]] bool is_rare(double near, std::int64_t whole, double most) const {
    return guesses_ * near <= most * 0.4 * static_cast<double>(whole);
  }

  [[nodiscard]] std::int64_t sum_of(const Group& group) const {
    std::int64_t sum = 0;
    for (const std::size_t i : group) sum += value(i);
    return sum;
  }

  void add(const Group& parts, std::size_t whole) {
    PartSum sum{{}, whole};
    for (const std::size_t i : parts) sum.terms.push_back({i, 1});
    sum.terms.push_back({whole, -1});
    add(std::move(sum));
  }

  void add(PartSum sum) {
    std::ranges::sort(sum.terms, {}, &SignedTerm::variable);
    const bool hides = std::ranges::any_of(
        sum.terms, [&](const SignedTerm& term) { return is_hidden(term.variable); });
    const bool has_guess = std::ranges::any_of(
        sum.terms, [&](const SignedTerm& term) { return term.variable == guessed_; });
    const bool is_new = std::ranges::none_of(
        found_, [&](const PartSum& other) { return are_alike(other.terms, sum.terms); });
    if (hides && is_new && (has_guess || guessed_ == kNone)) found_.push_back(std::move(sum));
  }

  static bool are_alike(const std::vector<SignedTerm>& a, const std::vector<SignedTerm>& b) {
    return std::ranges::equal(a, b, [](const SignedTerm& x, const SignedTerm& y) {
      return x.variable == y.variable && x.sign == y.sign;
    });
  }

  std::span<const ListedCount> counts_;
  SumClues clues_;
  std::vector<std::optional<std::int64_t>> values_;
  std::vector<NameWords> words_;
  std::vector<std::size_t> wholes_;  // of which row each is a part by its name
  std::vector<bool> is_sum_;         // of others, by its name
  std::size_t guessed_ = kNone;
  double guesses_ = 1;
  std::vector<PartSum> found_;
};

}  // namespace

std::vector<PartSum> find_part_sums(std::span<const ListedCount> counts, SumClues clues) {
  const auto hides = [](const ListedCount& count) { return count.is_hidden; };
  if (counts.size() > kMostListed || std::ranges::none_of(counts, hides)) return {};
  return PartSumSearch(counts, clues).search();
}

std::string part_sum_text(std::span<const ListedCount> counts, const PartSum& sum) {
  std::string left, right;
  for (const SignedTerm& term : sum.terms) {
    const std::string& name = counts[term.variable].name;
    if (term.variable == sum.whole) {
      right = name;
      continue;
    }
    const bool is_right = !sum.whole && term.sign < 0;
    std::string& side = is_right ? right : left;
    if (!side.empty()) side += term.sign > 0 || is_right ? " + " : " - ";
    side += name;
  }
  return left + " = " + right;
}

}  // namespace signpost
