// Rows of an export that are no replies, though they have numbers where replies have answers: sums
// and means below them, previews of the form, replies that were broken off.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "data/evaluations/export_header.h"

namespace signpost {

// What the form's tool says of a row. kTest: the form was looked at or tried out, or it is spam.
enum class RowState : std::uint8_t { kReply, kTest, kUnfinished };

RowState row_state(const CsvRecord& record, const ExportHeader& header);

// Returns those of `records` that say in a word what they sum up ("Averages", "n =", "Total (14)"),
// or have a word where the other rows have their number.
std::vector<std::size_t> find_summary_rows(const ExportSheet& sheet, const ExportHeader& header,
                                           std::span<const std::size_t> records);

// Returns those of `records` that follow an empty row and do not say their day: often another
// table.
std::vector<std::size_t> find_rows_after_gap(const ExportSheet& sheet, const ExportHeader& header,
                                             std::span<const std::size_t> records);

}  // namespace signpost
