// A sentence as words, numbers and marks: what the grammar of quantities reads. Internal to this
// room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/audit/sentence_words.h"

namespace signpost {

// kNumber: in digits, in Roman ones (`is_roman`: two or more capitals) or a vulgar fraction such as
// "½" (`is_part`, its value in per cent). `begin`, `end`: bytes of the sentence. `is_odd`: a time,
// a date, a number of a phone, which counts nothing. `is_ordinal`: "413th".
struct Token {
  enum class Kind : std::uint8_t { kWord, kNumber, kMark } kind = Kind::kMark;
  std::uint32_t begin = 0, end = 0;
  SentenceWord word = {};  // of a word
  double value = 0;        // of a number
  std::uint8_t decimals = 0;
  bool is_year = false, is_odd = false, is_ordinal = false, is_roman = false, is_part = false;
  bool is_percent = false;  // "%" follows
  char mark = 0;
};

// Returns the tokens of a sentence in UTF-8. A year such as "2017-18" is two of them, "12 413" a
// number and its two parts.
std::vector<Token> sentence_tokens(std::string_view sentence);

// Whether the text may hold a number that no ASCII digit is of: a cheap look.
bool has_other_digits(std::string_view text);
// Returns the text with decimal digits of all scripts in ASCII; it gets shorter.
std::string with_plain_digits(std::string_view text);

}  // namespace signpost
