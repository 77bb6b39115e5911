// What is inside a file that is published: whether it is what its name says, and what it tells.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "check/assets/assets.h"
#include "content/content.h"

namespace signpost {

// Returns the bytes of a picture without what it tells, or nothing where the file is published as
// it is or is at fault. Reports asset-damaged, asset-hidden-data,
// asset-kind, asset-mismatch, file-too-large and
// io-read at the place that names the file. Safe in parallel.
std::optional<std::string> read_asset(const Site& site, const PublishedAsset& asset,
                                      Diagnostics& diagnostics);

}  // namespace signpost
