// Words of English that many readers of texts know: months and small numbers.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace signpost {

inline constexpr std::array<std::string_view, 12> kEnglishMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

inline constexpr std::array<std::string_view, 21> kEnglishNumerals = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

// Returns the month, from 1 to 12, that `word` names in small letters, whole.
std::optional<unsigned> english_month(std::string_view word);

// Returns the same of a word of at least three letters that begins a month's name: "sept".
std::optional<unsigned> english_month_by_beginning(std::string_view word);

// Returns the number, from 0 to 20, that `word` is in small letters.
std::optional<unsigned> english_numeral(std::string_view word);

}  // namespace signpost
