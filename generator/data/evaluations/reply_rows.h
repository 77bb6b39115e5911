// Which rows of an export are replies of the period, each once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/evaluations/export_header.h"
#include "data/evaluations/responses.h"

namespace signpost {

// Indices of the sheet's records. `records`: the replies; `outside`: those of another period;
// `blank`: without an answer.
struct ReplyRows {
  std::vector<std::size_t> records, outside, blank;
  std::vector<std::string> notes;
  std::vector<ResponseProblem> problems;
};

// `counts_from_1904`: what a day's number means in a workbook; nothing for CSV.
ReplyRows find_reply_rows(const ExportSheet& sheet, const ExportHeader& header,
                          const ResponseOptions& options, std::optional<bool> counts_from_1904);

// Returns "row 3", "rows 3 and 7" or "rows 3, 7, 8 and 12 more".
std::string rows_text(const std::vector<std::uint32_t>& rows);

// Returns the cell's text, "" where the record is shorter.
std::string_view record_cell(const CsvRecord& record, std::size_t column);

}  // namespace signpost
