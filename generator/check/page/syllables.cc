#include "check/page/syllables.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace signpost {
namespace {

constexpr std::size_t kMaxWord = 40;

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

struct Exception {
  std::string_view word;
  std::uint32_t syllables;
};

// Words of this field, or common ones, that the rules get wrong. Sorted.
constexpr auto kExceptions = std::to_array<Exception>({
    {"area", 3},      {"areas", 3},      {"being", 2},     {"business", 2}, {"create", 2},
    {"created", 3},   {"different", 3},  {"doing", 2},     {"evening", 2},  {"every", 2},
    {"everyone", 3},  {"everything", 3}, {"going", 2},     {"idea", 3},     {"ideas", 3},
    {"people", 2},    {"science", 2},    {"seeing", 2},    {"someone", 2},  {"something", 2},
    {"sometimes", 2}, {"somewhere", 2},  {"therefore", 2}, {"trial", 2},    {"used", 1},
    {"useful", 2},    {"whoever", 3},    {"whole", 1},
});

static_assert(std::ranges::is_sorted(kExceptions, {}, &Exception::word));

// Where the exceptions that begin with a letter start in the table.
constexpr std::array<std::uint8_t, 27> make_starts() {
  std::array<std::uint8_t, 27> starts{};
  for (std::size_t letter = 0; letter < 27; ++letter) {
    while (starts[letter] < kExceptions.size() &&
           kExceptions[starts[letter]].word[0] < static_cast<char>('a' + letter)) {
      ++starts[letter];
    }
  }
  return starts;
}
constexpr std::array<std::uint8_t, 27> kStarts = make_starts();

const Exception* find_exception(std::string_view word) {
  const auto letter = static_cast<std::size_t>(word[0] - 'a');
  for (std::size_t i = kStarts[letter]; i < kStarts[letter + 1]; ++i) {
    if (kExceptions[i].word == word) return &kExceptions[i];
  }
  return nullptr;
}

// Two vowels that are said apart: "di-et", "re-act" is left out as too rare to be safe.
std::uint32_t hiatus_count(std::string_view word) {
  std::uint32_t count = 0;
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    const std::string_view pair = word.substr(i, 2);
    const std::string_view before = word.substr(i - 1, 1);
    const bool soft = before == "c" || before == "t" || before == "s" || before == "g";
    if ((pair == "ia" || pair == "io" || pair == "iu") && !soft) ++count;  // medi-a, peri-od
    if (pair == "ua" || pair == "uo") count += before == "q" || before == "g" ? 0U : 1U;  // usu-al
    if (pair == "ie" && word.substr(i + 2) == "t") ++count;  // qui-et, di-et
    if (pair == "eo" && before == "d") ++count;              // vide-o
  }
  return count;
}

// The e at the end that is not said: "make", "makes", "asked".
bool has_silent_ending(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 3) return false;
  if (word.ends_with("e"))
    return !is_vowel(word[n - 2]) && !(word.ends_with("le") && !is_vowel(word[n - 3]));
  if (word.ends_with("ed"))
    return n > 3 && word[n - 3] != 't' && word[n - 3] != 'd' && !is_vowel(word[n - 3]);
  if (!word.ends_with("es") || is_vowel(word[n - 3])) return false;
  const std::string_view stem = word.substr(0, n - 2);
  static constexpr std::string_view kSaid[] = {"s", "x", "z", "ch", "sh", "c", "g"};
  const bool said =
      std::ranges::any_of(kSaid, [&](std::string_view e) { return stem.ends_with(e); });
  return !said && !(stem.ends_with("l") && n > 3 && !is_vowel(word[n - 4]));
}

// An e in the middle that is not said: "statement", "useful", "safely".
std::uint32_t silent_middle_count(std::string_view word) {
  static constexpr std::string_view kSuffixes[] = {"ment", "ments", "ful", "fully",
                                                   "less", "ly",    "ness"};
  for (const std::string_view suffix : kSuffixes) {
    if (!word.ends_with(suffix)) continue;
    const std::string_view stem = word.substr(0, word.size() - suffix.size());
    const bool silent = stem.size() > 2 && stem.back() == 'e' && has_silent_ending(stem);
    return silent ? 1 : 0;
  }
  return 0;
}

std::uint32_t count_lower(std::string_view word) {
  if (const Exception* exception = find_exception(word); exception != nullptr) {
    return exception->syllables;
  }
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool starts = is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
    if (starts && !(i == 0 && word[i] == 'y' && word.size() > 1 && is_vowel(word[1]))) ++count;
    if (i == 0 && word[i] == 'y' && word.size() > 1 && is_vowel(word[1])) ++count;
  }
  count += hiatus_count(word);
  if (word.ends_with("ism") || word.ends_with("sm")) ++count;
  if (word.ends_with("ying") || word.ends_with("eing")) ++count;
  const std::uint32_t silent = (has_silent_ending(word) ? 1U : 0U) + silent_middle_count(word);
  return count > silent ? count - silent : 1;
}

}  // namespace

std::uint32_t count_syllables(std::string_view word) {
  std::array<char, kMaxWord> lower{};
  std::size_t size = 0;
  std::uint32_t count = 0;
  std::uint32_t capitals = 0;
  std::uint32_t figures = 0;
  const auto finish_part = [&] {
    if (size > 0) count += count_lower(std::string_view(lower.data(), size));
    size = 0;
  };
  for (const char c : word.substr(0, kMaxWord)) {
    if (c >= 'A' && c <= 'Z') ++capitals;
    if (c >= '0' && c <= '9') ++figures;
    if (c == '-') {
      finish_part();
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      lower[size++] = c >= 'a' ? c : static_cast<char>(c + 32);
    }
  }
  const bool is_short_form = capitals > 1 && capitals + 1 >= size;
  if (figures > 0 || is_short_form) return std::clamp((figures + capitals + 1) / 2, 1U, 3U);
  finish_part();
  return std::max(count, 1U);
}

double reading_age(std::uint32_t words, std::uint32_t sentences, std::uint32_t syllables) {
  if (words == 0 || sentences == 0) return 5.0;
  const double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  return std::max(grade + 5.0, 5.0);
}

}  // namespace signpost
