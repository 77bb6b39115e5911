#include "files/documents/spreadsheet.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "unit/document_bytes.h"

namespace signpost {
namespace {

constexpr char kRelations[] =
    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/><Relationship "
    "Id=\"r2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>";
constexpr char kStyles[] =
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/><numFmt "
    "numFmtId=\"165\" formatCode=\"0.0&quot; days&quot;;[Red]0\"/></numFmts><cellStyleXfs><xf "
    "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf "
    "numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";
constexpr char kTexts[] =
    "<sst><si><t>ease</t></si><si><r><t>rich</t></r><r><t xml:space=\"preserve\"> text</t></r>"
    "<rPh><t>aloud</t></rPh></si><si><t>a_x000D_b</t></si></sst>";

std::string workbook_of(std::string_view rows, std::string_view properties = "") {
  return archive(
      {{"xl/workbook.xml",
        fmt::format("<workbook>{}<sheets><sheet name=\"Form1\" sheetId=\"1\" r:id=\"r1\"/><sheet "
                    "name=\"Notes\" state=\"hidden\" r:id=\"r2\"/></sheets></workbook>",
                    properties)},
       {"xl/_rels/workbook.xml.rels", kRelations},
       {"xl/styles.xml", kStyles},
       {"xl/sharedStrings.xml", kTexts},
       {"xl/worksheets/sheet1.xml", fmt::format("<worksheet>{}</worksheet>", rows)},
       {"xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>"}});
}

// The first sheet's rows: "2: A=ease; C=3", or the damage.
std::string cells_of(const std::string& bytes) {
  const Workbook workbook = read_workbook(bytes);
  if (!workbook.damage.empty()) return workbook.damage;
  std::string text;
  for (const SheetRow& row : workbook.sheets.at(0).rows) {
    text += fmt::format("{}{}:", row.number, row.is_hidden ? " hidden" : "");
    for (const SheetCell& cell : row.cells) text += fmt::format(" {}={};", cell.column, cell.text);
    text += '\n';
  }
  return text;
}

struct Row {
  const char* why;
  const char* rows;
  const char* text;
};

TEST(Spreadsheet, CellsOfAllTypes) {
  const Row rows[] = {
      {"texts",
       "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>",
       "2: 1=ease; 3=rich text;\n"},
      {"an escape", "<row><c t=\"s\"><v>2</v></c></row>", "1: 1=a\rb;\n"},
      {"a text in the cell", "<row r=\"1\"><c t=\"inlineStr\"><is><t>in</t></is></c></row>",
       "1: 1=in;\n"},
      {"numbers", "<row><c><v>3</v></c><c><v>2.9999999999999996</v></c><c><v>4.50E-1</v></c></row>",
       "1: 1=3; 2=3; 3=0.45;\n"},
      {"yes, no and an error",
       "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c></row>",
       "1: 1=TRUE; 2=FALSE; 3=#N/A;\n"},
      {"formulas",
       "<row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f><v>two</v></c><c><f>1</f></c><c "
       "t=\"str\"><f>A1</f><v></v></c></row>",
       "1: 1=2; 2=two; 3==;\n"},
      {"days", "<row><c s=\"1\"><v>45789.4197800926</v></c><c s=\"2\"><v>45789</v></c></row>",
       "1: 1=2025-05-12T10:04:29; 2=2025-05-12;\n"},
      {"formats of no days", "<row><c s=\"3\"><v>45789</v></c><c><v>45789.5</v></c></row>",
       "1: 1=45789; 2=45789.5;\n"},
      {"a day in words", "<row><c t=\"d\" s=\"1\"><v>2025-05-12T10:04:09</v></c></row>",
       "1: 1=2025-05-12T10:04:09;\n"},
      {"hidden rows and places left out",
       "<row><c><v>1</v></c></row><row r=\"4\" hidden=\"1\"><c r=\"B4\"><v>2</v></c><c><v>3</v></c>"
       "</row><row><c><v>4</v></c></row><row ht=\"0\"><c><v>5</v></c></row>",
       "1: 1=1;\n4 hidden: 2=2; 3=3;\n5: 1=4;\n6 hidden: 1=5;\n"},
      {"a text that is not there", "<row><c t=\"s\"><v>9</v></c></row>",
       "a sheet of it is damaged"},
      {"a column that no sheet has", "<row><c r=\"ZZZ1\"><v>9</v></c></row>",
       "a sheet of it is damaged"},
      {"a row that no sheet has", "<row r=\"1048577\"><c><v>9</v></c></row>",
       "a sheet of it is damaged"},
      {"broken XML", "<row><c>", "a sheet of it is damaged"},
  };
  for (const Row& row : rows) EXPECT_EQ(cells_of(workbook_of(row.rows)), row.text) << row.why;
}

TEST(Spreadsheet, SheetsAndJoinedCells) {
  const Workbook workbook =
      read_workbook(workbook_of("<sheetData/><mergeCells><mergeCell ref=\"B5:C7\"/></mergeCells>"));
  ASSERT_EQ(workbook.sheets.size(), 2U);
  EXPECT_EQ(workbook.sheets[0].title, "Form1");
  EXPECT_FALSE(workbook.sheets[0].is_hidden);
  EXPECT_EQ(workbook.sheets[1].title, "Notes");
  EXPECT_TRUE(workbook.sheets[1].is_hidden);
  ASSERT_EQ(workbook.sheets[0].joined.size(), 1U);
  const JoinedCells& joined = workbook.sheets[0].joined[0];
  EXPECT_EQ(fmt::format("{} {} {} {}", joined.first_row, joined.last_row, joined.first_column,
                        joined.last_column),
            "5 7 2 3");
}

TEST(Spreadsheet, DaysFrom1900And1904) {
  EXPECT_EQ(serial_day(45789, false), "2025-05-12");
  EXPECT_EQ(serial_day(44327, true), "2025-05-12");
  EXPECT_EQ(serial_day(61, false), "1900-03-01");
  EXPECT_EQ(serial_day(60, false), "");  // a 29 February that never was
  EXPECT_EQ(serial_day(45789.999999, false), "2025-05-13");
  EXPECT_EQ(serial_day(1e300, false), "");
  EXPECT_EQ(serial_day(-1, true), "");
  EXPECT_EQ(cells_of(workbook_of("<row><c s=\"2\"><v>44327.5</v></c></row>",
                                 "<workbookPr date1904=\"1\"/>")),
            "1: 1=2025-05-12T12:00:00;\n");
}

TEST(Spreadsheet, TablesInAnArchive) {
  const PackedTables one = unpack_tables(
      archive({{"Form.csv", "ease\n1\n"}, {"__MACOSX/._Form.csv", "x"}, {"a.txt", "x"}}));
  EXPECT_EQ(one.names, std::vector<std::string>{"Form.csv"});
  EXPECT_EQ(one.bytes, "ease\n1\n");
  EXPECT_EQ(unpack_tables(archive({{"a.csv", "x"}, {"b.CSV", "x"}})).bytes, "");
  EXPECT_TRUE(unpack_tables(workbook_of("")).is_workbook);
  EXPECT_TRUE(unpack_tables(archive({{"content.xml", "x"}})).is_open_document);
}

}  // namespace
}  // namespace signpost
