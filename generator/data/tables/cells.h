// The cells of a table: which columns are numbers, and what a cell may hold. Internal to this room.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "data/tables/tables.h"

namespace signpost {

// Returns a column for each name of the CSV file's first line, none of them numeric yet.
std::vector<TableColumn> columns_of(const CsvFile& file);

// Makes those columns numeric that hold nothing but numbers and symbols, but for the first and for
// years. Those with % in a cell or in their name are percentages.
void find_numeric_columns(DataTable& table);

// Fills in the value or the symbol of every cell of a numeric column. Reports data-number,
// data-formula, data-negative, data-percent and data-date.
void read_cells(DataTable& table, Diagnostics& diagnostics);

}  // namespace signpost
