// Initials of a child beside an age and a school: each alone tells nothing, all three tell who that
// is.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "privacy/official_numbers.h"

namespace signpost {

// Returns the initials ("J.B.", "J. B.", "JB") whose sentence has an age or a school year, and a
// school by its name. Two letters without points count where an age or "pupil" stands next to them,
// and where they are no short form of offices and lessons. Linear in the length.
std::vector<TextSpan> find_child_initials(std::string_view text);

}  // namespace signpost
