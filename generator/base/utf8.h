// One character of UTF-8 at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t size = 0;  // in bytes; 0: not valid UTF-8
};
// Returns the character at the byte `i`, which must be inside the text.
CodePoint decode_utf8(std::string_view text, std::size_t i);

// Appends the character of this number, at most U+10FFFF and no surrogate.
void append_utf8(std::string& out, std::uint32_t c);

}  // namespace signpost
