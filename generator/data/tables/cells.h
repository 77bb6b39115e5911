// The cells of a table: which columns are numbers, and what a cell may hold. Internal to this room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "data/tables/tables.h"

namespace signpost {

// Returns a column for each name of the CSV file's first line, none of them numeric yet.
std::vector<TableColumn> columns_of(const CsvFile& file);

// Makes those columns numeric in which most cells are figures, but for the first, for years and
// for those of which the data file says itself what they are. Those with % in their name or in most
// of their figures are percentages.
void find_numeric_columns(DataTable& table);

// Fills in the value or the symbol of every cell of a numeric column; what is neither becomes "x".
// Reports data-number, data-formula, data-negative, data-percent and data-date, also for a figure
// in a column of words, unless the table counts no people.
void read_cells(DataTable& table, Diagnostics& diagnostics);

// Whether the text is a year from 1900 to 2099.
bool is_year(std::string_view text);

// Returns the number that the percentages of this row and column are of, or nothing.
std::optional<double> base_of(const DataTable& table, const TableRow& row,
                              const TableColumn& column);

}  // namespace signpost
