#include "check/page/telling_words.h"

#include <algorithm>

namespace signpost {
namespace {

constexpr std::string_view kSilent[] = {
    "a",      "about",   "after",   "again",   "all",    "also",   "an",    "and",    "any",
    "are",    "as",      "at",      "be",      "been",   "before", "begin", "but",    "by",
    "can",    "cannot",  "count",   "counted", "could",  "day",    "days",  "did",    "do",
    "does",   "each",    "end",     "ends",    "every",  "first",  "for",   "from",   "given",
    "had",    "has",     "have",    "her",     "his",    "how",    "if",    "in",     "into",
    "is",     "it",      "its",     "last",    "later",  "least",  "less",  "like",   "limit",
    "long",   "longer",  "may",     "month",   "months", "more",   "most",  "must",   "near",
    "need",   "never",   "no",      "not",     "of",     "on",     "one",   "only",   "or",
    "other",  "others",  "our",     "out",     "over",   "same",   "say",   "should", "so",
    "start",  "starts",  "take",    "than",    "that",   "the",    "their", "them",   "then",
    "there",  "these",   "they",    "thing",   "things", "this",   "those", "time",   "to",
    "two",    "until",   "up",      "us",      "very",   "was",    "we",    "week",   "weeks",
    "were",   "what",    "when",    "where",   "which",  "who",    "whole", "will",   "with",
    "within", "without", "working", "would",   "year",   "years",  "you",   "your"};

constexpr std::string_view kWeak[] = {
    "ask",     "asks",    "asked",   "child",   "children", "college", "council", "get",
    "gets",    "give",    "gives",   "hold",    "hear",     "home",    "letter",  "make",
    "made",    "parent",  "parents", "person",  "people",   "plan",    "plans",   "pupil",
    "reason",  "request", "school",  "schools", "send",     "sends",   "service", "show",
    "support", "tell",    "tells",   "write",   "young"};

std::string_view stem_of(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  static constexpr std::string_view kEndings[] = {"ments", "ment", "ings", "ing", "ions", "ion",
                                                  "ers",   "er",   "ed",   "ly",  "es",   "s"};
  for (const std::string_view ending : kEndings) {
    const bool is_double_s = ending == "s" && word.ends_with("ss");
    if (is_double_s || !word.ends_with(ending) || word.size() < ending.size() + kShortest) continue;
    word.remove_suffix(ending.size());
    break;
  }
  if (word.size() > kShortest && word.ends_with('e')) word.remove_suffix(1);
  return word;
}

// "decid" and "decis", of "decide" and "decision".
bool is_form(std::string_view a, std::string_view b) {
  constexpr std::size_t kShortest = 5;
  if (a == b) return true;
  if (a.size() != b.size() || a.size() < kShortest) return false;
  return a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1);
}

}  // namespace

std::vector<TellingWord> telling_words(std::string_view text) {
  std::vector<TellingWord> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    const std::string_view word = text.substr(i, end - i);
    i = end + 1;
    if (word.size() < 3 || is_one_of(word, kSilent)) continue;
    TellingWord telling{std::string(stem_of(word)), is_one_of(word, kWeak)};
    if (!has_word(words, telling)) words.push_back(std::move(telling));
  }
  return words;
}

bool has_word(const std::vector<TellingWord>& words, const TellingWord& word) {
  return std::ranges::any_of(
      words, [&](const TellingWord& other) { return is_form(other.stem, word.stem); });
}

}  // namespace signpost
