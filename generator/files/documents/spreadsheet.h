// The sheets of an Excel workbook (.xlsx; ECMA-376, part 1, SpreadsheetML) as text, for whoever
// reads tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// `column` counts from 1. `text` is never empty: what is written, a number with the 15 digits that
// Excel shows, TRUE or FALSE, a formula's result ("=" where it has none yet), and a day as
// "2025-05-12" or, with its time, "2025-05-12T10:04:09", whichever year the workbook counts from.
struct SheetCell {
  std::uint32_t column = 1;
  std::string text;
};

// `number` counts from 1. Rows and cells without text are left out.
struct SheetRow {
  std::uint32_t number = 1;
  bool is_hidden = false;  // by hand or by a filter
  std::vector<SheetCell> cells;
};

// Cells joined to one, whose text the first has.
struct JoinedCells {
  std::uint32_t first_row = 1, last_row = 1;
  std::uint32_t first_column = 1, last_column = 1;
};

// `margins`: the headers and footers of its pages.
struct Worksheet {
  std::string title;
  bool is_hidden = false;
  std::vector<SheetRow> rows;
  std::vector<JoinedCells> joined;
  std::vector<std::string> margins;
};

// `damage` says why it cannot be read, or "". `counts_from_1904`: what a day's number means where a
// cell is not marked as a day.
struct Workbook {
  std::vector<Worksheet> sheets;
  bool counts_from_1904 = false;
  std::string damage;
};

// Returns the workbook's sheets in the order of their tabs.
Workbook read_workbook(std::string_view bytes);

// Returns what `serial` is in a workbook that counts days from 1900 or 1904, as above; "" where it
// is no day that both Excel and the calendar know.
std::string serial_day(double serial, bool counts_from_1904);

// The tables in a ZIP archive. `bytes` are those of the one table; "" where there are several.
struct PackedTables {
  std::vector<std::string> names;  // of files ending in .csv, .tsv or .xlsx, sorted
  std::string bytes;
  bool is_workbook = false;       // the archive itself is an .xlsx
  bool is_open_document = false;  // or an .ods
  std::string damage;
};

PackedTables unpack_tables(std::string_view bytes);

}  // namespace signpost
