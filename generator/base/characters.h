// Characters that no text of a site may hold, wherever it comes from: they steer terminals, turn
// the order of letters round, hide words, or stand for a letter that was lost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace signpost {

struct ForbiddenCharacter {
  std::uint32_t code_point = 0;
  std::size_t offset = 0, size = 0;  // in bytes
};

// Returns the characters of UTF-8 `text` that may not be published, in their order: controls but
// tab and line ends, noncharacters, private use, U+FFFD, separators of lines, overrides and
// embeddings of direction, isolates that a line does not close, byte order marks, tags outside a
// flag (Unicode 15, chapters 23.1 to 23.9). Marks that right-to-left text, Persian or emoji need
// (U+200C to U+200F, U+061C, isolates in pairs) are none of them. Bytes that are not UTF-8 are
// passed over.
std::vector<ForbiddenCharacter> find_forbidden_characters(std::string_view text);
// Returns "\"ESCAPE\" (U+001B)", with the name that Unicode gives it.
std::string character_name(std::uint32_t code_point);
// Reports `character-forbidden` at `place`; `count`: how often it is there.
void report_forbidden_character(std::uint32_t code_point, Place place, std::size_t count,
                                Diagnostics& diagnostics);
// Returns the text with spaces in the place of forbidden characters, as long as before. Reports
// each of them once, where it first stands; the text starts at `first_line` of its file.
std::string without_forbidden_characters(std::string text, std::string_view path,
                                         std::uint32_t first_line, Diagnostics& diagnostics);

// Returns whether the text has a character that only tells where a word may be broken (U+00AD,
// U+200B, U+2060): a search and a screen reader stumble over it.
bool has_break_hints(std::string_view text);
// Returns the text without what only tells where a word may be broken.
std::string without_break_hints(std::string text);
// Returns the text with a plain space for each no-break space that indents a line or follows the
// mark that a line begins with ("##", "-", "1.", ">", "key:"), as Word leaves them.
std::string with_plain_marks(std::string text);

}  // namespace signpost
