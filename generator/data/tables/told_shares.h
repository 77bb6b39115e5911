// Counts of a few people that a table tells without having a cell for them: what its parts leave to
// the whole, and percentages so exact that they fit few numbers of people. Internal to this room.
#pragma once

#include "base/diagnostic.h"
#include "data/tables/tables.h"
#include "disclosure/disclosure.h"

namespace signpost {

// Reports disclosure-by-subtraction where parts leave 1 or a few people to their base or total, and
// disclosure-percentage where percentages of a number of people that nobody gives tell a small
// count (disclosure/share_base.h). Looks at the table as it is published.
void check_told_counts(const DataTable& table, DisclosureProfile profile, Diagnostics& diagnostics);

}  // namespace signpost
