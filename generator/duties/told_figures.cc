#include "duties/told_figures.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "base/english.h"
#include "base/text.h"
#include "base/word_runs.h"

namespace signpost {
namespace {

constexpr std::string_view kDigits = "0123456789";

// In small letters. Each stands between spaces in a sentence that tells nothing else.
constexpr auto kToCome = std::to_array<std::string_view>({
    "being written",
    "coming soon",
    "in preparation",
    "lorem ipsum",
    "no figures",
    "no numbers",
    "none yet",
    "not available",
    "not known",
    "not there yet",
    "not yet",
    "nothing yet",
    "placeholder",
    "tba",
    "tbc",
    "tbd",
    "to be added",
    "to be agreed",
    "to be announced",
    "to be confirmed",
    "to be published",
    "to be written",
    "to come",
    "to follow",
    "todo",
    "under construction",
    "watch this space",
    "will add",
    "will appear",
    "will be",
    "will come",
    "will follow",
    "will go",
    "will have",
    "will publish",
    "will say",
    "will show",
    "will tell",
    "will write",
    "xxx",
    "yet to",
});

// Sentences that are only this.
constexpr auto kWholeToCome =
    std::to_array<std::string_view>({" coming ", " n a ", " pending ", " soon ", " unknown "});

// A sentence with more words than this says something beside.
constexpr std::size_t kMostWords = 20;

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of(kDigits) == word.npos;
}

// "31" of "31st".
std::string without_ordinal(const std::string& word) {
  static constexpr std::string_view kEndings[] = {"st", "nd", "rd", "th"};
  const std::string number = word.substr(0, word.size() - std::min<std::size_t>(word.size(), 2));
  const bool is_ordinal =
      is_number(number) && std::ranges::any_of(kEndings, [&](std::string_view ending) {
        return word.ends_with(ending);
      });
  return is_ordinal ? number : word;
}

bool is_month(const std::vector<std::string>& words, std::size_t at) {
  return at < words.size() && english_month_by_beginning(words[at]).has_value();
}

// "31" of "31 July", "July 31"; "27" of "2026-27"; "2026".
bool is_of_date(const std::vector<std::string>& words, std::size_t at) {
  const std::string word = without_ordinal(words[at]);
  if (is_year(word)) return true;
  const bool is_short = word.size() <= 2;
  if (is_short && at > 0 && is_year(words[at - 1])) return true;
  return is_short && (is_month(words, at + 1) || (at > 0 && is_month(words, at - 1)));
}

bool says_to_come(std::string_view sentence) {
  const std::vector<std::string> words = small_words(sentence);
  if (words.size() > kMostWords || tells_figure(sentence)) return false;
  std::string joined = " ";
  for (const std::string& word : words) joined += word + " ";
  if (std::ranges::find(kWholeToCome, joined) != kWholeToCome.end()) return true;
  return std::ranges::any_of(kToCome, [&](std::string_view phrase) {
    return joined.find(" " + std::string(phrase) + " ") != joined.npos;
  });
}

}  // namespace

bool tells_figure(std::string_view cell) {
  const std::vector<std::string> words = small_words(cell);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (english_numeral(words[i])) return true;
    const std::string number = without_ordinal(words[i]);
    if (kDigits.find(number.front()) == kDigits.npos) continue;
    if (!(is_number(number) && is_of_date(words, i))) return true;
  }
  return false;
}

bool is_still_to_come(std::string_view text) {
  bool is_any = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool is_end = i == text.size() || std::string_view(".!?;\n").find(text[i]) != text.npos;
    if (!is_end) continue;
    const std::string_view sentence = trimmed(text.substr(begin, i - begin));
    begin = i + 1;
    if (small_words(sentence).empty()) continue;
    if (!says_to_come(sentence)) return false;
    is_any = true;
  }
  return is_any;
}

bool denies(std::string_view heading) {
  const std::vector<std::string> words = small_words(heading);
  return std::ranges::any_of(words, [](const std::string& word) {
    return word == "no" || word == "none" || word == "without" || word == "never";
  });
}

}  // namespace signpost
