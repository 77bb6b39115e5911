#include "privacy/surroundings.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <span>
#include <string_view>
#include <vector>

#include "base/english.h"
#include "base/text.h"
#include "privacy/name_words.h"
#include "privacy/surrounding_words.h"

namespace signpost {
namespace {

constexpr std::size_t kReach = 120;        // bytes on each side
constexpr std::size_t kReachAfter = 24;    // … within which a number is named after it
constexpr std::size_t kBirthReach = 48;    // … before a date in which "born" makes it a birthday
constexpr std::size_t kSubjectReach = 32;  // … before "born" which say of whom it is
constexpr std::size_t kBirthAfter = 16;    // … after a date: "12 March 2015 (date of birth)"

using Names = std::span<const std::string_view>;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_whole_word(std::string_view text, std::size_t at, std::size_t size) {
  const bool begins = at == 0 || !is_letter_or_digit(text[at - 1]);
  return begins && (at + size >= text.size() || !is_letter_or_digit(text[at + size]));
}

// The first two letters of the words in a text, so that most of those that are looked for need no
// look.
class WordBeginnings {
 public:
  explicit WordBeginnings(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool begins = i == 0 || !is_letter_or_digit(text[i - 1]);
      if (begins) there_.set(number_of(text.substr(i, 2)));
    }
  }
  [[nodiscard]] bool may_have(std::string_view word) const {
    return word.size() < 2 || there_[number_of(word)];
  }

 private:
  static std::size_t number_of(std::string_view word) {
    const auto part = [&](std::size_t i) {
      return i < word.size() ? static_cast<unsigned char>(word[i]) & 31U : 0U;
    };
    return part(0) * 32 + part(1);
  }

  std::bitset<1024> there_;
};

// The end of the last of the words in `text`, or 0.
std::size_t last_end(std::string_view text, Names words) {
  if (text.empty()) return 0;
  const WordBeginnings beginnings(text);
  std::size_t last = 0;
  for (const std::string_view word : words) {
    if (!beginnings.may_have(word)) continue;
    for (std::size_t at = text.rfind(word); at != text.npos; at = text.rfind(word, at - 1)) {
      if (is_whole_word(text, at, word.size())) last = std::max(last, at + word.size());
      if (at == 0 || last >= at + word.size()) break;
    }
  }
  return last;
}

bool has_word(std::string_view text, Names words) { return last_end(text, words) > 0; }

bool has_word(const Surroundings& around, Names words) {
  return has_word(around.before, words) || has_word(around.after, words);
}

// Whether a sentence ends before `i`: a mark, a space, a capital; not after "No." and the like.
bool begins_sentence(std::string_view text, std::size_t i) {
  if (i < 2 || i >= text.size() || text[i - 1] != ' ') return false;
  const char mark = text[i - 2];
  const bool is_capital = text[i] >= 'A' && text[i] <= 'Z';
  return is_capital && (mark == '.' || mark == '!' || mark == '?');
}

// Whether all words of the text may stand between a number and its name.
bool are_link_words(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_letter_or_digit(text[i])) continue;
    const std::string_view word = text.substr(begin, i - begin);
    if (!word.empty() && std::ranges::find(kLinkWords, word) == std::end(kLinkWords)) return false;
    begin = i + 1;
  }
  return true;
}

// Whether one of the names stands next to the number, before or after it.
bool is_called(const Surroundings& around, Names names) {
  const std::size_t end = last_end(around.before, names);
  if (end > 0 && are_link_words(std::string_view(around.before).substr(end))) return true;
  for (std::size_t size = 1; size <= std::min(around.after.size(), 2 * kReachAfter); ++size) {
    const std::string_view after = std::string_view(around.after).substr(0, size);
    const bool is_word_end = size == around.after.size() || !is_letter_or_digit(around.after[size]);
    if (!is_word_end || !is_letter_or_digit(after.back())) continue;
    for (const std::string_view name : names) {
      if (after.ends_with(name) && are_link_words(after.substr(0, size - name.size()))) return true;
    }
  }
  return false;
}

// Whether a given name stands in the text, with another name behind it: "jane smith", not "queen
// elizabeth hospital" or "the thomas rotherham college".
bool names_someone(std::string_view text) {
  int names = 0;  // given name and what follows it, as far as now
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (is_letter_or_digit(text[i]) || text[i] == '\'')) continue;
    const std::string_view word = text.substr(begin, i - begin);
    begin = i + 1;
    if (!word.empty()) {
      const bool is_plain = is_role_word(word) || is_link_word(word) || word[0] <= '9';
      if (is_office_word(word)) {
        names = 0;
      } else if (names >= 2 && is_plain) {
        return true;
      } else if (names > 0 && !is_plain) {
        ++names;
      } else {
        names = is_given_name(word) ? 1 : 0;
      }
    }
    const bool goes_on = i < text.size() && text[i] == ' ';
    if (!goes_on && names >= 2) return true;
    if (!goes_on) names = 0;
  }
  return false;
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (is_letter_or_digit(text[i]) || text[i] == '\'')) continue;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return words;
}

bool is_full_name(std::string_view given, std::string_view family) {
  return is_given_name(given) && family.size() > 1 && family[0] >= 'a' && !is_role_word(family) &&
         !is_office_word(family) && !is_link_word(family);
}

}  // namespace

Surroundings surroundings_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t from = begin > kReach ? begin - kReach : 0;
  for (std::size_t i = begin; i > from; --i) {
    if (begins_sentence(text, i)) {
      from = i;
      break;
    }
  }
  std::size_t to = std::min(text.size(), end + kReach);
  for (std::size_t i = end; i < to; ++i) {
    if (begins_sentence(text, i)) {
      to = i;
      break;
    }
  }
  Surroundings around{ascii_lower(text.substr(from, begin - from)),
                      ascii_lower(text.substr(end, to - end))};
  std::ranges::replace(around.before, '-', ' ');
  std::ranges::replace(around.after, '-', ' ');
  return around;
}

bool has_name(const Surroundings& around, NumberName name) {
  static constexpr std::array<Names, 4> kNames = {kNhsNames, kInsuranceNames, kPupilNames,
                                                  kPostcodeNames};
  const Names names = kNames[static_cast<std::size_t>(name)];
  return has_word(around.before, names) ||
         has_word(std::string_view(around.after).substr(0, kReachAfter), names);
}

bool is_other_number(const Surroundings& around) { return is_called(around, kOtherNames); }

bool is_mere_reference(const Surroundings& around) {
  return is_called(around, kVagueNames) && !has_word(around, kPersonNames) &&
         !has_word(around, kNhsNames);
}

bool is_example(const Surroundings& around) { return has_word(around, kExampleNames); }

bool is_of_office(const Surroundings& around) {
  return (has_word(around, kOfficeNames) || has_word(around, kOurselves)) &&
         !has_word(around, kPersonNames) && !names_someone(around.before) &&
         !names_someone(around.after);
}

bool is_of_helpline(const Surroundings& around) {
  return has_word(around, kHelplineNames) && !has_word(around, kPersonNames);
}

bool is_of_venue(const Surroundings& around) {
  if (has_word(around, kPublicPlaces) && !has_word(around, kPersonNames)) return true;
  return has_word(around, kVenueNames) && !has_word(around, kHomeNames) &&
         !names_someone(around.before);
}

bool is_of_home(const Surroundings& around) {
  return has_word(around, kHomeNames) || has_word(around, kPersonNames) ||
         names_someone(around.before);
}

bool follows_named_place(std::string_view text, std::size_t begin) {
  constexpr std::size_t kPlaceReach = 60;
  const std::size_t from = begin > kPlaceReach ? begin - kPlaceReach : 0;
  const std::string_view before = text.substr(from, begin - from);
  const bool has_figure = std::ranges::any_of(before, [](char c) { return c >= '0' && c <= '9'; });
  const std::size_t comma = before.rfind(',', before.size() < 2 ? 0 : before.size() - 2);
  if (has_figure || comma == before.npos || comma < 4) return false;
  // Two words with capitals before a comma: "Scout Hut, ".
  const std::string_view place = before.substr(0, comma);
  const std::size_t last = place.rfind(' ');
  if (last == place.npos || last == 0 || last + 1 >= place.size()) return false;
  const std::size_t space = place.rfind(' ', last - 1);
  const char first = place[space == place.npos ? 0 : space + 1];
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return is_upper(place[last + 1]) && is_upper(first);
}

bool is_day_of_age(const Surroundings& around) {
  static constexpr auto kYears =
      std::to_array<std::string_view>({"years", "year", "yrs", "old", "the"});
  std::vector<std::string_view> words = words_in(around.before);
  if (!words.empty() && words.back() == "the") words.pop_back();
  if (words.empty() || words.back() != "on") return false;
  words.pop_back();
  while (!words.empty() && std::ranges::find(kYears, words.back()) != kYears.end()) {
    words.pop_back();
  }
  if (words.size() < 2) return false;
  const std::string_view age = words.back(), verb = words[words.size() - 2];
  const bool is_figure = age.size() <= 2 && age.find_first_not_of("0123456789") == age.npos;
  if (!is_figure && !english_numeral(age)) return false;
  const bool is_verb = std::ranges::find(kAgeVerbs, verb) != kAgeVerbs.end();
  const bool is_someone =
      has_word(around.before, kOnePerson) || std::ranges::any_of(words, is_given_name);
  return is_verb && is_someone && !has_word(around.before, kManyOrThings);
}

bool follows_child(const Surroundings& around) {
  const bool is_in_brackets = around.before.ends_with('(');
  if (!is_in_brackets && !around.before.ends_with(", ")) return false;
  const std::vector<std::string_view> words = words_in(around.before);
  if (words.empty()) return false;
  const std::string_view word = words.back();
  if (is_given_name(word)) return true;
  if (!is_in_brackets) return false;
  if (std::ranges::find(kChildWords, word) != kChildWords.end()) return true;
  return words.size() > 1 && is_full_name(words[words.size() - 2], word) &&
         !has_word(around.before, kDecisions);
}

bool follows_name_of_child(const Surroundings& around) {
  if (!around.before.ends_with('(') && !around.before.ends_with(", ")) return false;
  const std::vector<std::string_view> words = words_in(around.before);
  if (words.empty() || has_word(around.before, kManyOrThings)) return false;
  const std::size_t last = words.size() - 1;
  const bool is_named =
      is_given_name(words[last]) || (last > 0 && is_full_name(words[last - 1], words[last]));
  return is_named && has_word(around.before, kChildWords) && !has_word(around.before, kDecisions);
}

bool is_called_birthday(const Surroundings& around) {
  const std::size_t end = last_end(around.before, kBirthNames);
  const std::string_view between = std::string_view(around.before).substr(end);
  if (end > 0 && (are_link_words(between) || trimmed(between) == "on")) return true;
  return is_called({"", around.after}, kBirthNames);
}

bool is_birthday(const Surroundings& around) {
  const std::string_view before = around.before;
  const std::size_t from = before.size() > kBirthReach ? before.size() - kBirthReach : 0;
  if (const std::size_t end = last_end(before.substr(from), kBirthNames); end > 0) {
    const std::string_view subject = before.substr(0, from + end);
    const std::size_t first = subject.size() > kSubjectReach ? subject.size() - kSubjectReach : 0;
    return !has_word(before.substr(from + end), kOtherDays) &&
           !has_word(subject.substr(first), kManyOrThings);
  }
  const std::string_view after = std::string_view(around.after).substr(0, 2 * kBirthAfter);
  const std::size_t end = last_end(after, kBirthNames);
  return end > 0 && end <= kBirthAfter + 8 && !has_word(after.substr(0, end), kAsking) &&
         !has_word(around.before, kManyOrThings);
}

}  // namespace signpost
