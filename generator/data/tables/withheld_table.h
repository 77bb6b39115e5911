// What the control of small counts took out of a table, for the audit. Internal to data/.
#pragma once

#include <optional>
#include <string_view>

#include "data/tables/tables.h"
#include "data/withheld.h"

namespace signpost {

// Returns what `published` does not tell of the table that it was made from, or nothing where it
// tells all. `name`: the file's, without extension.
std::optional<WithheldTable> withheld_table(std::string_view name, const DataTable& original,
                                            const PublishedTable& published,
                                            DisclosureProfile profile);

}  // namespace signpost
