#include "files/documents/document.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "unit/document_bytes.h"

namespace signpost {
namespace {

// What is found, joined by "; ", or the damage.
std::string found_in(std::string_view bytes, std::string_view ending) {
  const std::vector<std::string> names = {"Anytown SENDIASS"};
  const DocumentContents found = read_document(bytes, find_format(bytes), ending, names);
  return found.damage.empty() ? fmt::format("{}", fmt::join(found.told, "; ")) : found.damage;
}

struct Row {
  std::string_view name;
  ArchiveParts parts;
  std::string_view found;
};

std::string word(const std::string& body) {
  return "<w:document><w:body>" + body + "</w:body></w:document>";
}

TEST(ReadDocument, OfWord) {
  const std::string plain = word("<w:p><w:r><w:t>Hello</w:t></w:r></w:p>");
  const Row rows[] = {
      {"nothing",
       {{"word/document.xml", plain},
        {"docProps/core.xml", "<c><dc:creator>Anytown SENDIASS</dc:creator></c>"},
        {"docProps/app.xml", "<p><Company> </Company></p>"},
        {"docProps/custom.xml",
         "<p><property name=\"MSIP_Label_1_Name\"><v>Open</v></property></p>"}},
       ""},
      {"properties",
       {{"word/document.xml", plain},
        {"docProps/core.xml",
         "<c><dc:creator>Anna</dc:creator><cp:lastModifiedBy>Tom</cp:lastModifiedBy></c>"},
        {"docProps/app.xml", "<p><Company>Care Ltd</Company><Manager>Jo</Manager></p>"},
        {"docProps/custom.xml", "<p><property name=\"Case owner\"><v>Sam</v></property></p>"}},
       "its author \"Anna\"; who saved it last, \"Tom\"; its company \"Care Ltd\"; its manager "
       "\"Jo\"; its property \"Case owner\", \"Sam\""},
      {"comments and changes",
       {{"word/document.xml",
         word("<w:ins w:author=\"Tom\"><w:r><w:t>a</w:t></w:r></w:ins><w:del w:author=\"Sam\"/>")},
        {"word/header1.xml", "<w:hdr><w:p><w:pPr><w:pPrChange/></w:pPr></w:p></w:hdr>"},
        {"word/comments.xml", "<w:comments><w:comment w:author=\"Tom\"/></w:comments>"}},
       "1 comment by \"Tom\"; 3 tracked changes by \"Sam\", \"Tom\""},
      {"hidden text",
       {{"word/document.xml", word("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Jayden</w:t></w:r>")}},
       "hidden text"},
      {"text that is not hidden",
       {{"word/document.xml",
         word("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr>"
              "<w:vanish/></w:rPr><w:instrText>XE</w:instrText></w:r>")}},
       ""},
      {"files and places",
       {{"word/document.xml", plain},
        {"word/embeddings/sheet.xlsx", "PK"},
        {"word/recipientData.xml", "<a/>"},
        {"word/_rels/settings.xml.rels",
         "<r><Relationship Target=\"file:///C:/Users/anna/a.dotx\" TargetMode=\"External\"/></r>"}},
       "a link to a file of its writer's computer, \"file:///C:/Users/anna/a.dotx\"; an embedded "
       "file, \"sheet.xlsx\"; a list of people that letters went to"},
      {"another sort", {{"xl/workbook.xml", "<a/>"}}, "it is another sort of document inside"},
      {"broken text", {{"word/document.xml", "<w:document>"}}, "its text is damaged"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(found_in(archive(row.parts), "docx"), row.found) << row.name;
}

// What a document has and does not show, each after its place.
std::string unseen_in(std::string_view bytes, std::string_view ending) {
  std::string out;
  for (const DocumentPiece& piece :
       read_document(bytes, find_format(bytes), ending, {}).text.unseen)
    out += fmt::format("{}: {}\n", piece.place, piece.text);
  return out;
}

TEST(ReadDocument, WordsThatNothingShows) {
  const ArchiveParts parts = {
      {"word/document.xml",
       word("<w:p><w:r><w:t>Shown</w:t></w:r></w:p><w:sdt><w:alias w:val=\"Sam 943\"/></w:sdt>"
            "<w:bookmarkStart w:name=\"Sam_Brown\"/><w:r><w:instrText>LINK \"mailto:</w:instrText>"
            "<w:instrText>a@b.uk\"</w:instrText></w:r><mc:Fallback><w:p><w:t>Old</w:t></w:p>"
            "</mc:Fallback>")},
      {"customXml/item1.xml", "<x><!-- note --><nhs>943 476 5919</nhs></x>"}};
  EXPECT_EQ(unseen_in(archive(parts), "docx"),
            "in a part that it does not show (customXml/item1.xml): nhs: 943 476 5919\n"
            "in a part that it does not show (customXml/item1.xml):  note \n"
            "in a part that it does not show (word/document.xml): alias: Sam 943\n"
            "in a part that it does not show (word/document.xml): bookmarkStart: Sam Brown\n"
            "in a part that it does not show (word/document.xml): Old\n"
            "in a part that it does not show (word/document.xml): LINK \"mailto:a@b.uk\"\n");
}

TEST(ReadDocument, PartsThatTell) {
  const std::string plain = word("<w:p><w:r><w:t>Hello</w:t></w:r></w:p>");
  const Row rows[] = {
      {"people",
       {{"word/document.xml", plain},
        {"word/people.xml", "<p><w15:person w15:author=\"Anna\"/></p>"},
        {"customXml/item1.xml", "<x><author>Tom</author></x>"},
        {"docProps/app.xml", "<p><Template>H:\\anna\\a.dotx</Template></p>"}},
       "a folder of its writer's computer, \"H:\\anna\\a.dotx\"; a value of \"author\", \"Tom\"; "
       "an "
       "author of comments, \"Anna\""},
      {"foreign part",
       {{"word/document.xml", plain}, {"notes.txt", "Sam"}, {"word/theme/theme1.xml", "<a/>"}},
       "a part that no such document has, \"notes.txt\""},
      {"picture",
       {{"word/document.xml", plain},
        {"word/media/image1.gif", "GIF89a\x21\xFE\x09 of my Sam\x00"}},
       "a photo that says a comment on it"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(found_in(archive(row.parts), "docx"), row.found) << row.name;
  const std::string behind = archive({{"word/document.xml", plain}}) + std::string(100, 'x');
  EXPECT_EQ(found_in(behind, "docx"), "bytes that belong to none of its parts");
}

TEST(ReadDocument, WordsOfAPdfThatNoPageShows) {
  const std::string nhs = "NHS 943 476 5919";
  const std::string catalogue = "<</Type/Catalog/Pages 2 0 R";
  const std::string pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
  const std::string page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]";
  const auto unseen = [&](const std::string& in_catalogue, const std::string& in_page,
                          const std::string& object, const std::string& behind = "") {
    return unseen_in(
        pdf({catalogue + in_catalogue + ">>", pages, page + in_page + ">>", object}) + behind,
        "pdf");
  };
  const std::string no_page = "in a part that no page shows: " + nhs + "\n";
  EXPECT_EQ(unseen("", "", "<<>>"), "");
  EXPECT_EQ(unseen("", "", stream("", nhs)), no_page);
  EXPECT_EQ(unseen("/PageLabels<</Nums[0<</P(" + nhs + ")>>]>>", "", "<<>>"), no_page);
  EXPECT_EQ(unseen("", "", "<<>>", nhs + "\n"), no_page);
  EXPECT_EQ(unseen("", "/Metadata 4 0 R", stream("/Type/Metadata/Subtype/XML", nhs)),
            "in its properties: " + nhs + "\n");
  EXPECT_EQ(unseen("/StructTreeRoot 4 0 R", "", "<</K<</Alt(" + nhs + ")>>>>"),
            "in a text for screen readers: " + nhs + "\n");
  EXPECT_EQ(unseen("", "/Contents 4 0 R", stream("", "/P<</ActualText(" + nhs + ")>>BDC EMC")),
            "in a text for screen readers: " + nhs + "\n");
  EXPECT_EQ(unseen("/AcroForm<</Fields[4 0 R]>>", "", "<</FT/Tx/T(Name)/V(Sam)>>"),
            "in a part that no page shows: Name: Sam\nin a part that no page shows: Name\n");
}

TEST(ReadDocument, OfExcel) {
  const std::string sheets =
      "<workbook><sheets><sheet name=\"Shown\" r:id=\"rId1\"/><sheet name=\"Raw\" r:id=\"rId2\" "
      "state=\"veryHidden\"/></sheets></workbook>";
  const Row rows[] = {
      {"hidden sheet", {{"xl/workbook.xml", sheets}}, "the hidden sheet \"Raw\""},
      {"hidden columns and rows with figures, and without",
       {{"xl/workbook.xml",
         "<workbook><sheets><sheet name=\"Shown\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<r><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></r>"},
        {"xl/worksheets/sheet1.xml",
         "<worksheet><cols><col min=\"27\" max=\"28\" hidden=\"1\"/></cols><row><c r=\"AA1\"><v>1"
         "</v></c></row><row hidden=\"1\"><c r=\"A2\"><v>1</v></c></row></worksheet>"},
        {"xl/worksheets/sheet2.xml",
         "<worksheet><cols><col min=\"4\" max=\"9\" width=\"0\"/></cols><row><c r=\"C1\"><v>1</v>"
         "</c><c r=\"D1\"/></row><row hidden=\"1\"><c r=\"A2\"/></row></worksheet>"}},
       "hidden columns of the sheet \"Shown\"; hidden rows of the sheet \"Shown\""},
      {"comments, pivot tables, links",
       {{"xl/workbook.xml", "<workbook/>"},
        {"xl/comments1.xml",
         "<c><author>Tom</author><comment authorId=\"0\"/><comment authorId=\"7\"/></c>"},
        {"xl/connections.xml", "<a/>"},
        {"xl/externalLinks/externalLink1.xml", "<a/>"},
        {"xl/pivotCache/pivotCacheRecords1.xml", "<a/>"}},
       "a connection to a database; values of another workbook; the rows behind a pivot table; 2 "
       "comments by \"Tom\""},
  };
  for (const Row& row : rows)
    EXPECT_EQ(found_in(archive(row.parts), "xlsx"), row.found) << row.name;
}

TEST(ReadDocument, OfPowerPointAndLibreOffice) {
  EXPECT_EQ(found_in(archive({{"ppt/presentation.xml", "<p/>"},
                              {"ppt/comments/comment1.xml", "<l><p:cm/><p:cm/></l>"},
                              {"ppt/notesSlides/n1.xml", "<n><a:t>Jayden</a:t></n>"},
                              {"ppt/notesSlides/n2.xml", "<n><a:fld><a:t>2</a:t></a:fld></n>"},
                              {"ppt/slides/slide2.xml", "<p:sld show=\"0\"/>"}}),
                     "pptx"),
            "2 comments; 1 hidden slide; 1 slide with speaker's note");
  EXPECT_EQ(
      found_in(
          archive(
              {{"META-INF/manifest.xml", "<m/>"},
               {"content.xml",
                "<o><style:style style:name=\"h\"><style:table-properties table:display=\"false\"/>"
                "</style:style><office:annotation><dc:creator>Tom</dc:creator></office:annotation>"
                "<table:table table:name=\"Raw\" table:style-name=\"h\"/><table:table "
                "table:name=\"Shown\"><table:table-column table:number-columns-repeated=\"2\"/>"
                "<table:table-column table:visibility=\"collapse\"/><table:table-row>"
                "<table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell>7"
                "</table:table-cell></table:table-row></table:table></o>"},
               {"meta.xml", "<m><meta:initial-creator>Anna</meta:initial-creator></m>"}}),
          "ods"),
      "its author \"Anna\"; the hidden sheet \"Raw\"; hidden columns of the sheet \"Shown\"; 1 "
      "comment by \"Tom\"");
  EXPECT_EQ(found_in(archive({{"META-INF/manifest.xml", "<m:encryption-data/>"}}), "odt"),
            "it is protected by a password");
}

const std::string kPages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";

TEST(ReadDocument, OfPdf) {
  const std::string catalogue = "<</Type/Catalog/Pages 2 0 R>>";
  const std::string page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>";
  const std::string plain = pdf({catalogue, kPages, page});
  EXPECT_EQ(found_in(plain, "pdf"), "");
  EXPECT_EQ(
      found_in(pdf({catalogue, kPages, page, "<</Author(Anna)/Company(Care Ltd)/Title(Help)>>"},
                   "/Info 4 0 R"),
               "pdf"),
      "its author \"Anna\"; its company \"Care Ltd\"");
  const std::string xmp =
      "<x:xmpmeta><rdf:Description><dc:creator><rdf:Seq><rdf:li>Anna</rdf:li></rdf:Seq>"
      "</dc:creator></rdf:Description></x:xmpmeta>";
  const std::string with_layer =
      "<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R/OCProperties<</D<</OFF[5 0 R]>>>>>>";
  EXPECT_EQ(found_in(pdf({with_layer, kPages, page, stream("/Type/Metadata/Subtype/XML", xmp),
                          "<</Type/OCG/Name(Draft)>>"}),
                     "pdf"),
            "the hidden layer \"Draft\"; its author \"Anna\"");
  const std::string with_marks =
      "<</Type/Page/Parent 2 0 R/Annots[<</Subtype/Text/T(Tom)>><</Subtype/Link>>"
      "<</Subtype/Redact>>]>>";
  EXPECT_EQ(
      found_in(pdf({catalogue, kPages, with_marks, "<</Type/Filespec/F(raw.csv)/EF<</F 5 0 R>>>>",
                    stream("", "a,b")}),
               "pdf"),
      "the attached file \"raw.csv\"; 1 comment by \"Tom\"; 1 redaction that was marked and not "
      "made");
  EXPECT_EQ(found_in(plain + "3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n" + plain, "pdf"),
            "an earlier version of its text");
  // As Word ends each PDF: a second list of objects without any.
  EXPECT_EQ(found_in(plain + fmt::format("xref\n0 0\ntrailer\n<</Size 4/Root 1 0 R/Prev {}>>\n"
                                         "startxref\n{}\n%%EOF\n",
                                         plain.rfind("xref\n0"), plain.size()),
                     "pdf"),
            "");
  EXPECT_EQ(found_in("%PDF-1.4\nnothing", "pdf"), "it is damaged");
}

TEST(ReadDocument, OfRichText) {
  EXPECT_EQ(
      found_in("{\\rtf1{\\info{\\author Anna}{\\*\\company Care Ltd}}\\viewkind4 Hello}", "rtf"),
      "its author \"Anna\"; its company \"Care Ltd\"");
  EXPECT_EQ(found_in("{\\rtf1 Hello \\v Jayden\\v0 {\\*\\annotation x}}", "rtf"),
            "comments; hidden text");
}

TEST(ReadDocument, RefusesWhatIsLockedOrDamaged) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) name += {c, '\0'};
  const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  EXPECT_EQ(found_in(compound + name, "docx"), "it is protected by a password");
  EXPECT_EQ(found_in(compound, "docx"), "it is a document of an older Office program");
  EXPECT_EQ(found_in("PK\3\4", "xlsx"), "its archive is damaged");
  EXPECT_EQ(found_in(archive({{"word/document.xml", "x"}}, 1), "docx"),
            "it is protected by a password");
}

TEST(ReadDocument, StopsAtBombs) {
  EXPECT_EQ(
      found_in(archive({{"word/document.xml", std::string(std::size_t{33} << 20U, ' ')}}), "docx"),
      "it unpacks to more than can be looked into");
}

}  // namespace
}  // namespace signpost
