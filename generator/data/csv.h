// CSV as cells with their places (RFC 4180): the first record names the columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace signpost {

// `line` and `column` count from 1 (bytes).
struct CsvCell {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct CsvFile {
  std::string path;
  std::vector<CsvCell> header;
  std::vector<std::vector<CsvCell>> rows;  // each as long as `header`
  // Of each row, its number as a spreadsheet counts, of which the first names the columns.
  std::vector<std::uint32_t> row_numbers = {};
};

// Returns the file's cells; none where the file is broken. Rows of another length than the first
// are left out. Reports `csv-ragged`, `csv-quote`, `csv-empty` and `file-encoding` with line and
// column.
CsvFile parse_csv(std::string_view text, std::string_view path, Diagnostics& diagnostics);

}  // namespace signpost
