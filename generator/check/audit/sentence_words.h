// What the audit knows of words: which are numbers, which stand for people, which say that
// something changed. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check/audit/sentence_numbers.h"

namespace signpost {

// kPeople: "families", "cases". kMeasure: "hours", "days". kLabel: what a number of it only names:
// "page", "table". kTell: "known", "say", which with kNo are those of whom nothing is known.
enum class WordKind : std::uint8_t {
  kOther,
  kStop,
  kPeople,
  kMeasure,
  kLabel,
  kChange,
  kMean,
  kNumber,
  kFraction,
  kPercent,
  kPer,
  kIn,
  kAnd,
  kNo,
  kTell,
  kUnknown
};

// The key of all that says that something is not known.
inline constexpr WordKey kUnknownKey = 1;

// `value`: of a word for a number, 2 of "two"; of a fraction, 25 of "quarter" (in per cent); of a
// measure, 1 if it is never a time in which people are counted, such as "hour".
struct SentenceWord {
  WordKind kind = WordKind::kOther;
  WordKey key = 0;
  double value = 0;
};

// Returns the bytes of the word at `i`, or 0: letters of any script and apostrophes inside.
std::size_t word_size(std::string_view text, std::size_t i);

// Returns what is known of the word. Words that every sentence has get no key.
SentenceWord sentence_word(std::string_view word);

bool is_number_word(const SentenceWord& word);
// Whether a word for a number or a part stands in the text.
bool has_number_word(std::string_view text);

}  // namespace signpost
