// The index's fields, prefixes and slots. First room of the search library.
#pragma once

namespace search {

// The term prefix of stems taken from the body text (none: the field a plain query searches).
inline constexpr char kBodyPrefix[] = "";

}  // namespace search
