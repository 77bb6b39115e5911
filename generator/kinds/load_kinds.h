// Reads the kinds of page: the program's own from share/signpost/kinds/*.yaml, then those that a
// site brings in its own kinds/*.yaml. The first stage of the pipeline: site-config.yaml names
// them.
#pragma once

#include <filesystem>

#include "base/diagnostic.h"
#include "kinds/kinds.h"

namespace signpost {

// Returns the kinds of a site, with the best values where a file has mistakes. Reports kind-, yaml-
// and io- rules with line and column; `kind-name-taken` where a site's kind has the name of
// another, which stays as it is.
Kinds load_kinds(const std::filesystem::path& share_dir, const std::filesystem::path& site_dir,
                 Diagnostics& diagnostics);

}  // namespace signpost
