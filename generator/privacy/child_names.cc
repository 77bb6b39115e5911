#include "privacy/child_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "privacy/child_words.h"
#include "privacy/name_words.h"

namespace signpost {
namespace {

constexpr std::size_t kAgeReach = 24;      // bytes behind a name within which its age stands
constexpr std::size_t kLongestInRow = 60;  // bytes of a cell that may be a name
constexpr std::size_t kMostNameWords = 4;

constexpr auto kChildren = std::to_array<std::string_view>(
    {"son", "daughter", "child", "boy", "girl", "pupil", "student", "twin", "grandson",
     "granddaughter", "nephew", "niece", "brother", "sister", "called", "named", "old"});

bool is_child_word(std::string_view word) {
  return std::ranges::find(kChildren, ascii_lower(word)) != kChildren.end();
}

std::string_view without_genitive(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  return word;
}

bool is_name_like(std::string_view word) {
  return word.size() > 1 && is_capital(word[0]) && !is_capital(word[1]) && !is_school_word(word);
}

// How many words from `i` on are one name; 0 where none begins, or a school is called by it.
std::size_t name_words_at(const std::vector<ChildWord>& words, std::size_t i) {
  if (!is_name_like(words[i].text)) return 0;
  const std::string_view first = without_genitive(words[i].text);
  const bool is_called = i > 0 && is_child_word(words[i - 1].text) && words[i].before == ' ';
  if (!is_called && !is_given_name(ascii_lower(first))) return 0;
  std::size_t count = 1;
  while (i + count < words.size() && words[i + count - 1].after == ' ' &&
         words[i + count].before == ' ' && is_name_like(words[i + count].text)) {
    ++count;
  }
  const bool is_school = i + count < words.size() && words[i + count - 1].after == ' ' &&
                         is_school_word(words[i + count].text);
  return is_school || count > kMostNameWords ? 0 : count;
}

// Whether the words before the one at `i` end with an age: "my 9-year-old ".
bool follows_age(const std::vector<ChildWord>& words, std::size_t i) {
  if (i < 3 || ascii_lower(words[i - 1].text) != "old") return false;
  return ascii_lower(words[i - 2].text).starts_with("year") && is_school_age(words[i - 3].text);
}

bool is_next_to_age(std::string_view text, std::size_t end) {
  static constexpr auto kBegins =
      std::to_array<std::string_view>({",", " (", " is ", " was ", " aged ", " turned ", " age "});
  const std::string_view after = text.substr(end, kAgeReach);
  const bool is_apart = std::ranges::any_of(
      kBegins, [&](std::string_view begin) { return after.starts_with(begin); });
  return is_apart && says_age(child_words(after));
}

bool has_any(std::string_view head, std::span<const std::string_view> names) {
  return std::ranges::any_of(names,
                             [&](std::string_view name) { return head.find(name) != head.npos; });
}

bool is_age_cell(std::string_view head, std::string_view text) {
  static constexpr auto kAges = std::to_array<std::string_view>({"age", "year", "ncy", "class"});
  const std::vector<ChildWord> words = child_words(text);
  if (says_age(words)) return true;
  if (words.empty() || words.size() > 2 || !is_school_age(words[0].text)) return false;
  return head.empty() || has_any(head, kAges);
}

bool is_school_cell(std::string_view head, std::string_view text) {
  static constexpr auto kPlaces = std::to_array<std::string_view>(
      {"school", "setting", "college", "nursery", "placement", "academy"});
  if (names_school(child_words(text))) return true;
  const bool is_named = !text.empty() && is_capital(text[0]) && text.size() > 2;
  return is_named && has_any(head, kPlaces);
}

bool is_initials_cell(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (is_capital(c)) {
      letters += c;
    } else if (c != '.' && c != ' ') {
      return false;
    }
  }
  return letters.size() >= 2 && letters.size() <= 3 && !is_short_form(letters);
}

bool is_name_cell(std::string_view head, std::string_view text) {
  static constexpr auto kHeads =
      std::to_array<std::string_view>({"name", "child", "pupil", "student", "young person", "who"});
  const std::vector<ChildWord> words = child_words(text);
  const bool is_short = text.size() <= kLongestInRow && words.size() <= kMostNameWords;
  if (words.empty() || !is_short || names_school(words)) return false;
  const bool is_like_name =
      std::ranges::all_of(words, [](const ChildWord& word) { return is_capital(word.text[0]); });
  if (!is_like_name || !is_name_like(words[0].text)) return false;
  const std::string first = ascii_lower(without_genitive(words[0].text));
  return is_given_name(first) ||
         (has_any(head, kHeads) && !is_role_word(first) && !is_office_word(first));
}

}  // namespace

std::vector<TextSpan> find_child_names(std::string_view text) {
  std::vector<TextSpan> found;
  const std::vector<ChildWord> words = child_words(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t count = name_words_at(words, i);
    if (count == 0) continue;
    const std::string_view last = without_genitive(words[i + count - 1].text);
    const auto begin = static_cast<std::size_t>(words[i].text.data() - text.data());
    const auto end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
    if (follows_age(words, i) || is_next_to_age(text, end)) {
      if (names_school(child_words(sentence_around(text, begin, end)))) {
        found.push_back({begin, end});
      }
    }
    i += count - 1;
  }
  return found;
}

std::optional<std::size_t> find_child_in_row(std::span<const NamedCell> row) {
  static constexpr auto kChildHeads =
      std::to_array<std::string_view>({"child", "initials", "pupil", "student", "young person"});
  static constexpr auto kNeedHeads = std::to_array<std::string_view>(
      {"condition", "diagnosis", "difficulty", "disability", "medication", "need"});
  std::optional<std::size_t> child;
  bool has_age = false, has_school = false, has_need = false, is_called_child = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string_view text = trimmed(row[i].text);
    if (text.empty()) continue;
    const std::string head = ascii_lower(row[i].head);
    if (has_any(head, kNeedHeads)) {
      has_need = has_need || !child_words(text).empty();
    } else if (is_age_cell(head, text)) {
      has_age = true;
    } else if (is_school_cell(head, text)) {
      has_school = true;
    } else if (!child && (is_initials_cell(text) || is_name_cell(head, text))) {
      child = i;
      is_called_child = has_any(head, kChildHeads);
    }
  }
  const bool is_told = (has_age && has_school) || (is_called_child && has_need);
  return is_told ? child : std::nullopt;
}

}  // namespace signpost
