// Names of files that lie on every computer and stick, Windows among them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

// The longest path from the folder of a site. Windows takes 260 letters, of which the folder that
// the site lies in needs some ("Naming Files, Paths, and Namespaces", Microsoft Learn).
inline constexpr std::size_t kMaxPathBytes = 200;

// Returns why no file or folder of this name can lie on Windows, as the end of a sentence ("is the
// name of a device on Windows"), or "".
std::string windows_name_mistake(std::string_view name);
// Returns the name as Windows and macOS compare names: without letter case, in one normal form of
// Unicode. Two names that come to the same are one file there.
std::string folded_name(std::string_view name);

}  // namespace signpost
