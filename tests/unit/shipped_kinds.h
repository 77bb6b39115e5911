// The kinds of page that come with the program, read from the source tree.
#pragma once

#include <filesystem>

#include "kinds/kinds.h"

namespace signpost {

// Returns the same kinds each time. Ends the program where their files have mistakes.
const Kinds& shipped_kinds();

// Returns a share folder with these kinds and what other themes have from "signpost" (words,
// directives), and nothing else.
std::filesystem::path share_with_kinds();

}  // namespace signpost
