// The first column of a table, which names its rows. Internal to this room.
#pragma once

#include "base/diagnostic.h"
#include "data/tables/tables.h"

namespace signpost {

// Reports rows without a name, two of one name, and figures that stand where names belong (unless
// the table counts no people), as data-row-name; rows of a CSV file that hold nothing but a name as
// csv-layout.
void check_row_names(const DataTable& table, Diagnostics& diagnostics);

}  // namespace signpost
