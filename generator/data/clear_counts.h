// Whether the data files hold small counts as they are: pages never show them, but whoever can read
// the repository can. Internal to this room.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/yaml.h"
#include "data/tables/tables.h"
#include "disclosure/disclosure.h"

namespace signpost {

// Returns the place of the first count of a table that pages hide for being small, or nothing.
// What was released is on the pages anyway.
std::optional<Place> find_clear_count(const DataTable& table, DisclosureProfile profile);

// As above, of a file with the results of an evaluation.
std::optional<Place> find_clear_count(const YamlNode& evaluation, const std::string& path,
                                      DisclosureProfile profile);

// Reports data-small-counts once, at the first of the places, by file.
void report_clear_counts(const std::map<std::string, Place, std::less<>>& places,
                         DisclosureProfile profile, Diagnostics& diagnostics);

}  // namespace signpost
