// The records of a CSV text (RFC 4180) and what separates their cells. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace signpost {

// `text` is tidied (tidy_cell). `line` and `column` count from 1 (bytes); `begin` and `end` are
// where the cell stands in the file's text, quotes included.
struct CsvCell {
  std::string text = {};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// `number`: as a spreadsheet counts rows, from 1. `cells` is without empty ones at its end, of
// which `cell_count` tells.
struct CsvRecord {
  std::uint32_t number = 1;
  std::uint32_t line = 1;
  std::size_t cell_count = 0;
  std::vector<CsvCell> cells = {};
};

// More columns than a spreadsheet has are none.
inline constexpr std::size_t kMostCsvColumns = 16384;

// What may separate the cells.
inline constexpr char kCsvSeparators[] = {',', ';', '\t', '|'};

// Returns which of , ; tab and | makes most of the first records equally long, or nothing where two
// would do. A first line "sep=;" decides.
std::optional<char> find_separator(std::string_view text);

// Returns the first `most` records but empty lines; of one with empty cells alone, `cells` is
// empty. Reports `csv-quote`, and `csv-layout` for a record of more than kMostCsvColumns cells,
// where it ends.
std::vector<CsvRecord> read_records(std::string_view text, char separator, std::string_view path,
                                    Diagnostics& diagnostics,
                                    std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace signpost
