#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "data/tables/tables.h"
#include "figures/table_html.h"
#include "unit/english_words.h"

namespace signpost {
namespace {

Date day() { return parse_date("2026-11-23").value(); }

struct Read {
  std::optional<PublishedTable> table;
  Diagnostics diagnostics;
};

Read protected_table(std::string_view yaml,
                     DisclosureProfile profile = DisclosureProfile::kStandard) {
  Read read;
  const YamlNode root = parse_yaml(yaml, "content/_data/t.yaml", 1, read.diagnostics);
  DataTable table = read_table(root, "content/_data/t.yaml", {}, read.diagnostics);
  read.table = PublishedTable::protect(std::move(table), {profile, day()}, read.diagnostics);
  return read;
}

// Every cell as pages show it, then the notes.
std::string shown(const PublishedTable& table) {
  std::string text;
  for (const TableRow& row : table.rows()) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const TableCell& cell = row.cells[i];
      EXPECT_TRUE(!cell.value || cell.symbol.empty());
      text += (i == 0 ? "" : " | ") + (cell.value ? fmt::format("{}", *cell.value) : cell.text);
    }
    text += '\n';
  }
  for (const PrivacyNote& note : table.about().privacy_notes) {
    text += privacy_note_text(english(), note) + '\n';
  }
  return text;
}

constexpr std::string_view kCasework = R"(people: true
columns:
  - {key: group, title: Group}
  - {key: a, title: 2012-13, numeric: true}
  - {key: b, title: 2013-14, numeric: true}
  - {key: c, title: 2014-15, numeric: true}
  - {key: d, title: 2015-16, numeric: true}
  - {key: e, title: 2016-17, numeric: true}
  - {key: f, title: 2017-18, numeric: true}
checks:
  - {sum: [SEND, Not SEND, Other], is: All cases, unless: two cases of 2012-13 are missing}
rows:
  - [All cases, 189, 207, 263, 326, 389, 413]
  - [Boys, 118, 144, 173, 216, 262, 277]
  - [Girls, 69, 62, 88, 108, 123, 134]
  - [Sex not known, 2, 1, 2, 2, 4, 2]
  - [Before school, 12, 13, 19, 21, 36, 35]
  - [Infant, 30, 34, 44, 66, 69, 69]
  - [Junior, 58, 61, 79, 85, 111, 128]
  - [Secondary, 79, 89, 104, 124, 142, 144]
  - [After 16, 6, 7, 9, 24, 20, 29]
  - [Further education, x, x, x, x, 3, 2]
  - [Higher education, x, x, x, x, 0, 0]
  - [Apprenticeship, x, x, x, x, 1, 1]
  - [Supported internship, x, x, x, x, 0, 0]
  - [Age not known, 4, 3, 8, 6, 7, 5]
  - [SEND, 166, 191, 255, 319, 380, 408]
  - [Not SEND, 15, 12, 8, 7, 7, 5]
  - [Other, 6, 4, 0, 0, 2, 0]
  - [Fixed term, 17, 16, 14, 18, 17, 17]
  - [Permanent, 9, 10, 10, 7, 11, 11]
  - [Not excluded, 163, 181, 239, 301, 361, 385]
)";

TEST(TableDisclosure, ProtectsFourPartitionsThatNobodyDeclared) {
  const Read read = protected_table("disclosure: suppress\n" + std::string(kCasework));
  EXPECT_EQ(read.diagnostics.all(), std::vector<Diagnostic>());
  EXPECT_EQ(shown(*read.table), R"(All cases | 189 | 207 | 263 | 326 | 389 | 413
Boys | 118 | 144 | 173 | 216 | 262 | 277
Girls | c | c | c | c | c | c
Sex not known | c | c | c | c | c | c
Before school | 12 | 13 | 19 | 21 | 36 | 35
Infant | 30 | 34 | 44 | 66 | 69 | 69
Junior | 58 | 61 | 79 | 85 | 111 | 128
Secondary | 79 | 89 | 104 | 124 | 142 | 144
After 16 | c | c | 9 | 24 | 20 | 29
Further education | x | x | x | x | c | c
Higher education | x | x | x | x | 0 | 0
Apprenticeship | x | x | x | x | c | c
Supported internship | x | x | x | x | 0 | 0
Age not known | c | c | 8 | 6 | c | c
SEND | 166 | 191 | 255 | 319 | 380 | 408
Not SEND | 15 | c | 8 | 7 | c | 5
Other | 6 | c | 0 | 0 | c | 0
Fixed term | 17 | 16 | 14 | 18 | 17 | 17
Permanent | 9 | 10 | 10 | 7 | 11 | 11
Not excluded | 163 | 181 | 239 | 301 | 361 | 385
)");
  const Read strict = protected_table("disclosure: strict\n" + std::string(kCasework));
  EXPECT_EQ(shown(*strict.table), R"(All cases | 190 | 205 | 265 | 325 | 390 | 415
Boys | 120 | 145 | 175 | 215 | 260 | 275
Girls | 70 | 60 | 90 | 110 | 125 | 135
Sex not known | c | c | c | c | c | c
Before school | 10 | 15 | 20 | 20 | 35 | 35
Infant | 30 | 35 | 45 | 65 | 70 | 70
Junior | 60 | 60 | 80 | 85 | 110 | 130
Secondary | 80 | 90 | 105 | 125 | 140 | 145
After 16 | c | c | 10 | 25 | 20 | 30
Further education | x | x | x | x | c | c
Higher education | x | x | x | x | 0 | 0
Apprenticeship | x | x | x | x | c | c
Supported internship | x | x | x | x | 0 | 0
Age not known | c | c | 10 | c | c | c
SEND | 165 | 190 | 255 | 320 | 380 | 410
Not SEND | 15 | 10 | 10 | c | c | c
Other | c | c | 0 | 0 | c | 0
Fixed term | 15 | 15 | 15 | 20 | 15 | 15
Permanent | 10 | 10 | 10 | c | 10 | 10
Not excluded | 165 | 180 | 240 | 300 | 360 | 385
Numbers are rounded to the nearest 5.
)");
}

struct TableCase {
  const char* why;
  const char* yaml;
  const char* shown;
};

constexpr const char* kCount = R"(columns:
  - {key: group, title: Group}
  - {key: count, title: Families, numeric: true}
)";
constexpr const char* kShares = R"(columns:
  - {key: group, title: Group}
  - {key: count, title: Families, numeric: true}
  - {key: share, title: Share, percent: true}
)";

TEST(TableDisclosure, TakesOutWhatMayNotBeShown) {
  const std::string count = kCount, shares = kShares;
  const std::string cases[][3] = {
      {"a total by its name",
       count + "rows: [[Boys, 277], [Girls, 134], [Not known, 2], [Total, 413]]\n",
       "Boys | 277\nGirls | c\nNot known | c\nTotal | 413\n"},
      {"no total to subtract from", count + "rows: [[Boys, 277], [Not known, 2]]\n",
       "Boys | 277\nNot known | c\n"},
      {"16 families",
       "base: 16 families\n" + shares + "rows: [[Very, 12, 75], [Not very, 4, 25]]\n",
       "Very | 12 | c\nNot very | c | c\nToo few replies to show percentages (fewer than 20).\n"},
      {"a percentage beside a hidden count",
       "base: 413\n" + shares +
           "rows: [[Boys, 277, 67], [Girls, 134, 32], [Not known, 2, 0.5], [Total, 413, 100]]\n",
       "Boys | 277 | 67\nGirls | c | c\nNot known | c | c\nTotal | 413 | 100\n"},
      {"a percentage that is left over",
       "base: 40\ncolumns:\n  - {key: group, title: Group}\n  - {key: share, title: Share, "
       "percent: "
       "true}\nrows: [[Very, 60], [Fairly, 30], [Not, 10]]\n",
       "Very | 60\nFairly | c\nNot | c\n"},
      {"amounts with digits after the point are no counts", count + "rows: [[Hours, 2.5]]\n",
       "Hours | 2.5\n"},
  };
  for (const auto& [why, yaml, expected] : cases) {
    const Read read = protected_table("disclosure: suppress\n" + yaml);
    EXPECT_EQ(shown(*read.table), expected) << why;
    EXPECT_EQ(read.diagnostics.all(), std::vector<Diagnostic>()) << why;
  }
}

TEST(TableDisclosure, TakesOutABaseOfAFew) {
  const std::string table = std::string(kCount) + "rows: [[Mentors, 6]]\n";
  EXPECT_EQ(protected_table("disclosure: suppress\nbase: 6 mentors\n" + table).table->about().base,
            "6 mentors");
  EXPECT_EQ(protected_table("disclosure: strict\nbase: 6 mentors\n" + table).table->about().base,
            "[c]");
}

TEST(TableDisclosure, NamesFiveSmallCountsAndHowManyMoreThereAre) {
  std::string yaml =
      "columns: [{key: a, title: Day}, {key: b, title: People, numeric: true}]\nrows:\n";
  for (int row = 1; row <= 7; ++row) yaml += fmt::format("  - [Day {}, 3]\n", row);
  const Read read = protected_table(yaml);
  ASSERT_EQ(read.diagnostics.all().size(), 5U);
  EXPECT_EQ(read.diagnostics.all()[0].message,
            "\"Day 1\" in \"People\" is a count of 1 to 4, which may tell who the people are");
  EXPECT_EQ(
      read.diagnostics.all()[4].message,
      "\"Day 5\" in \"People\" is a count of 1 to 4, which may tell who the people are, as are "
      "2 more in this table");
}

TEST(TableDisclosure, TrustsACheckThatThereIsMoreThanTheParts) {
  const std::string table =
      std::string(kCount) + "rows: [[Statement, c], [SEN support, 264], [All referrals, 853]]\n";
  EXPECT_EQ(protected_table(table).diagnostics.all().size(), 1U);
  const Read read = protected_table(
      table + "checks: [{sum: [Statement, SEN support], at_most: All referrals}]\n");
  EXPECT_EQ(read.diagnostics.all(), std::vector<Diagnostic>());
}

TEST(TableDisclosure, SaysWhoDecidedToPublishSmallCounts) {
  const Read read = protected_table(
      "release: {reason: Each family agreed, approved_by: Head of Service, date: 2026-11-01}\n" +
      std::string(kCount) + "rows: [[Mentors, 3]]\n");
  EXPECT_EQ(
      shown(*read.table),
      "Mentors | 3\nSmall numbers are shown. Reason: Each family agreed. Approved by: Head of "
      "Service, 1 November 2026.\n");
}

TEST(TableDisclosure, UsesTheProfileOfTheSite) {
  const std::string table = std::string(kCount) + "rows: [[Level 4, 6], [Total, 662]]\n";
  EXPECT_EQ(shown(protected_table("disclosure: suppress\n" + table).table.value()),
            "Level 4 | 6\nTotal | 662\n");
  EXPECT_EQ(shown(protected_table("disclosure: suppress\n" + table, DisclosureProfile::kStrict)
                      .table.value()),
            "Level 4 | c\nTotal | 660\nNumbers are rounded to the nearest 5.\n");
  EXPECT_EQ(protected_table(table).diagnostics.all().size(), 0U);
  EXPECT_EQ(protected_table(table, DisclosureProfile::kStrict).diagnostics.all().size(), 1U);
}

}  // namespace
}  // namespace signpost
