// How hard English text is to read: syllables of a word, and the reading age of a text.
#pragma once

#include <cstdint>
#include <string_view>

namespace signpost {

// Returns the syllables of one English word, at least 1. Figures and short forms count one for each
// two characters, at most 3. A word is looked at only up to 40 bytes.
std::uint32_t count_syllables(std::string_view word);

// Returns the age at which most readers follow a text: the Flesch-Kincaid grade (Kincaid and others
// 1975, Navy Research Branch Report 8-75: 0.39 words a sentence + 11.8 syllables a word - 15.59)
// plus 5 years, at least 5.
double reading_age(std::uint32_t words, std::uint32_t sentences, std::uint32_t syllables);

}  // namespace signpost
