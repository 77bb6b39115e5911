// Reading and writing files, with the machine's failures as io- diagnostics.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace signpost {

// Returns the whole file, or nothing and an `io-read` diagnostic at `shown_path`. Never follows the
// file above `max_bytes` (then `file-too-large`).
std::optional<std::string> read_file(const std::filesystem::path& path, std::string_view shown_path,
                                     std::uint64_t max_bytes, Diagnostics& diagnostics);
// Writes the whole file (creating folders); false and an `io-write` diagnostic on failure.
bool write_file(const std::filesystem::path& path, std::string_view bytes,
                Diagnostics& diagnostics);

}  // namespace signpost
