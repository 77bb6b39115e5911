#include "data/numbers.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::string_view kMinusSign = "\xE2\x88\x92";  // U+2212
constexpr std::size_t kMaxDigits = 15;                   // what a double holds exactly
constexpr std::size_t kMaxDecimals = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What each stands for are the theme's strings "symbol_c" and so on.
constexpr std::string_view kSymbols[] = {"c", "low", "u", "x", "z"};

// Returns the digits of "6,628" without commas, or "" where commas stand elsewhere than between
// thousands.
std::string whole_digits(std::string_view text) {
  if (text.find(',') == std::string_view::npos) return std::string(text);
  std::string digits;
  const std::vector<std::string_view> groups = split(text, ',');
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::size_t size = groups[i].size();
    if (i == 0 ? size == 0 || size > 3 : size != 3) return "";
    digits += groups[i];
  }
  return digits;
}

}  // namespace

std::optional<Number> parse_number(std::string_view text) {
  Number number;
  bool negative = false;
  if (text.starts_with('-')) {
    negative = true;
    text.remove_prefix(1);
  } else if (text.starts_with(kMinusSign)) {
    negative = true;
    text.remove_prefix(kMinusSign.size());
  } else if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  if (text.ends_with('%')) {
    number.percent = true;
    text.remove_suffix(1);
    text = trimmed(text);
  }
  const std::size_t point = text.find('.');
  const bool has_point = point != std::string_view::npos;
  const std::string_view decimals = has_point ? text.substr(point + 1) : "";
  const std::string whole = whole_digits(text.substr(0, point));
  if (whole.empty() || (has_point && decimals.empty())) return std::nullopt;
  if (whole.size() > 1 && whole[0] == '0') return std::nullopt;
  if (decimals.size() > kMaxDecimals || whole.size() + decimals.size() > kMaxDigits) {
    return std::nullopt;
  }
  if (!std::all_of(whole.begin(), whole.end(), is_digit)) return std::nullopt;
  if (!std::all_of(decimals.begin(), decimals.end(), is_digit)) return std::nullopt;
  const std::string all = fmt::format("{}.{}", whole, decimals.empty() ? "0" : decimals);
  number.value = std::stod(all) * (negative ? -1 : 1);
  number.decimals = static_cast<std::uint8_t>(decimals.size());
  return number;
}

std::optional<Number> find_number(std::string_view text) {
  for (const std::string_view word : split(text, ' ')) {
    std::string_view bare = word;
    // £ is two bytes; each is among them.
    while (!bare.empty() && std::string_view("(£$").find(bare[0]) != std::string_view::npos) {
      bare.remove_prefix(1);
    }
    while (!bare.empty() && std::string_view(".,;:)").find(bare.back()) != std::string_view::npos) {
      bare.remove_suffix(1);
    }
    if (const std::optional<Number> number = parse_number(bare)) return number;
  }
  return std::nullopt;
}

std::string number_text(double value, std::uint8_t decimals) {
  return grouped_number(value, decimals, ",", ".");
}

double rounded(double value, std::uint8_t decimals) {
  const double scale = std::pow(10.0, decimals);
  // A hair more, so that 0.125 that a double holds as 0.12499… still rounds up.
  const double scaled = std::abs(value) * scale;
  const double result = std::floor(scaled + 0.5 + 1e-9) / scale;
  return value < 0 ? -result : result;
}

bool is_same_number(double a, double b) { return std::abs(a - b) < 1e-7; }

bool is_whole_number(double value) { return is_same_number(value, std::round(value)); }

std::string_view find_symbol(std::string_view text) {
  std::string bare(text);
  if (text.size() > 2 && text.starts_with('[') && text.ends_with(']')) {
    bare = ascii_lower(trimmed(text.substr(1, text.size() - 2)));
  }
  const auto* const found = std::ranges::find(kSymbols, bare);
  return found == std::end(kSymbols) ? "" : *found;
}

}  // namespace signpost
