// Percentages of so few people that each is a small count: of a sentence that has the number of
// people, too, or of a table whose base a sentence of its page tells. Internal to this room.
#pragma once

#include "base/diagnostic.h"
#include "check/audit/printed_numbers.h"
#include "disclosure/disclosure.h"

namespace signpost {

// Reports disclosure-percentage: a share that a number of people beside it makes a small count.
void report_shares_of_few(const PrintedNumbers& printed, DisclosureProfile profile,
                          Diagnostics& diagnostics);

}  // namespace signpost
