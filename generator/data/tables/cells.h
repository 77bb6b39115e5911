// The cells of a table: which columns are numbers, and what a cell may hold. Internal to this room.
#pragma once

#include <optional>
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

// Returns the number that the percentages of this row and column are of, or nothing.
std::optional<double> base_of(const DataTable& table, const TableRow& row,
                              const TableColumn& column);

}  // namespace signpost
