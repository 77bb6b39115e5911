// What is inside a file that is published: whether it is what its name says, and what it tells.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "check/assets/assets.h"
#include "check/public_contacts.h"
#include "content/content.h"

namespace signpost {

// How a file may be published: `cleaned` in its place, else the file as it is, or not at all.
struct ReadAsset {
  bool is_publishable = true;
  std::optional<std::string> cleaned;  // a picture without what it tells
};

// Returns how the file may be published: never a picture that cannot be cleaned, nor what is called
// a picture and is none, whatever severity the settings give their rules. Reports asset-damaged,
// asset-hidden-data, asset-kind, asset-mismatch, file-too-large and io-read at the place that names
// the file, and what its words and tables tell: personal-*, asset-unread, asset-*-counts;
// asset-plain-text. Safe in parallel.
ReadAsset read_asset(const Site& site, const PublicContacts& contacts, const PublishedAsset& asset,
                     Diagnostics& diagnostics);

}  // namespace signpost
