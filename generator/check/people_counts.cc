#include "check/people_counts.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/english.h"
#include "base/text.h"
#include "data/cell_text.h"
#include "disclosure/people_words.h"

namespace signpost {
namespace {

using WordRow = std::vector<std::string>;

constexpr std::size_t kLongestCount = 6;  // figures

bool counts_people(std::string_view word) {
  const PeopleWord kind = people_word(word);
  return kind == PeopleWord::kPerson || kind == PeopleWord::kEvent || word == "volunteers";
}

// Whether the first column's head divides people: "Need", "Age group".
bool divides_people(std::string_view head) {
  static constexpr auto kDivisions = std::to_array<std::string_view>(
      {"age", "ages", "condition", "conditions", "diagnosis", "disability", "ethnicity", "faith",
       "gender", "impairment", "need", "needs", "nationality", "religion", "send", "sex"});
  const std::vector<std::string> words = words_in_small_letters(head);
  constexpr std::size_t kMostWords = 3;  // "Main need", "Type of need"
  return words.size() <= kMostWords && std::ranges::any_of(words, [](std::string_view word) {
           return std::ranges::find(kDivisions, word) != kDivisions.end();
         });
}

// The count in a cell: "1,240", "3 families".
struct WordCount {
  std::int64_t value = 0;
  bool says_people = false;
};

// "/60", "of 60", "out of 60", "(5%)": what stands behind a part of a whole.
bool is_of_a_whole(std::string_view rest) {
  const bool is_bracket = rest.starts_with('(') && (rest.ends_with("%)") || rest.ends_with("%"));
  for (const std::string_view lead : {"/", "of ", "out of ", "("}) {
    if (!rest.starts_with(lead)) continue;
    rest = trimmed(rest.substr(lead.size()));
    while (is_bracket && (rest.ends_with('%') || rest.ends_with(')'))) rest.remove_suffix(1);
    constexpr std::size_t kLongest = 6;
    return !rest.empty() && rest.size() <= kLongest &&
           rest.find_first_not_of(is_bracket ? "0123456789." : "0123456789") == rest.npos;
  }
  return false;
}

std::optional<WordCount> count_in(std::string_view cell) {
  const std::string plain = plain_figure(cell);  // digits of any script
  std::string_view text = plain;
  while (text.ends_with('*')) text = trimmed(text.substr(0, text.size() - 1));
  WordCount count;
  constexpr unsigned kMostInWords = 9;
  const std::optional<unsigned> numeral =
      english_numeral(ascii_lower(text.substr(0, text.find(' '))));
  if (numeral && *numeral > 0 && *numeral <= kMostInWords && text.find(' ') == text.npos) {
    return WordCount{*numeral, false};
  }
  std::size_t digits = 0;
  std::size_t i = 0;
  for (; i < text.size() && ((text[i] >= '0' && text[i] <= '9') || text[i] == ','); ++i) {
    if (text[i] == ',') continue;
    if (++digits > kLongestCount) return std::nullopt;
    count.value = count.value * 10 + (text[i] - '0');
  }
  if (digits == 0 || (text[0] == '0' && digits > 1)) return std::nullopt;
  const std::string_view rest = trimmed(text.substr(i));
  if (rest.empty() || is_of_a_whole(rest)) return count;
  const std::vector<std::string> words = words_in_small_letters(rest);
  count.says_people = words.size() <= 2 && !words.empty() && text[i] == ' ' &&
                      counts_people(words.back()) && !names_measure(rest);
  return count.says_people ? std::optional(count) : std::nullopt;
}

// 1, 2, 3 …, or nothing but years.
bool is_numbering(const std::vector<WordRow>& rows, std::size_t column) {
  std::int64_t next = 1;
  bool is_sequence = true;
  bool are_years = true;
  for (const WordRow& row : rows) {
    const std::optional<WordCount> count =
        column < row.size() ? count_in(row[column]) : std::nullopt;
    if (!count) return false;
    is_sequence = is_sequence && count->value == next++;
    are_years = are_years && count->value >= 1900 && count->value <= 2100;
  }
  return (is_sequence && column == 0) || are_years;
}

// Whether nothing but counts, two or more, stands behind the row's name.
bool is_row_of_counts(const WordRow& row) {
  if (row.size() < 3) return false;
  for (std::size_t c = 1; c < row.size(); ++c) {
    if (!row[c].empty() && !count_in(row[c])) return false;
  }
  return true;
}

bool is_count_of_people(const WordTable& table, const WordRow& row, std::size_t column) {
  const std::optional<WordCount> count = count_in(row[column]);
  if (!count) return false;
  if (count->says_people) return true;
  const std::string head = ascii_lower(column < table.heads.size() ? table.heads[column] : "");
  const bool is_year = head == "this year" || head == "last year";
  if (!is_year && names_measure(head)) return false;
  if (names_people(head)) return true;
  if (column == 0 || names_measure(row[0])) return false;
  // "Families | 40 | 3" below "Autism" and "Deafblind".
  const std::optional<CountedPeople> counted = counted_people(row[0]);
  const bool is_of_people = counted && counted->kind == PeopleWord::kPerson;
  const bool is_across =
      table.heads.empty() || table.heads[0].empty() || divides_people(table.heads[0]);
  if (is_of_people && is_across && is_row_of_counts(row)) return true;
  if (!is_bare_head(head)) return false;
  const bool names_rows =
      !table.heads.empty() && (names_people(table.heads[0]) || divides_people(table.heads[0]));
  return names_people(row[0]) || names_rows || names_people(table.caption);
}

}  // namespace

bool is_word_count(std::string_view text) { return count_in(text).has_value(); }

std::optional<PeopleCount> find_people_count(const WordTable& table, DisclosureProfile profile) {
  std::size_t width = table.heads.size();
  for (const WordRow& row : table.rows) width = std::max(width, row.size());
  std::optional<PeopleCount> first;
  for (std::size_t c = 0; c < width; ++c) {
    if (is_numbering(table.rows, c)) continue;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const WordRow& row = table.rows[r];
      if (c >= row.size() || !is_count_of_people(table, row, c)) continue;
      const bool is_small = is_small_count(count_in(row[c])->value, profile);
      if (first && (!is_small || first->is_small)) continue;
      const std::string head = c < table.heads.size() ? table.heads[c] : "";
      first = PeopleCount{r, c, head.empty() ? row[0] : head, is_small};
    }
  }
  return first;
}

}  // namespace signpost
