// Quantities in English text: a small grammar of how people write numbers, parts and multiples. The
// one reader of them for the audit. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "check/audit/sentence_tokens.h"

namespace signpost {

// kCount: "413", "three dozen", "XVII children". kPercent: "93.7%", "half a per cent". kFraction:
// "two thirds", "¾", "1 in 4", as per cent. kTimes: "twice as many", "67 times the number",
// "doubled", as a factor.
enum class QuantityKind : std::uint8_t { kCount, kPercent, kFraction, kTimes };

// What the tokens from the one looked at up to `next` say. `is_left_out`: "all but 4".
// `is_in_words`: without a digit. `is_ordinal`: "the 413th".
struct Quantity {
  QuantityKind kind = QuantityKind::kCount;
  double value = 0;
  std::uint8_t decimals = 0;
  std::size_t next = 0;
  double room = 0;  // of "1 in 206": as far as it may be rounded
  bool is_left_out = false, is_in_words = false, is_ordinal = false;
};

// Returns the longest quantity that begins at the token `at`, or nothing. Where a text has two
// readings, "3 out of 10", it is the count; see find_ratio.
//   quantity := all "but" count | times | share | count
//   times    := ("twice" | "double") as | count "times" as | fraction as | "doubled" | "tenfold"
//   as       := "as" | "the" | "that" | "what"
//   share    := number ("%" | "per cent") | fraction
//   fraction := [number | "a"] ("half" | "thirds" | …) | "¾"
//   count    := number | number "times" a multiplier: "three dozen", "half a dozen", "2 hundred"
//   number   := digits ["½"] | words ["and a half"] | Roman capitals before people
std::optional<Quantity> find_quantity(std::span<const Token> tokens, std::size_t at);

// Returns the share that "1 in 4", "3 out of 10" or "two of every five" is, where it begins at the
// token `at`: its second number is at most 10, or "every" or "in" stands before it, or the first is
// one. People may stand between: "1 child in 206".
std::optional<Quantity> find_ratio(std::span<const Token> tokens, std::size_t at);

}  // namespace signpost
