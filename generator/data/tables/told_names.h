// Counts of a few people that stand in the words of a table of people, or in other units than one.
// Internal to this room.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "data/tables/tables.h"
#include "disclosure/disclosure.h"

namespace signpost {

// Reports disclosure-small-count where a name, the caption or the note of a table of people has
// such a count ("Oak (3 of them deaf)"), and where a column has its people in tens, hundreds or
// thousands (0.03).
void check_told_names(const DataTable& table, DisclosureProfile profile, Diagnostics& diagnostics);

// Returns why the cell of a column of people is no count though it tells one, as it follows the
// cell in a message; "" where it is none: "3/60".
std::string_view pair_in_cell(std::string_view text);

}  // namespace signpost
