// Reads what a table's figures must fulfil and what reports say of them. Internal to this room.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/yaml.h"
#include "data/tables/tables.h"

namespace signpost {

// Returns the checks that are written right. Reports data-*.
std::vector<TableCheck> read_checks(std::span<const YamlNode> items, const std::string& path,
                                    Diagnostics& diagnostics);

// Returns the claims that are written right. Reports data-*.
std::vector<TableClaim> read_claims(std::span<const YamlNode> items, const std::string& path,
                                    Diagnostics& diagnostics);

}  // namespace signpost
