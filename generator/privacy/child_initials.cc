#include "privacy/child_initials.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/english.h"
#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kSentenceReach = 120;  // bytes of the sentence on each side

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_latin_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }
bool is_word_sign(char c) { return is_latin_letter(c) || (c >= '0' && c <= '9') || c == '\''; }

// A word of the text, with what stands directly before and behind it.
struct Word {
  std::string_view text;
  char before = ' ', after = ' ';
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && is_word_sign(text[i])) ++i;
    if (i > begin) {
      words.push_back({text.substr(begin, i - begin), begin > 0 ? text[begin - 1] : ' ',
                       i < text.size() ? text[i] : ' '});
    } else {
      ++i;
    }
  }
  return words;
}

// "9", "nine": an age at school.
bool is_age(std::string_view word) {
  constexpr unsigned kYoungest = 2, kOldest = 18;
  const std::optional<unsigned> numeral = english_numeral(word);
  if (numeral && *numeral >= kYoungest && *numeral <= kOldest) return true;
  const bool is_number = !word.empty() && word.size() <= 2 &&
                         word.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number && (word.size() == 1 ? word[0] >= '2' : word[0] == '1' || word <= "25");
}

bool says_age(const std::vector<Word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = ascii_lower(words[i].text);
    if (word == "reception") return true;
    if (!is_age(word)) continue;
    const std::string before = i > 0 ? ascii_lower(words[i - 1].text) : "";
    const std::string after = i + 1 < words.size() ? ascii_lower(words[i + 1].text) : "";
    if (before == "aged" || before == "age" || before == "is" || before == "was") return true;
    if (before == "year" || before == "yr" || before == "turned") return true;
    if (after.starts_with("year") || after == "yrs" || after == "yo") return true;
    if (words[i].before == '(' && words[i].after == ')') return true;
    if (words[i].before == ' ' && words[i].after == ',') return true;
  }
  return false;
}

// "Southfield Primary", "Ralph Allen School": a kind of school behind a name.
bool names_school(const std::vector<Word>& words) {
  static constexpr auto kSchools = std::to_array<std::string_view>(
      {"School", "Primary", "Infant", "Infants", "Junior", "Juniors", "Academy", "College", "High",
       "Secondary", "Nursery", "Grammar", "Preschool"});
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (std::ranges::find(kSchools, words[i].text) == kSchools.end()) continue;
    const std::string_view name = words[i - 1].text;
    if (name.size() > 2 && is_capital(name[0])) return true;
  }
  return false;
}

// Short forms of two letters that stand on such sites and are no one's initials.
bool is_short_form(std::string_view letters) {
  static constexpr auto kForms = std::to_array<std::string_view>(
      {"AM", "AP", "AR", "BA", "BB", "BT", "CE", "CP", "CV", "DL", "EP", "EU", "FE", "GB",
       "GP", "HE", "HR", "HV", "ID", "IT", "KS", "LA", "LO", "MA", "MP", "NI", "OK", "OT",
       "PA", "PE", "PM", "PO", "PT", "QA", "RE", "SI", "SL", "TA", "TV", "UK", "US", "VI",
       "HI", "SW", "PD", "CD", "DC", "ED", "EY", "ND", "PP", "PI", "CT", "AI", "IP"});
  return std::ranges::find(kForms, letters) != kForms.end();
}

// The end of "J.B." or "J. B." at `i`, or 0; not of "J.B. Priestley", which is a name.
std::size_t dotted_end(std::string_view text, std::size_t i) {
  std::size_t at = i, letters = 0;
  std::string initials;
  while (at + 1 < text.size() && is_capital(text[at]) && text[at + 1] == '.' && letters < 4) {
    initials += text[at];
    at += 2;
    ++letters;
    if (at + 2 < text.size() && text[at] == ' ' && is_capital(text[at + 1]) &&
        text[at + 2] == '.') {
      ++at;
    }
  }
  if (letters < 2 || letters > 3 || is_short_form(initials)) return 0;
  const bool is_name = at + 2 < text.size() && text[at] == ' ' && is_capital(text[at + 1]) &&
                       is_latin_letter(text[at + 2]);
  return is_name || (at < text.size() && is_latin_letter(text[at])) ? 0 : at;
}

bool has_word_before(std::string_view text, std::size_t i) {
  static constexpr std::string_view kWords[] = {"initials", "pupil", "child", "case",
                                                "student",  "boy",   "girl",  "called"};
  const std::string before =
      ascii_lower(text.substr(i > 12 ? i - 12 : 0, std::min<std::size_t>(i, 12)));
  const std::string_view last = trimmed(before);
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return last.ends_with(word) ||
           (last.ends_with(':') && last.substr(0, last.size() - 1).ends_with(word));
  });
}

// The end of "JB" at `i`, or 0.
std::size_t plain_end(std::string_view text, std::size_t i) {
  const std::size_t end = i + 2;
  if (end > text.size() || !is_capital(text[i + 1])) return 0;
  if (end < text.size() && is_word_sign(text[end])) return 0;
  if (is_short_form(text.substr(i, 2))) return 0;
  if (has_word_before(text, i)) return end;
  const std::vector<Word> next = words_of(text.substr(end, 24));
  const std::string_view between = text.substr(end, 2);
  const bool is_apart =
      between.starts_with(",") || between == " (" || between == " i" || between == " w";
  if (!is_apart || next.empty()) return 0;
  return says_age(next) ? end : 0;
}

// The sentence around the text from `begin` to `end`; a point behind a single capital ends none.
std::string_view sentence_around(std::string_view text, std::size_t begin, std::size_t end) {
  const auto ends_at = [&](std::size_t i) {
    return i > 0 && i + 1 < text.size() && text[i] == '.' && text[i + 1] == ' ' &&
           !is_capital(text[i - 1]);
  };
  std::size_t from = begin, to = end;
  while (from > 0 && begin - from < kSentenceReach && !ends_at(from - 1)) --from;
  while (to < text.size() && to - end < kSentenceReach && !ends_at(to)) ++to;
  return text.substr(from, to - from);
}

}  // namespace

std::vector<TextSpan> find_child_initials(std::string_view text) {
  std::vector<TextSpan> found;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!is_capital(text[i]) || (i > 0 && is_word_sign(text[i - 1]))) continue;
    if (text[i + 1] != '.' && !is_capital(text[i + 1])) continue;
    const std::size_t end = text[i + 1] == '.' ? dotted_end(text, i) : plain_end(text, i);
    if (end == 0) continue;
    const std::vector<Word> words = words_of(sentence_around(text, i, end));
    if (says_age(words) && names_school(words)) found.push_back({i, end});
    i = end - 1;
  }
  return found;
}

}  // namespace signpost
