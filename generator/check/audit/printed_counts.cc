#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "check/audit/count_partners.h"
#include "check/audit/linked_tables.h"

namespace signpost {
namespace {

// A sentence that names a withheld count, with the other figures that a reader has for it.
struct NamedCount {
  std::size_t table = 0, count = 0;
  std::size_t context = 0;
  bool is_near = false;  // of the table, or on its page
  std::vector<double> partners;
};

// What is rounded to the number.
struct Rounding {
  double low = 0, high = 0;
};

Rounding rounding_of(const SentenceNumber& number) {
  // "a quarter" is not rounded to a digit.
  const bool is_exact =
      number.kind == QuantityKind::kFraction || number.kind == QuantityKind::kTimes;
  if (is_exact) return {number.value, number.value};
  const double half = 0.5 * std::pow(10, -number.decimals);
  return {number.value - half, number.value + half};
}

class CountSearch {
 public:
  explicit CountSearch(const AuditInput& input)
      : input_(input), printed_(input.printed), tables_(input.tables) {}

  std::vector<SameNumber> search() {
    for (std::size_t first = 0; first < printed_.numbers.size();) {
      const std::size_t context = printed_.numbers[first].context;
      std::size_t last = first;
      while (last < printed_.numbers.size() && printed_.numbers[last].context == context) ++last;
      for (std::size_t t = 0; t < tables_.tables().size(); ++t) {
        search_table(context, first, last, t);
      }
      first = last;
    }
    tell_namesakes();
    return std::move(same_numbers_);
  }

 private:
  void search_table(std::size_t index, std::size_t first, std::size_t last, std::size_t t) {
    const PrintedContext& context = printed_.contexts[index];
    const bool is_near = context.own == t || printed_.shows.contains({context.page, t});
    const TableNames& names = tables_.names(t);
    const bool is_own_cell = context.own == t && context.is_cell;
    // find_told_columns looks at the one; the other, "2 parents", tells whom a row counts.
    if (is_own_cell || context.is_name) return;
    path_ = printed_.numbers[first].place.path;
    if (!is_near && !share_word(context.said.words, names.about.words) && context.measure.empty() &&
        !context.is_cell) {
      return;
    }
    const WithheldTable& table = tables_.tables()[t];
    for (std::size_t i = 0; i < table.counts.size(); ++i) {
      const WithheldCount& count = table.counts[i];
      if (count.known.low == count.known.high || !count.has_value) continue;
      NamedCount named{t, i, index, is_near, {}};
      if (context.is_cell) {
        search_cell(named, first, last);
      } else if (names_count(context, t, count)) {
        search_sentence(named, first, last);
      } else if (context.own == t) {
        search_own_text(named, first, last);
      } else if (is_near && count.is_secret && !count.is_rounded) {
        search_same_number(named, first, last);
      }
    }
  }

  // Whether the words of the sentence are those of the count's row; where rows are years, those of
  // its column.
  [[nodiscard]] bool names_count(const PrintedContext& context, std::size_t t,
                                 const WithheldCount& count) const {
    if (context.is_translated) return false;
    const LineName& row = tables_.names(t).rows[count.row];
    const LineName& column = tables_.names(t).columns[count.column];
    if (!agree_on_years(context.said.years, row.years)) return false;
    if (!agree_on_years(context.said.years, column.years)) return false;
    if (context.own == t && context.row != kNowhere && context.row != count.row) return false;
    if (is_on_own_page(t, count)) return names_on_page(context, t, count);
    // Questions share many words with other sentences.
    if (!tables_.tables()[t].is_grid) return !row.words.empty() && has_all_words(context, row);
    if (!row.words.empty()) return has_words_of(context, row);
    return has_words_of(context, column);
  }

  // A session, or a group of a meeting, in a sentence of its own page.
  [[nodiscard]] bool is_on_own_page(std::size_t t, const WithheldCount& count) const {
    return is_own_page(tables_, t, count, path_);
  }

  // There "parents" are those who came; a session has no name but its date.
  [[nodiscard]] bool names_on_page(const PrintedContext& context, std::size_t t,
                                   const WithheldCount& count) const {
    const LineName& name = tables_.names(t).short_rows[count.row];
    if (name.words.empty()) return share_word(context.said.words, tables_.names(t).about.words);
    return has_all_words(context, name);
  }

  // "2 cases" in the note of the table.
  void search_own_text(const NamedCount& named, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const PrintedNumber& number = printed_.numbers[i];
      if (is_count_itself(named, number) && counts_what(named, number.number)) {
        tell_count(named, number);
      }
    }
  }

  void search_same_number(const NamedCount& named, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const PrintedNumber& number = printed_.numbers[i];
      const SentenceNumbers& said = printed_.contexts[named.context].said;
      const bool is_of_them = number.number.is_of_people && !said.tells_mean && !said.shows_picture;
      if (!is_of_them || !is_count_itself(named, number)) continue;
      const bool is_known = !same_numbers_.empty() && same_numbers_.back().number == i;
      if (!is_known) same_numbers_.push_back({i, named.table});
    }
  }

  void search_sentence(NamedCount named, std::size_t first, std::size_t last) {
    named.partners = partners_of_count(input_, {named.table, named.count}, first, last);
    for (std::size_t i = first; i < last; ++i) {
      const PrintedNumber& number = printed_.numbers[i];
      if (is_count_itself(named, number) && is_meant(named, number.number)) {
        tell_count(named, number);
      }
      if (number.number.kind == QuantityKind::kTimes) {
        search_times(named, number);
      } else if (number.number.kind != QuantityKind::kCount) {
        search_percent(named, number);
      } else {
        search_pair(named, number);
        search_change(named, number);
        search_empty(named, number);
        search_quotient(named, number);
      }
    }
  }

  // The same row, or its measure, in another table.
  void search_cell(const NamedCount& named, std::size_t first, std::size_t last) {
    const PrintedContext& context = printed_.contexts[named.context];
    const WithheldTable& table = tables_.tables()[named.table];
    const WithheldCount& count = table.counts[named.count];
    const TableNames& names = tables_.names(named.table);
    const LineName& row = names.rows[count.row];
    const LineName& column = names.columns[count.column];
    if (!agree_on_years(context.said.years, row.years)) return;
    if (!agree_on_years(context.said.years, column.years)) return;
    const std::string& measure = table.measures[count.row];
    const bool is_measure = !measure.empty() && context.measure == measure;
    const bool has_column = column.words.empty() || has_words_of(context, column);
    const bool has_row = row.words.empty() || has_all_words(context, row);
    const bool is_named = has_row && has_column && (!row.words.empty() || !column.words.empty());
    if (!is_measure && !is_named) return;
    const std::vector<WordKey>& about = names.about.words;
    if (!is_measure && !count.is_secret && !share_word(context.said.words, about)) return;
    for (std::size_t i = first; i < last; ++i) {
      if (is_measure) {
        if (is_count_itself(named, printed_.numbers[i])) tell_count(named, printed_.numbers[i]);
        continue;
      }
      Namesakes& found = namesakes_[{named.table, named.count}];
      if (is_count_itself(named, printed_.numbers[i])) {
        found.equal.emplace_back(named, i);
      } else if (!row.words.empty() && !search_pair(named, printed_.numbers[i])) {
        ++found.different;
      }
    }
  }

  // Where more cells of the name have other values, the name does not say that it is the same.
  void tell_namesakes() {
    for (const auto& [where, found] : namesakes_) {
      if (found.different > found.equal.size()) continue;
      for (const auto& [named, number] : found.equal) tell_count(named, printed_.numbers[number]);
    }
  }

  [[nodiscard]] static bool has_all_words(const PrintedContext& context, const LineName& name) {
    return std::includes(context.said.words.begin(), context.said.words.end(), name.words.begin(),
                         name.words.end());
  }

  [[nodiscard]] const WithheldCount& count_of_name(const NamedCount& named) const {
    return tables_.tables()[named.table].counts[named.count];
  }

  [[nodiscard]] bool is_count_itself(const NamedCount& named, const PrintedNumber& number) const {
    const SentenceNumber& said = number.number;
    return said.kind == QuantityKind::kCount && said.decimals == 0 && !said.is_measure &&
           said.value == static_cast<double>(count_of_name(named).value);
  }

  // Whether people, or what the table counts, follow the number.
  [[nodiscard]] bool counts_what(const NamedCount& named, const SentenceNumber& number) const {
    if (number.counts_people) return true;
    const std::vector<WordKey>& about = tables_.names(named.table).about.words;
    return std::any_of(number.following.begin(), number.following.end(), [&](WordKey word) {
      return word != 0 && std::binary_search(about.begin(), about.end(), word);
    });
  }

  // A small number is only meant if it counts people; a large one hardly stands there by chance.
  [[nodiscard]] bool is_meant(const NamedCount& named, const SentenceNumber& number) const {
    constexpr double kLarge = 20;
    if (number.is_left_out && named.is_near) return true;
    const bool is_of_row = number.before != 0 && is_word_of(named, number.before);
    if (named.is_near && (number.counts_records || is_of_row)) return true;
    return counts_what(named, number) || printed_.contexts[named.context].is_row ||
           (named.is_near && (number.value >= kLarge || names_follow(named, number)));
  }

  // "2 not known": the words of the row follow the number.
  [[nodiscard]] bool names_follow(const NamedCount& named, const SentenceNumber& number) const {
    return std::any_of(number.following.begin(), number.following.end(),
                       [&](WordKey word) { return word != 0 && is_word_of(named, word); });
  }

  // Whether the word is of the count's row or column.
  [[nodiscard]] bool is_word_of(const NamedCount& named, WordKey word) const {
    const TableNames& names = tables_.names(named.table);
    const WithheldCount& count = count_of_name(named);
    const std::vector<WordKey>& row = names.rows[count.row].words;
    const std::vector<WordKey>& column = names.columns[count.column].words;
    return std::binary_search(row.begin(), row.end(), word) ||
           std::binary_search(column.begin(), column.end(), word);
  }

  [[nodiscard]] Teller teller(const NamedCount& named, const PrintedNumber& number) const {
    return teller_of(number, printed_.contexts[named.context], named.table);
  }

  void tell_count(const NamedCount& named, const PrintedNumber& number) {
    const std::int64_t value = count_of_name(named).value;
    Teller told = teller(named, number);
    told.is_count = true;
    tables_.tell({{tables_.id(named.table, named.count), 1}}, value, value, std::move(told));
  }

  // "67 times as many girls", "half as many": of a partner, exactly or rounded.
  void search_times(const NamedCount& named, const PrintedNumber& number) {
    const double factor = number.number.value;
    const double half = 0.5 * std::pow(10, -number.number.decimals);
    const auto value = static_cast<double>(count_of_name(named).value);
    for (const double partner : named.partners) {
      for (const bool is_smaller : {true, false}) {
        const double exact = is_smaller ? partner / factor : partner * factor;
        if (std::abs(exact - value) < 1e-9) {
          tables_.tell_range(named.table, named.count, value, value, teller(named, number));
        } else if (factor > 1) {
          const double least = is_smaller ? partner / (factor + half) : partner * (factor - half);
          const double most = is_smaller ? partner / (factor - half) : partner * (factor + half);
          tables_.tell_range(named.table, named.count, least, most, teller(named, number));
        }
      }
    }
  }

  // A share of a partner, what is left of it, and what it changed by.
  void search_percent(const NamedCount& named, const PrintedNumber& number) {
    Rounding part = rounding_of(number.number);
    const bool is_fraction = number.number.kind == QuantityKind::kFraction;
    for (const double partner : named.partners) {
      const double half = is_fraction ? 0.49 : 0;  // "a quarter of 13"
      const double low = partner * part.low / 100, high = partner * part.high / 100;
      const auto tell = [&](double least, double greatest) {
        tables_.tell_range(named.table, named.count, least - half, greatest + half,
                           teller(named, number));
      };
      tell(low, high);
      tell(partner - high, partner - low);
      const bool tells_change = printed_.contexts[named.context].said.tells_change;
      if (!tells_change || is_fraction) continue;
      tell(partner + low, partner + high);
      tell(partner / (1 + part.high / 100), partner / (1 + part.low / 100));
      if (part.high < 100) tell(partner / (1 - part.low / 100), partner / (1 - part.high / 100));
    }
  }

  // "136 were girls or not known": the count and another of its column, both named; or two years of
  // its row. Returns whether it is such a sum.
  bool search_pair(const NamedCount& named, const PrintedNumber& number) {
    const SentenceNumber& said = number.number;
    const WithheldTable& table = tables_.tables()[named.table];
    const WithheldCount& count = count_of_name(named);
    const PrintedContext& context = printed_.contexts[named.context];
    const bool is_close = named.is_near || context.is_cell;
    if (said.decimals > 0 || said.is_measure || !is_close || said.value < 5) return false;
    bool is_found = false;
    for (std::size_t i = 0; i < table.counts.size(); ++i) {
      const WithheldCount& other = table.counts[i];
      if (i == named.count || !other.has_value || other.value == 0) continue;
      if (static_cast<double>(count.value + other.value) != said.value) continue;
      const bool same_row = other.row == count.row && !context.is_cell;
      const bool same_column = other.column == count.column;
      if (same_row == same_column || (same_row && table.is_grid && !counts_what(named, said))) {
        continue;
      }
      if (same_column && !names_count(context, named.table, other)) continue;
      const std::int64_t sum = count.value + other.value;
      tables_.tell({{tables_.id(named.table, named.count), 1}, {tables_.id(named.table, i), 1}},
                   sum, sum, teller(named, number));
      is_found = true;
    }
    return is_found;
  }

  // "3 more than the year before".
  void search_change(const NamedCount& named, const PrintedNumber& number) {
    const PrintedContext& context = printed_.contexts[named.context];
    if (!context.said.tells_change || number.number.is_measure) return;
    const double value = static_cast<double>(count_of_name(named).value);
    for (const double partner : named.partners) {
      if (partner == number.number.value) continue;
      if (std::abs(std::abs(partner - value) - number.number.value) > 1e-9) continue;
      tables_.tell_range(named.table, named.count, value, value, teller(named, number));
    }
  }

  // "17 of 20 places stayed empty".
  void search_empty(const NamedCount& named, const PrintedNumber& number) {
    if (!printed_.contexts[named.context].said.tells_rest) return;
    if (!is_on_own_page(named.table, count_of_name(named))) return;
    const auto value = static_cast<double>(count_of_name(named).value);
    for (const double partner : named.partners) {
      if (partner - number.number.value != value) continue;
      tables_.tell_range(named.table, named.count, value, value, teller(named, number));
    }
  }

  // "40 hours each" of 120 hours; "2 per 1,000" of 1,500 children.
  void search_quotient(const NamedCount& named, const PrintedNumber& number) {
    const SentenceNumbers& said = printed_.contexts[named.context].said;
    const Rounding quotient = rounding_of(number.number);
    if (quotient.low <= 0) return;
    for (const double partner : named.partners) {
      if (partner == number.number.value) continue;
      if (said.is_of > 0) {
        tables_.tell_range(named.table, named.count, quotient.low * partner / said.is_of,
                           quotient.high * partner / said.is_of, teller(named, number));
      } else if (said.tells_mean) {
        tables_.tell_range(named.table, named.count, partner / quotient.high,
                           partner / quotient.low, teller(named, number));
      }
    }
  }

  const AuditInput& input_;
  const PrintedNumbers& printed_;
  LinkedTables& tables_;
  std::vector<SameNumber> same_numbers_;
  std::string_view path_ = {};  // of the sentence that is looked at
  // By table and count: the cells of other tables that have its names.
  struct Namesakes {
    std::vector<std::pair<NamedCount, std::size_t>> equal;  // with the number
    std::size_t different = 0;
  };
  std::map<std::pair<std::size_t, std::size_t>, Namesakes> namesakes_;
};

}  // namespace

std::vector<SameNumber> find_printed_counts(const AuditInput& input) {
  return CountSearch(input).search();
}

}  // namespace signpost
