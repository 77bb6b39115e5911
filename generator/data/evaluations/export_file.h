// The file that a form's tool or a spreadsheet wrote, as rows of cells: CSV in the encodings and
// with the separators that they use, an Excel workbook, or an archive with one of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/csv_records.h"
#include "files/documents/spreadsheet.h"

namespace signpost {

// Something wrong with the file: "row 3, column \"helpful\": …" and what to do.
struct ResponseProblem {
  std::string message, help;

  bool operator==(const ResponseProblem&) const = default;
};

// `title` is "" for CSV. Records with empty cells alone have none; empty lines are left out.
struct ExportSheet {
  std::string title;
  bool is_hidden = false;
  bool is_csv = true;
  std::vector<CsvRecord> records;
  std::set<std::uint32_t> hidden_rows;  // their numbers
  std::vector<JoinedCells> joined;
};

struct ExportFile {
  std::vector<ExportSheet> sheets;
  std::optional<bool> counts_from_1904;  // of a workbook
  std::vector<ResponseProblem> problems;
};

// Says how many columns of a table's first rows are known: by it the separator of CSV is chosen.
using KnownColumns = std::function<std::size_t(std::span<const CsvRecord>)>;

// Returns the sheets; none where there are problems. No message quotes a cell.
ExportFile read_export_file(std::string_view bytes, const KnownColumns& known_columns);

}  // namespace signpost
