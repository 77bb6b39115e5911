// Text helpers: UTF-8, slugs, nearest names, escapes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// Returns the offset of the first byte that is not valid UTF-8 (RFC 3629), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);
// Returns `text` lower-cased with words joined by '-': letters of any script and digits are kept.
std::string slugify(std::string_view text);
// Returns the candidate nearest to `word` (Damerau-Levenshtein, at most a third of its length,
// ignoring case), or "".
std::string nearest_name(std::string_view word, std::span<const std::string_view> candidates);
// Returns `help` text `did you mean "x"?`, or "" where nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);
// As did_you_mean, but `otherwise` where nothing is near.
std::string did_you_mean_or(std::string_view word, std::span<const std::string_view> candidates,
                            std::string otherwise);
// As did_you_mean, but "use one of: a, b" where nothing is near.
std::string did_you_mean_one_of(std::string_view word,
                                std::span<const std::string_view> candidates);
// Appends `text` with & < > " escaped for HTML text and double-quoted attributes.
void append_html_escaped(std::string& out, std::string_view text);
std::string html_escaped(std::string_view text);
std::string_view trimmed(std::string_view text);
// Returns the text without the line end that it may end with.
std::string_view without_last_newline(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
// Returns the ASCII-lower-cased copy.
std::string ascii_lower(std::string_view text);
// Returns the value of a hexadecimal digit, 0 to 15, or -1.
int hex_value(char c);
// Returns `text` with the escapes of an address ("%c3%bc") undone; what is none stays as it is.
std::string percent_decoded(std::string_view text);
// Returns a phone number as a tel: link wants it (RFC 3966): digits alone, +44 for the leading 0.
std::string phone_link(std::string_view phone);
// Returns "6,628", "7.50" or, with a minus sign (U+2212), "−3" for the separators "," and ".".
std::string grouped_number(double value, std::uint8_t decimals, std::string_view group,
                           std::string_view point);
// Returns the number of code points.
std::size_t count_code_points(std::string_view text);

}  // namespace signpost
