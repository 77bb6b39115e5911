// One file that a command writes for its user, whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace signpost {

enum class Overwriting : std::uint8_t { kRefused, kAllowed };

// Puts the whole file there at once; where overwriting is refused only if there is none. Returns
// the exit code, and says on the standard error what went wrong.
int write_new_file(const std::filesystem::path& out, std::string_view bytes,
                   Overwriting overwriting);

}  // namespace signpost
