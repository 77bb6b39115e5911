// What the cells of a CSV file tell of people.
#pragma once

#include <string_view>

#include "data/csv.h"
#include "privacy/placed_details.h"

namespace signpost {

// Appends what the cells hold, each called by its column and by the first cell of its row, and whom
// the cells of a row tell together. `text`: the file's.
void find_table_details(const CsvFile& csv, std::string_view text, PlacedDetails& details);

}  // namespace signpost
