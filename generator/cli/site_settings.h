// The settings of a site for a command that makes no site of it.
#pragma once

#include <filesystem>
#include <optional>

#include "base/diagnostic.h"
#include "config/config.h"

namespace signpost {

// Returns the settings of the site, or nothing where it has none. Reports only what makes them
// unreadable, since they say how small counts are hidden; `signpost check` tells of the rest.
std::optional<Config> site_settings(const std::filesystem::path& site_dir,
                                    Diagnostics& diagnostics);

}  // namespace signpost
