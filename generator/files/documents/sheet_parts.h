// The sheets of an Excel workbook and where their cells stand (ECMA-376, part 1, section 18).
// Internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "files/documents/package.h"
#include "files/documents/spreadsheet.h"
#include "files/documents/xml_part.h"

namespace signpost {

// `part`: "xl/worksheets/sheet1.xml"; "" where the workbook does not say.
struct SheetPart {
  std::string part, title;
  bool is_hidden = false;
};

// Returns the sheets in the order of their tabs. Fails the package where their list is no XML.
std::vector<SheetPart> sheet_parts(Package& package);

// The sheets' cells. `is_sound`: whether all of them could be read; else some are missing.
struct SheetCells {
  std::vector<Worksheet> sheets;
  bool counts_from_1904 = false;
  bool is_sound = true;
};

SheetCells read_sheets(Package& package);

// Returns the number of the column in "AB12", from 1; 0 where there is none.
std::uint32_t column_number(std::string_view reference);
// Returns the number of the row in "AB12", from 1; 0 where there is none.
std::uint32_t row_number(std::string_view reference);
// Returns the whole number that the text begins with, or 0.
std::uint32_t whole_number(std::string_view text);

// Whether a row or column is hidden, or has no size: "ht" of a row, "width" of a column.
bool is_hidden_line(const XmlElement& element, std::string_view size);

}  // namespace signpost
