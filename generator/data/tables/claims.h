// What reports say of their figures, recomputed. Internal to this room.
#pragma once

#include "base/diagnostic.h"
#include "data/tables/tables.h"

namespace signpost {

// Compares the words of each claim with what its figures come to. A number must be the figure,
// rounded as the number is; "just under", "just over", "about", "nearly", "more than" … allow what
// they mean; "increased" and "fell" must go the right way. Reports data-claim and data-check.
void check_claims(const DataTable& table, Diagnostics& diagnostics);

// Returns the figure of a claim, or nothing where it names a cell that has none.
std::optional<double> claim_value(const DataTable& table, const ClaimFigure& figure);

}  // namespace signpost
