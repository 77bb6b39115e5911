// Where a site may be published.
#pragma once

#include <filesystem>
#include <optional>

#include "base/diagnostic.h"

namespace signpost {

// Returns the output folder as an absolute path with links followed, so that a linked folder is
// exchanged where it really is; it may not exist yet. Nothing where it cannot be one: it holds or
// is part of the files of the site in `site_dir` (`output-overlaps`), is no folder, somebody's home
// or a disk of its own (`output-unusable`).
std::optional<std::filesystem::path> find_output_place(const std::filesystem::path& out_dir,
                                                       const std::filesystem::path& site_dir,
                                                       Diagnostics& diagnostics);

}  // namespace signpost
