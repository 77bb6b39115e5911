// Text of unknown origin as a terminal may show it, and a line of a source file with carets below.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

struct ShownCharacter {
  std::uint32_t value = 0xFFFD;
  std::uint32_t size = 1;  // in bytes
};

// Returns the first character of a text that is not empty; a byte that is not UTF-8 as U+FFFD.
ShownCharacter shown_character(std::string_view text);
// Returns whether the character steers a terminal or reorders or hides text in it, or is none.
bool is_unsafe(std::uint32_t c);

enum class LineEnds : std::uint8_t { kEscaped, kKept };
// Returns the text on one line, with unsafe characters as \u{202E}.
std::string shown(std::string_view text, LineEnds line_ends = LineEnds::kEscaped);

// Returns the two lines that show a place: the line of the source and the carets below. `column`
// and `length` count bytes from 1; tabs widen to 4, wide characters count two columns, long lines
// are cut around the place.
std::string excerpt(std::string_view line, std::uint32_t line_number, std::uint32_t column,
                    std::uint32_t length);

}  // namespace signpost
