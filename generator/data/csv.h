// Tables as CSV (RFC 4180): the first record names the columns.
#pragma once

#include <optional>
#include <string_view>

#include "data/data.h"
#include "diagnostic.h"

namespace signpost {

// Returns the table, or nothing where it has mistakes. A column whose every cell is a number is
// numeric. Reports `csv-ragged`, `csv-quote`, `csv-empty` and `file-encoding` with line and column.
std::optional<DataTable> parse_csv_table(std::string_view text, std::string_view path,
                                         Diagnostics& diagnostics);

}  // namespace signpost
