// The numbers of a sentence, in digits and in English words, and the words around them: what a
// reader can put together with a table. Internal to this room.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "check/audit/quantities.h"

namespace signpost {

// kAbove: "more than 412", "over". kBelow: "fewer than 414", "under". kFrom: "at least". kTo: "up
// to".
enum class NumberBound : std::uint8_t { kNone, kAbove, kBelow, kFrom, kTo };

struct SentenceNumber {
  QuantityKind kind = QuantityKind::kCount;
  double value = 0;
  std::uint8_t decimals = 0;
  std::uint32_t begin = 0, end = 0;  // in the text
  bool is_measure = false;           // hours, pounds, a date, the number of a page
  bool counts_people = false;        // a word for people follows
  bool is_left_out = false;          // "all but 4"
  bool counts_records = false;       // forms
  bool is_of_people = false;         // people themselves: not "2 case workers", "with 2 parents"
  double room = 0;                   // of a share "1 in 206": as far as it may be rounded
  WordKey before = 0;                // the word that a mark parts from it: "Deafblind: 3"
  NumberBound bound = NumberBound::kNone;
  std::array<WordKey, 3> following = {};  // the words after it
};

// `words`: sorted, without those that every sentence has. `years`: every calendar year that it
// names ("2017-18": both). `is_of`: "per 1,000" makes 1000. `per_year`: "a month" makes 12.
struct SentenceNumbers {
  std::vector<SentenceNumber> numbers;
  std::vector<WordKey> words;
  std::vector<int> years;
  bool tells_change = false;   // "more", "fell", "up"
  bool tells_mean = false;     // "average", "each"
  bool tells_measure = false;  // "hours", "pounds"
  bool tells_rest = false;     // "other", "remaining", "except"
  bool tells_total = false;    // "altogether", "in all"
  bool shows_picture = false;  // "in the photo"
  double is_of = 0;
  double per_year = 0;
};

// Whether the text may hold a number: a cheap look before reading it.
bool may_hold_number(std::string_view text);

// Returns the numbers of one sentence, or of the name of a row.
SentenceNumbers read_sentence_numbers(std::string_view text);

// Returns whether both lists of words have one in common.
bool share_word(const std::vector<WordKey>& a, const std::vector<WordKey>& b);

}  // namespace signpost
