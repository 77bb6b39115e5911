// The words of a sentence by which it tells of one child: age, school, short forms that are no
// initials. Internal to this room, but for comments of families.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace signpost {

inline bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_latin_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }
inline bool is_word_sign(char c) {
  return is_latin_letter(c) || (c >= '0' && c <= '9') || c == '\'';
}

// A word of a text of Latin letters, figures and apostrophes, with what stands directly before and
// behind it. A view of the text.
struct ChildWord {
  std::string_view text;
  char before = ' ', after = ' ';
};

// Returns the words of the text in order.
std::vector<ChildWord> child_words(std::string_view text);

// Whether a word is an age at school: "9", "nine".
bool is_school_age(std::string_view word);
// Whether the words say an age or a school year: "aged 9", "(9)", "Year 4", "Y4".
bool says_age(const std::vector<ChildWord>& words);
// Whether the word is a kind of school, with a capital: "Primary".
bool is_school_word(std::string_view word);
// Whether the words have a school by its name: "Oak Primary".
bool names_school(const std::vector<ChildWord>& words);
// Whether two capitals are a short form that stands on such sites, and no one's initials: "LA".
bool is_short_form(std::string_view letters);
// Returns the sentence around the text from `begin` to `end`, at most 120 bytes on each side; a
// point behind a single capital ends none.
std::string_view sentence_around(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace signpost
