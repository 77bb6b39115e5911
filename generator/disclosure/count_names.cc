#include "disclosure/count_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/word_runs.h"
#include "disclosure/people_words.h"

namespace signpost {
namespace {

bool is_joint(std::string_view word) {
  return word == "and" || word == "or" || word == "both" || word == "to" || word == "plus";
}

}  // namespace

bool parts_names(std::string_view word) {
  static constexpr auto kWords =
      std::to_array<std::string_view>({"no", "non", "not", "other", "un", "with", "without"});
  return is_joint(word) || std::ranges::find(kWords, word) != kWords.end();
}

NameWords name_words(std::string_view name) {
  NameWords words = small_words(name);
  std::erase_if(words, is_joint);
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool joins_names(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const std::string_view joint :
       {" and ", " or ", " & ", " plus ", "/", ", ", " + ", " to "}) {
    if (lower.find(joint) != std::string::npos) return true;
  }
  return false;
}

bool is_part_name(std::string_view name) {
  const std::string lower = ascii_lower(trimmed(name));
  for (const std::string_view start : {"of whom", "of which", "of these", "of them", "of those",
                                       "including", "incl", "thereof", "- ", "\xE2\x80\x93 "}) {
    if (lower.starts_with(start)) return true;
  }
  return false;
}

bool is_name_of_all(std::string_view name) {
  static constexpr auto kFirst = std::to_array<std::string_view>(
      {"all", "altogether", "both", "combined", "everybody", "everyone", "overall", "sum",
       "together", "total", "totals", "whole"});
  static constexpr auto kLast = std::to_array<std::string_view>(
      {"altogether", "combined", "overall", "together", "total", "all"});
  const std::vector<std::string> words = words_in_small_letters(name);
  if (words.empty()) return false;
  if (ascii_lower(trimmed(name)) == "year") return true;  // not "Year 9"
  const auto first = std::size_t{words.size() > 1 && words[0] == "the" ? 1U : 0U};
  const bool is_in_all = words.size() > 1 && words[0] == "in" && words[1] == "all";
  return is_in_all || std::ranges::find(kFirst, words[first]) != kFirst.end() ||
         std::ranges::find(kLast, words.back()) != kLast.end();
}

}  // namespace signpost
