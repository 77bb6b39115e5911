// CSV as a head that names the columns and rows with as many cells, each with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "data/csv_records.h"

namespace signpost {

// Whether messages may quote cells: what people answered is not shown anywhere.
enum class CsvQuoting : std::uint8_t { kQuotesCells, kQuotesNothing };

// `separator`: where it is known already.
struct CsvOptions {
  CsvQuoting quoting = CsvQuoting::kQuotesCells;
  std::optional<char> separator = {};
};

struct CsvFile {
  std::string path;
  std::vector<CsvCell> header;
  std::vector<std::vector<CsvCell>> rows;  // each as long as `header`
  // Of each row, its number as a spreadsheet counts, of which the first is 1.
  std::vector<std::uint32_t> row_numbers = {};
  std::size_t blank_row_count = 0;  // rows of empty cells, which are left out
  bool is_broken = false;           // something was reported, so that cells may be missing
};

// Returns the file's cells; none where the head or a quote is broken. Columns and rows that are
// empty, and rows of another length than the head, are left out. Reports `csv-ragged`, `csv-quote`,
// `csv-empty`, `csv-layout` (titles, heads of two rows and notes round the table),
// `csv-column-name` (columns without a name or of one name), `file-encoding` and `data-spreadsheet`
// with line and column.
CsvFile parse_csv(std::string_view bytes, std::string_view path, const CsvOptions& options,
                  Diagnostics& diagnostics);

}  // namespace signpost
