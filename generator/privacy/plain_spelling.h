// Text in its plain spelling, so that a number is found however it was typed: no-break spaces, the
// many dashes and dots, digits of other scripts, letters of full width, invisible characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// `pieces`: where the text differs in its bytes from its source, by rising `begin`.
struct PlainSpelling {
  struct Piece {
    std::uint32_t begin = 0, size = 0;
    std::uint32_t source_begin = 0, source_size = 0;
  };
  std::string text;
  std::vector<Piece> pieces;

  // Return the offsets in the source of what stands from `begin` to `end` in the text.
  [[nodiscard]] std::uint32_t source_begin(std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t source_end(std::uint32_t end) const;
};

// Returns the text with a space for each white space, '-' for each dash, '.' for each dot in the
// middle of a line, '/' for each slash, 0 to 9 for the digits of any script, and each letter by its
// compatibility decomposition (NFKD, Unicode Standard Annex 15) without its marks; characters that
// nobody sees are gone. Linear in the length.
PlainSpelling plain_spelling(std::string_view source);

// Returns the character that begins at `i`, which is moved behind it; -1 and one byte on where
// there is none (RFC 3629).
std::int32_t next_character(std::string_view text, std::size_t& i);

}  // namespace signpost
