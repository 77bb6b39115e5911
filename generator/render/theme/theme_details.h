// What a site's own strings and templates may tell about somebody.
#pragma once

#include "config/config.h"
#include "privacy/placed_details.h"

namespace signpost {

// Returns what stands in the site's own files of its theme. Reports nothing: what reads the files
// for use does.
PlacedDetails find_theme_details(const Config& config);

}  // namespace signpost
