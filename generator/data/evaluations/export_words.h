// The words of questionnaires in one spelling: forms number their questions, mark those that must
// be answered, curl quotes and put no-break spaces anywhere.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Returns the text in small letters with plain quotes, dashes and single spaces (privacy/
// plain_spelling.h).
std::string plain_answer(std::string_view text);

// As plain_answer, without markup, the question's number ("1. ", "Q3)", "(2) "), the * of one that
// must be answered and punctuation at its end.
std::string plain_question(std::string_view text);

// Returns how alike two questions are by their words: 1 where they have the same, 0 where none
// (the Sørensen-Dice coefficient). Both are plain.
double likeness(std::string_view a, std::string_view b);

// Whether a cell of a column that is one answer says that it was chosen, or that it was not.
bool says_yes(std::string_view cell);
bool says_no(std::string_view cell);
// Whether the plain words choose none of the options.
bool names_none(std::string_view plain);

}  // namespace signpost
