#include "privacy/child_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/english.h"
#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kSentenceReach = 120;  // bytes of the sentence on each side

// "Southfield Primary", "Ralph Allen School": kinds of schools behind a name.
constexpr auto kSchools = std::to_array<std::string_view>(
    {"School", "Primary", "Infant", "Infants", "Junior", "Juniors", "Academy", "College", "High",
     "Secondary", "Nursery", "Grammar", "Preschool"});

// "y4", "y11"
bool is_school_year(std::string_view word) {
  constexpr int kLastYear = 13;
  if (word.size() < 2 || word.size() > 3 || word[0] != 'y') return false;
  int year = 0;
  for (const char c : word.substr(1)) {
    if (c < '0' || c > '9') return false;
    year = year * 10 + (c - '0');
  }
  return year >= 1 && year <= kLastYear;
}

}  // namespace

bool is_school_age(std::string_view word) {
  constexpr unsigned kYoungest = 2, kOldest = 18;
  const std::optional<unsigned> numeral = english_numeral(word);
  if (numeral && *numeral >= kYoungest && *numeral <= kOldest) return true;
  const bool is_number = !word.empty() && word.size() <= 2 &&
                         word.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number && (word.size() == 1 ? word[0] >= '2' : word[0] == '1' || word <= "25");
}

std::vector<ChildWord> child_words(std::string_view text) {
  std::vector<ChildWord> words;
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

bool says_age(const std::vector<ChildWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = ascii_lower(words[i].text);
    if (word == "reception" || is_school_year(word)) return true;
    if (!is_school_age(word)) continue;
    const std::string before = i > 0 ? ascii_lower(words[i - 1].text) : "";
    const std::string after = i + 1 < words.size() ? ascii_lower(words[i + 1].text) : "";
    if (before == "aged" || before == "age" || before == "is" || before == "was") return true;
    if (before == "year" || before == "yr" || before == "turned") return true;
    if (before == "group" && i > 1 && ascii_lower(words[i - 2].text) == "year") return true;
    if (after.starts_with("year") || after == "yrs" || after == "yo") return true;
    if (words[i].before == '(' && words[i].after == ')') return true;
    if (words[i].before == ' ' && words[i].after == ',') return true;
  }
  return false;
}

bool is_school_word(std::string_view word) {
  return std::ranges::find(kSchools, word) != kSchools.end();
}

bool names_school(const std::vector<ChildWord>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_school_word(words[i].text)) continue;
    const std::string_view name = words[i - 1].text;
    if (name.size() > 2 && is_capital(name[0])) return true;
  }
  return false;
}

bool is_short_form(std::string_view letters) {
  static constexpr auto kForms = std::to_array<std::string_view>(
      {"AM", "AP", "AR", "BA", "BB", "BT", "CE", "CP", "CV", "DL", "EP", "EU", "FE", "GB",
       "GP", "HE", "HR", "HV", "ID", "IT", "KS", "LA", "LO", "MA", "MP", "NI", "OK", "OT",
       "PA", "PE", "PM", "PO", "PT", "QA", "RE", "SI", "SL", "TA", "TV", "UK", "US", "VI",
       "HI", "SW", "PD", "CD", "DC", "ED", "EY", "ND", "PP", "PI", "CT", "AI", "IP"});
  return std::ranges::find(kForms, letters) != kForms.end();
}

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

}  // namespace signpost
