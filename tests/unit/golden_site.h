// The sites of tests/sites, ready to be built.
#pragma once

#include <filesystem>
#include <string_view>

#include "build.h"

namespace signpost {

// Returns the options to build the site `name` into `folder`/public on the day of its today.txt,
// with the theme "signpost" as it is, but for stand-ins for what is compiled: its styles, its
// scripts and the search engine.
BuildOptions golden_site_options(std::string_view name, const std::filesystem::path& folder);

}  // namespace signpost
