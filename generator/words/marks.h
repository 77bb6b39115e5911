// Marks in a text of a page: which part of it is in another language, and which part has a
// direction of its own. They are characters of the text until the page's HTML is finished, since a
// text may end up where an element can stand or, in an attribute, where none can.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Returns `text` marked as being in the language `tag`.
std::string in_language(std::string_view text, std::string_view tag, std::string_view dir);

// Returns `text` between the characters that set its direction apart (U+2068 and U+2069, Unicode
// Annex 9): "01632 960 001" stays as it is in a line of Urdu.
std::string set_apart(std::string_view text);

// Returns `text` without marks.
std::string without_marks(std::string text);

// Returns the finished HTML: marks in text become `<span lang="en" dir="ltr">` and `<bdi>`, those
// in tags, titles and scripts are left out, and so is one without its other half.
std::string mark_up(std::string html);

}  // namespace signpost
