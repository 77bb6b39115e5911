#include "check/assets/document_details.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/messages.h"

namespace signpost {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Rows = std::vector<std::vector<std::string>>;

DocumentTable sheet(const Rows& rows) {
  DocumentTable table{"the sheet \"A\"", true, {}};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (!rows[r][c].empty()) table.cells.push_back({r, c, rows[r][c]});
    }
  }
  return table;
}

// What is said of its counts, without place and help.
std::vector<std::string> counts_in(const Rows& rows) {
  DocumentText text;
  text.tables.push_back(sheet(rows));
  const Place place{"content/a.md", 1, 1, 0};
  Diagnostics diagnostics;
  check_document_counts({"a.xlsx", text, place}, DisclosureProfile::kStandard, diagnostics);
  std::vector<std::string> found;
  for (std::string& line : messages(std::move(diagnostics))) {
    found.push_back(line.substr(0, line.find(" | ")));
  }
  return found;
}

TEST(DocumentCounts, AreThoseOfPeople) {
  const std::string small =
      "content/a.md:1:1 asset-small-counts: the figure under \"Families\" in the ";
  const std::string which =
      " of the sheet \"A\" of \"a.xlsx\" is a count of 1 to 4, which may tell who the people are";
  EXPECT_THAT(counts_in({{"Need", "Families"}, {"Autism", "41"}, {"Sight", "3"}}),
              ElementsAre(small + "cell B3" + which));
  // A title above, an empty row and column, years as heads, another table below.
  EXPECT_THAT(counts_in({{"Our year"}, {}, {"", "Need", "Families"}, {"", "Sight", "3"}}),
              ElementsAre(small + "cell C4" + which));
  EXPECT_THAT(
      counts_in({{"Pupils by school"}, {"School", "2024", "2025"}, {"Hill", "12", "2"}}),
      ElementsAre(
          "content/a.md:1:1 asset-small-counts: the figure under \"2025\" in the cell C3 of the "
          "sheet \"A\" of \"a.xlsx\" is a count of 1 to 4, which may tell who the people "
          "are"));
  EXPECT_THAT(
      counts_in({{"Item", "Price"}, {"Book", "3"}, {}, {"Need", "Families"}, {"Sight", "3"}}),
      ElementsAre(small + "cell B5" + which));
  EXPECT_THAT(
      counts_in({{"Need", "Families"}, {"Autism", "41"}}),
      ElementsAre("content/a.md:1:1 asset-people-counts: the figure under \"Families\" in the "
                  "cell B2 of the sheet \"A\" of \"a.xlsx\" counts people in a file, where "
                  "small counts are not looked after"));
}

// The same of the lines of a page.
std::vector<std::string> counts_in_lines(const char* lines) {
  DocumentText text;
  text.add("on page 2", lines);
  Diagnostics diagnostics;
  check_document_counts({"a.pdf", text, {"content/a.md", 1, 1, 0}}, DisclosureProfile::kStandard,
                        diagnostics);
  return messages(std::move(diagnostics));
}

TEST(DocumentCounts, StandInCellsOfEachSpelling) {
  for (const char* cell : {"3", "three", "3/60", "3 of 60", "3 (5%)", "3*", "\uFF13"}) {
    EXPECT_THAT(
        counts_in({{"Need", "Families"}, {"Autism", "41"}, {"Sight", cell}}),
        ElementsAre(testing::HasSubstr("in the cell B3 of the sheet \"A\" of \"a.xlsx\" is")))
        << cell;
  }
  EXPECT_THAT(counts_in({{"Need", "Autism", "Sight"}, {"Families", "41", "3"}}),
              ElementsAre(testing::HasSubstr("under \"Sight\" in the cell C2 of the sheet")));
}

TEST(DocumentCounts, StandInLinesToo) {
  const auto small = testing::HasSubstr(
      "asset-small-counts: the figure under \"Families\" in row 3, column 2 of the lines below "
      "\"Need Families\" on page 2 of \"a.pdf\" is a count of 1 to 4");
  EXPECT_THAT(counts_in_lines("Hello.\nNeed   Families\nAutism   40\nDeafblind\t3\nBye"),
              ElementsAre(small));
  EXPECT_THAT(counts_in_lines("Families by need\nAutism 40 30\nDeaf or blind 3 12"),
              ElementsAre(testing::HasSubstr("in row 3, column 2 of the lines below \"Families by "
                                             "need\" on page 2")));
  for (const char* harmless :
       {"Help for parents\nAutism 40\nDeafness 3", "Parents\nHow to ask 2\nHow to appeal 4",
        "Families by need\nAutism 3", "What each family gets\nMeetings 5\nLetters 2",
        "Children we helped.\nRoom 3\nRoom 2"}) {
    EXPECT_THAT(counts_in_lines(harmless), IsEmpty()) << harmless;
  }
}

TEST(DocumentCounts, AreNoPricesTimesAndNumbers) {
  EXPECT_THAT(counts_in({{"Room", "Price", "Seats"}, {"Hall", "3", "40"}, {"Studio", "2", "4"}}),
              IsEmpty());
  EXPECT_THAT(counts_in({{"Step", "What", "Weeks"}, {"1", "Ask", "6"}, {"2", "Wait", "2"}}),
              IsEmpty());
  EXPECT_THAT(counts_in({{"Children's club: prices"}, {"Age", "Price"}, {"3 to 4", "2"}}),
              IsEmpty());
  EXPECT_THAT(counts_in({{"Number of children", "Families pay per week"}, {"1", "4"}, {"2", "3"}}),
              IsEmpty());
}

TEST(DocumentDetails, AreSaidOnceAndAtMostTwenty) {
  DocumentText text;
  text.add("on page 1", "Ring mum on 07911 123456.");
  text.add("on page 2", "Mum: 07911 123456");
  text.unread = "is a scan: 1 of its 3 pages is a picture of letters";
  const Place place{"content/a.md", 1, 1, 0};
  Diagnostics diagnostics;
  check_document_details({"a.pdf", text, place}, {}, diagnostics);
  EXPECT_THAT(
      messages(std::move(diagnostics)),
      ElementsAre(
          "content/a.md:1:1 asset-unread: \"a.pdf\" is a scan: 1 of its 3 pages is a picture of "
          "letters, so nothing looks at what it says | make it anew from the document that "
          "it was made of, or read it through yourself and say so in allow:",
          "content/a.md:1:1 personal-phone: \"07911 123456\" is a phone number that is not the "
          "service's, on page 1 of \"a.pdf\" | take it out of the document and save that anew, or "
          "add it to public_contacts in site-config.yaml"));
  text = {};
  for (int i = 10; i < 60; ++i) text.add("on page 1", fmt::format("Mum: 07911 1234{}", i));
  Diagnostics many;
  check_document_details({"a.pdf", text, place}, {}, many);
  const std::vector<std::string> found = messages(std::move(many));
  EXPECT_EQ(found.size(), 21U);
  EXPECT_THAT(found,
              testing::Contains(testing::HasSubstr("and 30 more such details are in \"a.pdf\"")));
}

TEST(DocumentDetails, OfACellAreSaidByItsColumn) {
  DocumentText text;
  text.tables.push_back(
      sheet({{"Name", "Date of birth", "Reviewed"}, {"Sam", "12/03/2015", "12/03/2025"}}));
  const Place place{"content/a.md", 1, 1, 0};
  Diagnostics diagnostics;
  check_document_details({"a.xlsx", text, place}, {}, diagnostics);
  EXPECT_THAT(messages(std::move(diagnostics)),
              ElementsAre("content/a.md:1:1 personal-birth-date: \"12/03/2015\" looks like a date "
                          "of birth, in the cell B2 of the sheet \"A\" of \"a.xlsx\" | take it out "
                          "of the document and save that anew"));
}

}  // namespace
}  // namespace signpost
