// Letters with marks, for spellings that should meet: taken apart, put together, made plain.
#pragma once

#include <cstdint>
#include <string_view>

namespace search {

// Returns the letter that is `base` with the combining mark `mark` (canonical composition), or 0.
char32_t composed(char32_t base, char32_t mark);

// Returns the plain spelling of a lower-case letter (UTF-8), or "" where it is plain itself:
// 'é' -> "e", 'ß' -> "ss", Arabic letters with hamza or madda -> alef.
std::string_view plain_spelling(char32_t letter);

// Whether the character changes no word: soft hyphen, zero-width characters, Arabic vowel marks and
// tatweel, direction marks.
bool is_ignorable(char32_t c);

// Whether it is a combining diacritical mark (U+0300 to U+036F).
bool is_combining_mark(char32_t c);

// Whether words are not parted by spaces in its script (Han, kana, Hangul syllables excepted).
bool is_unspaced_script(char32_t c);

}  // namespace search
