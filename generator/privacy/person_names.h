// Whether a field that holds a role holds somebody's name.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace signpost {

// Whether the text, or a part of it, looks like a person's name: words with capitals that are no
// role, no office and none of `known` (in small letters: the service's own names and places).
// Parts are what commas, brackets, strokes and "and" part.
bool looks_like_person(std::string_view text, std::span<const std::string> known);

}  // namespace signpost
