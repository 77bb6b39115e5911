#include "data/csv.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using namespace std::string_view_literals;

// The cells, a row a line, or what is wrong.
std::string read(std::string_view bytes) {
  Diagnostics diagnostics;
  const CsvFile file = parse_csv(bytes, "t.csv", {}, diagnostics);
  std::string text;
  for (const Diagnostic& each : diagnostics.all()) {
    text +=
        fmt::format("{}:{} {} [{}]\n", each.place.line, each.place.column, each.message, each.rule);
  }
  EXPECT_EQ(file.is_broken, !text.empty());
  if (!text.empty()) return text;
  const auto add = [&](const std::vector<CsvCell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : "|") + cells[i].text;
    text += '\n';
  };
  add(file.header);
  for (const std::vector<CsvCell>& row : file.rows) add(row);
  return text;
}

struct Row {
  const char* why;
  std::string_view bytes;
  const char* text;
};

TEST(Csv, IsReadAsSpreadsheetsWriteIt) {
  const Row rows[] = {
      {"plain", "a,b\n1,2\n", "a|b\n1|2\n"},
      {"no line end at the end", "a,b\n1,2", "a|b\n1|2\n"},
      {"CRLF and a byte order mark",
       "\xEF\xBB\xBF"
       "a,b\r\n1,2\r\n",
       "a|b\n1|2\n"},
      {"CR alone", "a,b\r1,2\r", "a|b\n1|2\n"},
      {"semicolons, commas in the cells", "a;b\nx, y;2\n3;4,5\n", "a|b\nx, y|2\n3|4,5\n"},
      {"tabs", "a\tb\n1\t2\n", "a|b\n1|2\n"},
      {"bars", "a|b\n1|2\n", "a|b\n1|2\n"},
      {"a first line that says the separator", "sep=;\na;b,c\n1;2,3\n", "a|b,c\n1|2,3\n"},
      {"the same in quotes, CRLF", "\"sep=\t\"\r\na\tb\r\n1\t2\r\n", "a|b\n1|2\n"},
      {"quotes, line breaks and separators in cells", "\"a \"\"b\"\"\",c\r\n\"1,\r\n2\",\"3\"\r\n",
       "a \"b\"|c\n1, 2|3\n"},
      {"spaces of all kinds round cells", "a\xC2\xA0,\xE2\x80\x89 b\n 1 ,\"2 \"\n", "a|b\n1|2\n"},
      {"empty lines, rows and columns", "\n,,,\na,,b,\n\n1,,2,\n,,,\n", "a|b\n1|2\n"},
      {"commas after the last cell in some rows", "a,b,,\n1,2\n3,4,\n", "a|b\n1|2\n3|4\n"},
      {"UTF-16, as \"Unicode text\"",
       "\xFF\xFE"
       "a\0\t\0\xA3\0\n\0"
       "1\0\t\0"
       "2\0\n\0"sv,
       "a|\xC2\xA3\n1|2\n"},
      {"UTF-16 the other way round",
       "\xFE\xFF\0a\0,\0b\0\n\0"
       "1\0,\xD8\x3D\xDE\x00\0\n"sv,
       "a|b\n1|\xF0\x9F\x98\x80\n"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.bytes), row.text) << row.why;
}

TEST(Csv, SaysWhatStandsRoundATable) {
  const Row rows[] = {
      {"nothing", "", "0:0 the table has no columns [csv-empty]\n"},
      {"empty cells", ",,\n,,\n", "0:0 the table has no columns [csv-empty]\n"},
      {"a title", "Cases\n\na,b\n1,2\n",
       "1:1 row 1 \"Cases\" stands above the names of the columns [csv-layout]\n"},
      {"two titles with commas", "Cases,,\nBath,,\na,b,c\nx,y,z\nu,1,2\nv,3,4\n",
       "1:1 row 1 \"Cases\" stands above the names of the columns [csv-layout]\n"},
      {"joined cells in the head", "Group,2017,,2018,\n,Boys,Girls,Boys,Girls\nx,1,2,3,4\n",
       "2:0 rows 1 and 2 both name columns [csv-layout]\n"},
      {"no name", "a,,c\n1,2,3\n", "1:3 column 2 has no name [csv-column-name]\n"},
      {"no name for the rows", ",b\nx,2\n", "1:1 column 1 has no name [csv-column-name]\n"},
      {"one name for many", "a,b,b,b,a\n1,2,3,4,5\n",
       "1:9 columns 1 and 5 have the same name \"a\" [csv-column-name]\n"
       "1:5 columns 2 and 3 have the same name \"b\", as have 1 more [csv-column-name]\n"},
      {"a note", "a,b\n1,2\nSource: ours\n",
       "3:0 row 3 \"Source: ours\" has one cell: it is a note or a heading, no row of the table "
       "[csv-layout]\n"},
      {"a cell too many", "a,b\n1,2,3\n",
       "2:0 this row has 3 cells, but the first line names 2 columns [csv-ragged]\n"},
      {"a cell too few", "a,b,c\n1,2\n",
       "2:0 this row has 2 cells, but the first line names 3 columns [csv-ragged]\n"},
      {"a quote in a line of CR", "a,b\r\"1\r2\r",
       "2:1 a quoted cell is never closed [csv-quote]\n"},
      {"two separators", "a,b;c\n1,2;3\n",
       "1:0 it is not clear which character separates the cells: two would do [csv-layout]\n"},
      {"Windows-1252", "a,b\nBath \x96 city,2\n",
       "2:6 a character here is not UTF-8; a spreadsheet's plain \"CSV\" is in an old encoding "
       "such as Windows-1252 [file-encoding]\n"},
      {"UTF-16 cut off",
       "\xFF\xFE"
       "a\0,"sv,
       "0:0 the file says that it is UTF-16, but is not [file-encoding]\n"},
      {"UTF-16 without its mark", "a\0,\0b\0"sv,
       "1:2 a NUL character: the file is no text, or UTF-16 without its mark [file-encoding]\n"},
      {"an old spreadsheet", "\xD0\xCF\x11\xE0",
       "0:0 the file is a spreadsheet (xls), not CSV [data-spreadsheet]\n"},
      {"a web page", "<html><table>\n", "0:0 the file is a web page, not CSV [data-spreadsheet]\n"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.bytes), row.text) << row.why;
}

TEST(Csv, IsBounded) {
  std::string names = "a";
  for (int i = 0; i < 10000; ++i) names += ",b";
  EXPECT_EQ(read(names + "\n" + names),
            "1:5 columns 2 and 3 have the same name \"b\", as have 9998 more [csv-column-name]\n");
  EXPECT_EQ(read("a," + std::string(20000, ',') + "b\n1,2\n"),
            "1:0 row 1 has more than 16384 cells, the most that a spreadsheet has [csv-layout]\n");
  const std::string large(5000000, 'x');
  EXPECT_EQ(read("a,b\n" + large + ",1\n").size(), large.size() + 7);
}

TEST(Csv, IsolatesAreClosedInTheirCell) {
  EXPECT_EQ(read("a,b\nc \u2066d\u2069 e,f\n"), "a|b\nc \u2066d\u2069 e|f\n");
  EXPECT_EQ(read("a,b\nc \u2066d,e\u2069 f\n"),
            "2:1 the character \"LEFT-TO-RIGHT ISOLATE\" (U+2066) has no place in a text "
            "[character-forbidden]\n"
            "2:8 the character \"POP DIRECTIONAL ISOLATE\" (U+2069) has no place in a text "
            "[character-forbidden]\n");
}

}  // namespace
}  // namespace signpost
