// The last look at the characters of a page's Markdown: entities ("&#x202e;") can make any.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "markdown/syntax.h"

namespace signpost {

// Returns the syntax without forbidden characters, each of which is a space then, and without what
// only tells where a word may be broken. Reports `character-forbidden`, at most 20 of a page, in
// the page at `path` whose Markdown starts at `first_line`.
Syntax with_plain_characters(Syntax syntax, std::string_view path, std::uint32_t first_line,
                             Diagnostics& diagnostics);

}  // namespace signpost
