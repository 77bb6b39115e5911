// The column with the day of each reply, where its name alone does not say so.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "config/calendar.h"
#include "data/evaluations/export_header.h"

namespace signpost {

// Returns the columns, beside those that a form's tool is known to add, whose filled cells are all
// days, or all months and years: one, where their names tell which of them is of the reply. Days of
// birth are none.
std::vector<std::size_t> find_day_columns(const ExportSheet& sheet, const ExportHeader& header,
                                          std::span<const std::size_t> records);

// Returns the days of "May 2025", "2025-05", "05/2025" or "2025"; nothing for any other text.
std::optional<Period> read_month_or_year(std::string_view cell);

}  // namespace signpost
