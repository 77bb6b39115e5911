// The words that a document shows, with where they stand, and its tables cell by cell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// `place`: where a member of staff looks for it ("on page 3", "in paragraph 12").
struct DocumentPiece {
  std::string place, text;
};

// Row and column from 0.
struct DocumentCell {
  std::size_t row = 0, column = 0;
  std::string text;
};

// A sheet of a workbook, or a table of a text or a slide. `name`: "the sheet \"Families\"", "table
// 2", "chart 1". The cells stand by rows, those that are empty left out.
struct DocumentTable {
  std::string name;
  bool is_sheet = false;
  std::vector<DocumentCell> cells;

  // Returns "in the cell C4 of the sheet \"Families\"", "in row 4, column 3 of table 2".
  [[nodiscard]] std::string place_of(const DocumentCell& cell) const;
};

// `unread`: what of the document shows words that are not here, after its name; "" for nothing:
// "is a scan: 3 of its 4 pages are pictures".
// `unseen`: texts that the file has and does not show.
struct DocumentText {
  std::vector<DocumentPiece> pieces;
  std::vector<DocumentTable> tables;
  std::vector<DocumentPiece> unseen;
  std::string unread;
  std::size_t chart_count = 0;  // of the tables

  // Adds a piece unless it is blank.
  void add(std::string place, std::string text);
  void add_unseen(std::string place, std::string text);
  // Adds where a link leads, if that is to a person: mailto:, tel:, sms:.
  void add_link(std::string_view target);
};

// Returns the letters of a column from 0: "A", "Z", "AA".
std::string column_letters(std::size_t column);

}  // namespace signpost
