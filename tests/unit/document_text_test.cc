#include "files/documents/document_text.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/documents/document.h"
#include "unit/document_bytes.h"

namespace signpost {
namespace {

using testing::ElementsAre;

// "place: words" of each piece and cell, and what is unread.
std::vector<std::string> text_of(const DocumentText& text) {
  std::vector<std::string> lines;
  for (const auto& [place, words] : text.pieces) {
    lines.push_back(fmt::format("{}: {}", place, words));
  }
  for (const DocumentTable& table : text.tables) {
    for (const DocumentCell& cell : table.cells) {
      lines.push_back(fmt::format("{}: {}", table.place_of(cell), cell.text));
    }
  }
  if (!text.unread.empty()) lines.push_back(text.unread);
  return lines;
}

std::vector<std::string> words_in(std::string_view bytes, std::string_view ending) {
  const DocumentContents contents = read_document(bytes, find_format(bytes), ending, {});
  EXPECT_EQ(contents.damage, "");
  return text_of(contents.text);
}

std::string run(const std::string& words) {
  return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
}

TEST(DocumentText, OfWordIsJoinedFromRuns) {
  const std::string box = "<w:p>" + run("In a box") + "</w:p>";
  const std::string body =
      "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + run("943") + "\n" + run(" ") +
      "<w:r><w:t>476</w:t><w:tab/><w:t>59</w:t></w:r><w:r><w:t>19</w:t></w:r></w:p><w:p/>"
      "<w:tbl><w:tr><w:tc><w:p>" +
      run("Name") + "</w:p></w:tc><w:tc><w:p>" + run("Born") + "</w:p><w:p>" + run("on") +
      "</w:p></w:tc></w:tr><w:tr><w:tc/><w:tc><w:p>" + run("3 May") +
      "</w:p></w:tc></w:tr></w:tbl><w:p>" + run("Outside") +
      "<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
      "</mc:Fallback></mc:AlternateContent></w:r>" + run(" it") +
      "<wp:docPr descr=\"A boy\"/></w:p>";
  EXPECT_THAT(
      words_in(archive({{"word/document.xml", "<w:document>" + body + "</w:document>"},
                        {"word/footer1.xml", "<w:ftr><w:p>" + run("Below") + "</w:p></w:ftr>"},
                        {"word/footnotes.xml", "<w:f><w:p>" + run("Note") + "</w:p></w:f>"},
                        {"docProps/core.xml", "<c><dc:title>Our plan</dc:title></c>"},
                        {"word/_rels/document.xml.rels",
                         "<r><Relationship Target=\"mailto:jo%40a.uk\" TargetMode=\"External\"/>"
                         "<Relationship Target=\"https://a.uk/\" TargetMode=\"External\"/></r>"}}),
               "docx"),
      ElementsAre("in its properties: Our plan", "in a link: jo@a.uk",
                  "in paragraph 1: 943 476 5919", "in paragraph 2: Outside it",
                  "in paragraph 3: In a box", "in the description of a picture: A boy",
                  "in a footer: Below", "in a note: Note", "in row 1, column 1 of table 1:  Name",
                  "in row 1, column 2 of table 1:  Born on",
                  "in row 2, column 2 of table 1:  3 May"));
}

TEST(DocumentText, OfExcelIsThatOfItsCells) {
  EXPECT_THAT(
      words_in(
          archive({{"xl/workbook.xml",
                    "<w><sheets><sheet name=\"People\" sheetId=\"7\" r:id=\"r1\"/></sheets></w>"},
                   {"xl/_rels/workbook.xml.rels",
                    "<r><Relationship Id=\"r1\" Target=\"/xl/worksheets/a.xml\"/></r>"},
                   {"xl/sharedStrings.xml",
                    "<sst><si><r><t>Da</t></r><r><t>y</t></r><rPh><t>x</t></rPh></si></sst>"},
                   {"xl/styles.xml",
                    "<s><numFmts><numFmt numFmtId=\"170\" formatCode=\"[Red]dd/mm\"/><numFmt "
                    "numFmtId=\"171\" formatCode=\"0.0&quot;day&quot;\"/></numFmts><cellXfs>"
                    "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>"
                    "</s>"},
                   {"xl/worksheets/a.xml",
                    "<w><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"inlineStr\">"
                    "<is><t>How many</t></is></c></row><row r=\"4\"><c r=\"A4\" s=\"1\"><v>42075.5"
                    "</v></c><c r=\"AB4\" s=\"2\"><f>1+1</f><v>2</v></c></row></sheetData>"
                    "<headerFooter><oddFooter>Draft</oddFooter></headerFooter></w>"}}),
          "xlsx"),
      ElementsAre("in a header or footer of the sheet \"People\": Draft",
                  "in the cell A1 of the sheet \"People\": Day",
                  "in the cell B1 of the sheet \"People\": How many",
                  "in the cell A4 of the sheet \"People\": 2015-03-12",
                  "in the cell AB4 of the sheet \"People\": 2"));
}

TEST(DocumentText, OfPowerPointGoesByTheOrderOfItsSlides) {
  const auto slide = [](const std::string& words) {
    return "<p:sld><a:p><a:r><a:t>" + words + "</a:t></a:r></a:p></p:sld>";
  };
  EXPECT_THAT(
      words_in(archive({{"ppt/presentation.xml",
                         "<p><p:sldId id=\"256\" r:id=\"r2\"/><p:sldId id=\"257\" r:id=\"r1\"/>"
                         "</p>"},
                        {"ppt/_rels/presentation.xml.rels",
                         "<r><Relationship Id=\"r1\" Target=\"slides/slide1.xml\"/><Relationship "
                         "Id=\"r2\" Target=\"slides/slide2.xml\"/></r>"},
                        {"ppt/slides/slide1.xml", slide("Last")},
                        {"ppt/slides/slide2.xml", slide("First")}}),
               "pptx"),
      ElementsAre("on slide 1: First", "on slide 2: Last"));
}

TEST(DocumentText, OfLibreOffice) {
  const std::string table =
      "<table:table table:name=\"Open\"><table:table-row table:number-rows-repeated=\"2\">"
      "<table:table-cell table:number-columns-repeated=\"3\"/><table:table-cell><text:p>3 "
      "May</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell>"
      "<text:p>End</text:p></table:table-cell></table:table-row></table:table>";
  EXPECT_THAT(words_in(archive({{"META-INF/manifest.xml", "<m/>"},
                                {"content.xml",
                                 "<o><office:text><text:tracked-changes><text:p>Gone</text:p>"
                                 "</text:tracked-changes><text:p>One<text:s/><text:span>two"
                                 "</text:span> <text:span>three</text:span><office:annotation>"
                                 "<text:p>Hush</text:p></office:annotation></text:p><text:h>Four"
                                 "</text:h></office:text></o>"},
                                {"styles.xml", "<s><text:p>Below</text:p></s>"}}),
                       "odt"),
              ElementsAre("in paragraph 1: One two three", "in paragraph 2: Four",
                          "in a header or footer: Below"));
  EXPECT_THAT(words_in(archive({{"META-INF/manifest.xml", "<m/>"},
                                {"content.xml",
                                 "<o><office:spreadsheet>" + table + "</office:spreadsheet></o>"}}),
                       "ods"),
              ElementsAre("in the cell D1 of the sheet \"Open\":  3 May",
                          "in the cell A3 of the sheet \"Open\":  End"));
}

TEST(DocumentText, OfRichTextAndPlainText) {
  EXPECT_THAT(words_in("{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\generator x}Caf\\'e9 \\u8364?5\\~6"
                       "\\par\n{\\b Two}\\par}",
                       "rtf"),
              ElementsAre("in paragraph 1: Caf\u00E9 \u20AC5 6", "in paragraph 2: Two"));
  EXPECT_THAT(text_of(read_plain_text("One\n\nTwo\n", "txt")),
              ElementsAre("on line 1: One", "on line 3: Two"));
  EXPECT_THAT(text_of(read_plain_text("<svg><text>Ring <tspan>us</tspan></text></svg>", "svg")),
              ElementsAre("in the words: Ring us"));
  EXPECT_THAT(text_of(read_plain_text(archive({{"a.xhtml", "<p>One <b>two</b></p>"}}), "epub")),
              ElementsAre("in a.xhtml: One two"));
  EXPECT_THAT(text_of(read_plain_text("\xFF\xFEO\0", "txt")), ElementsAre("is text in UTF-16"));
}

// ---- PDF

const std::string kCatalogue = "<</Type/Catalog/Pages 2 0 R>>";
const std::string kOnePage = "<</Type/Pages/Kids[3 0 R]/Count 1>>";

std::string page_of(const std::string& resources) {
  return "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<" + resources + ">>>>";
}

TEST(DocumentText, OfPdfIsJoinedByWhereItStands) {
  struct Case {
    std::string content, text;
  };
  const std::string font = "/Font<</F<</Type/Font/Subtype/Type1/FirstChar 32/Widths[" + [] {
    std::string widths;
    for (int i = 32; i < 127; ++i) widths += "500 ";
    return widths;
  }() + "]>>/G<</Type/Font/Subtype/Type1>>>>";
  const Case cases[] = {
      {"BT /F 10 Tf (943) Tj 20 0 Td (476) Tj ET", "943 476"},
      {"BT /F 10 Tf (943) Tj 15 0 Td (476) Tj ET", "943476"},
      {"BT /F 10 Tf [(94) -20 (3) -300 (476)] TJ ET", "943 476"},
      {"BT /F 10 Tf (One) Tj 0 -12 Td (two) Tj T* (x) ' ET", "One\ntwo\nx"},
      {"BT /F 10 Tf (One) Tj ET q 1 0 0 1 0 -20 cm BT /F 10 Tf (two) Tj ET Q", "One\ntwo"},
      {"BT /F 1 Tf 10 0 0 10 5 5 Tm (One) Tj 10 0 0 10 25 5 Tm (two) Tj ET", "One two"},
      {"BT /F 1 Tf 0 10 -10 0 5 5 Tm (One) Tj 0 10 -10 0 5 25 Tm (two) Tj ET", "One two"},
      {"BT /G 10 Tf (One) Tj 20 0 Td (two) Tj ET", "One two"},
      {"BT /F 10 Tf 3 Tr (seen by nobody) Tj ET 0 0 99 99 re f", "seen by nobody"},
      {"BI /W 1 /H 1 ID \x01(Tj\nEI BT /F 10 Tf (after) Tj ET", "after"},
      {"BT /F 10 Tf <4F6E65> Tj ET (lost", "One"},
      {"BT /Nothing 10 Tf (One) Tj ET Q Q T* ET ] >> [ (x) TJ", "One"},
  };
  for (const Case& c : cases) {
    const std::string bytes = pdf({kCatalogue, kOnePage, page_of(font), stream("", c.content)});
    const std::vector<std::string> words = words_in(bytes, "pdf");
    EXPECT_EQ(words.empty() ? "" : words[0], c.text.empty() ? "" : "on page 1: " + c.text)
        << c.content;
  }
}

TEST(DocumentText, OfPdfKnowsWhatCodesStandFor) {
  const std::string map =
      "/CIDInit begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
      "1 beginbfchar <0001> <00660069> endbfchar 2 beginbfrange <0010> <0019> <0030> "
      "<0020> <0021> [<0041> <D83DDE00>] endbfrange endcmap";
  const std::string fonts =
      "/Font<</C<</Subtype/Type0/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts[<</DW 500/W[1 "
      "[600] 16 25 500]>>]>>/D<</Subtype/Type1/Encoding<</Differences[1/nine/four/period/a.alt"
      "/uni0041/Eacute]>>>>>>";
  const std::string content =
      "BT /C 10 Tf <0001001000190020> Tj <0021> Tj 0 -20 Td /D 10 Tf (\\001\\002\\003\\004\\005"
      "\\006\\223) Tj ET";
  EXPECT_THAT(
      words_in(pdf({kCatalogue, kOnePage, page_of(fonts), stream("", content), stream("", map)}),
               "pdf"),
      ElementsAre("on page 1: fi09A\U0001F600\n94.aAE\u201C"));
}

TEST(DocumentText, OfPdfHasFormsLinksAndBookmarks) {
  EXPECT_THAT(
      words_in(
          pdf({"<</Type/Catalog/Pages 2 0 R/Outlines<</First<</Title(First part)>>>>>>", kOnePage,
               "<</Type/Page/Parent 2 0 R/Annots[<</Subtype/Widget/Parent<</T(Name)/V(Anna)>>"
               ">><</Subtype/Link/A<</URI(tel:07911123456)>>>><</Subtype/FreeText/Contents"
               "(Typed)>>]>>",
               "<</Title(Our plan)>>"},
              "/Info 4 0 R"),
          "pdf"),
      ElementsAre("in its properties: Our plan", "on page 1: Name: Anna", "in a link: 07911123456",
                  "on page 1: Typed", "in its bookmarks: First part"));
}

TEST(DocumentText, OfPdfSaysWhatItCannotRead) {
  const std::string picture = "/XObject<</P 5 0 R>>";
  EXPECT_THAT(words_in(pdf({kCatalogue, kOnePage, page_of(picture), stream("", "/P Do"),
                            stream("/Subtype/Image", "x")}),
                       "pdf"),
              ElementsAre("is a scan: its page is a picture"));
  EXPECT_THAT(words_in(pdf({kCatalogue, kOnePage,
                            page_of("/Font<</C<</Subtype/Type0/Encoding/Identity-H>>>>"),
                            stream("", "BT /C 1 Tf <00010002> Tj ET")}),
                       "pdf"),
              ElementsAre("has fonts that do not say which letters they show"));
  // Each of twelve forms draws the next one a hundred times.
  std::vector<std::string> objects = {kCatalogue, kOnePage, page_of("/XObject<</F 5 0 R>>"),
                                      stream("", "/F Do")};
  std::string draw;
  for (int i = 0; i < 100; ++i) draw += "/F Do ";
  for (int i = 6; i < 18; ++i) {
    objects.push_back(
        stream(fmt::format("/Subtype/Form/Resources<</XObject<</F {} 0 R>>>>", i), draw));
  }
  EXPECT_THAT(words_in(pdf(objects), "pdf"), ElementsAre("draws more than can be looked through"));
}

TEST(DocumentText, TakenOffAPageIsStillToldOf) {
  const DocumentContents contents = read_document(
      pdf({kCatalogue, kOnePage, page_of(""), stream("", ""), stream("", "BT (old) Tj ET")}),
      FileFormat::kPdf, "pdf", {});
  EXPECT_THAT(contents.told,
              ElementsAre("text that was taken off its pages and is still in the file"));
}

}  // namespace
}  // namespace signpost
