// What the control of small counts took out of a table, for the audit. Internal to data/.
#pragma once

#include <string_view>

#include "data/tables/tables.h"
#include "data/withheld.h"

namespace signpost {

// Whether `published` does not tell all figures of the table that it was made from.
bool hides_figures(const DataTable& original, const PublishedTable& published);

// Returns all counts of the table with what `published` tells of them. `name`: the file's, without
// extension.
WithheldTable withheld_table(std::string_view name, const DataTable& original,
                             const PublishedTable& published, DisclosureProfile profile);

}  // namespace signpost
