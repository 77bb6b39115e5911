// Numbers as staff type them in tables and claims, and as pages print them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// A number with its digits after the point, which say how it was rounded.
struct Number {
  double value = 0;
  std::uint8_t decimals = 0;
  bool percent = false;  // written with a %
};

// Returns the number that the whole of `text` is, or nothing: digits, commas between thousands
// ("6,628"), a point with at most 6 digits, a minus (- or U+2212), a % at the end. Not a number:
// "012", "1e5", more than 15 digits, NaN.
std::optional<Number> parse_number(std::string_view text);

// Returns the first number that stands in `text` by itself ("413 families", "about 7.5%"), or
// nothing.
std::optional<Number> find_number(std::string_view text);

// Returns "6,628", "7.5", "−19,142" (with the minus sign, which screen readers say).
std::string number_text(double value, std::uint8_t decimals);

// Returns `value` rounded to `decimals` digits after the point, halves away from zero.
double rounded(double value, std::uint8_t decimals);

// Whether the two are the same number, but for what a double cannot hold.
bool is_same_number(double a, double b);

// Whether the number is whole, but for what a double cannot hold.
bool is_whole_number(double value);

// The symbols of the Government Statistical Service for figures that are not given ("Symbols in
// tables", Analysis Function): c, x, z, low, u. Returns the symbol of "c", "[c]" or "[C]", or "".
std::string_view find_symbol(std::string_view text);

}  // namespace signpost
