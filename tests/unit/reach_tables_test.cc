#include "reach/reach_tables.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

const Period kPeriod = {*parse_date("2026-04-01"), *parse_date("2026-06-30")};

std::string rows_of(const ReachTable& table) {
  std::string out;
  for (const ReachRow& row : table.rows) {
    out += row.name + ":";
    for (const auto& count : row.counts) out += count ? fmt::format(" {}", *count) : " c";
    out += "; ";
  }
  return out;
}

Reach with_pages(std::vector<NamedCount> pages) {
  Reach reach;
  reach.pages = std::move(pages);
  return reach;
}

std::string pages(std::vector<NamedCount> counts, const ReachTableOptions& options = {}) {
  return rows_of(reach_tables(with_pages(std::move(counts)), options)[1]);
}

std::string months(const std::map<unsigned, PeriodCount>& counts) {
  Reach reach;
  for (const auto& [month, count] : counts) {
    reach.months[std::chrono::year(2026) / std::chrono::month(month)] = count;
  }
  return rows_of(reach_tables(reach, {})[3]);
}

TEST(ReachTables, NamesNoPageThatFewerThanFiveSessionsSaw) {
  EXPECT_EQ(pages({{"a.html", 90, 60}, {"b.html", 9, 4}, {"c.html", 8, 5}, {"d.html", 1, 1}}),
            "a.html: 90; c.html: 8; Other pages: 10; ");
}

TEST(ReachTables, AreAsStrictAsTheProfile) {
  ReachTableOptions options;
  options.profile = DisclosureProfile::kStrict;
  EXPECT_EQ(
      pages({{"a.html", 90, 60}, {"b.html", 9, 8}, {"c.html", 8, 7}, {"d.html", 1, 1}}, options),
      "a.html: 90; b.html: 9; Other pages: 9; ");
  Reach reach;
  reach.total = {7, 20, 7};
  reach.months[std::chrono::year(2026) / std::chrono::April] = reach.total;
  const std::vector<ReachTable> tables = reach_tables(reach, options);
  EXPECT_EQ(rows_of(tables[0]), "Sessions: c; Page views: c; Daily visitors, added up: c; ");
  EXPECT_EQ(rows_of(tables[3]), "April 2026: c c c; ");
  EXPECT_EQ(tables[1].note,
            "A page is named if 8 or more sessions opened it. Smaller ones are counted together.");
  EXPECT_EQ(tables[2].note,
            "This is the site that a session came from. Sites with fewer than 8 sessions are "
            "counted together.");
  EXPECT_EQ(tables[3].note,
            "A month with fewer than 8 sessions or daily visitors is not shown. Where needed, "
            "another month is hidden too, so that the small one cannot be worked out.");
}

TEST(ReachTables, MakesTheOthersTooManyToGiveOneAway) {
  // 3 views could be worked out from the total of page views.
  EXPECT_EQ(pages({{"a.html", 90, 60}, {"b.html", 8, 6}, {"c.html", 3, 2}}),
            "a.html: 90; Other pages: 11; ");
  // 9 views, but by 4 sessions only.
  EXPECT_EQ(pages({{"a.html", 90, 60}, {"b.html", 9, 4}, {"c.html", 8, 5}}),
            "a.html: 90; Other pages: 17; ");
  EXPECT_EQ(pages({{"a.html", 3, 2}, {"b.html", 1, 1}}), "Other pages: c; ");
  EXPECT_EQ(pages({{"a.html", 90, 60}}), "a.html: 90; ");
  EXPECT_EQ(pages({}), "");
}

TEST(ReachTables, NamesTheMostReadOnly) {
  ReachTableOptions options;
  options.most_named = 1;
  EXPECT_EQ(pages({{"a.html", 90, 60}, {"", 50, 20}, {"b.html", 8, 6}}, options),
            "a.html: 90; Other pages: 58; ");
}

TEST(ReachTables, CallsPagesByTheirTitles) {
  ReachTableOptions options;
  options.title_of = [](std::string_view url) -> std::optional<std::string> {
    if (url == "gone.html") return std::nullopt;
    return url == "index.html" ? "Home" : "Twins";
  };
  EXPECT_EQ(
      pages({{"index.html", 90, 60}, {"a.html", 30, 20}, {"b.html", 20, 20}, {"gone.html", 9, 9}},
            options),
      "Home: 90; Twins: 30; Twins (b.html): 20; Other pages: 9; ");
}

TEST(ReachTables, NamesSitesByFiveSessions) {
  Reach reach;
  reach.referrers = {{"direct", 0, 40}, {"Google", 0, 30}, {"", 0, 2}, {"school.example", 0, 4}};
  EXPECT_EQ(rows_of(reach_tables(reach, {})[2]),
            "Direct, or not known: 40; Google: 30; Other sites: 6; ");
}

TEST(ReachTables, HidesSmallMonthsAndOnesThatGiveThemAway) {
  EXPECT_EQ(months({{4, {50, 90, 40}}, {6, {60, 99, 50}}}),
            "April 2026: 50 90 40; May 2026: 0 0 0; June 2026: 60 99 50; ");
  EXPECT_EQ(months({{4, {50, 90, 40}}, {5, {7, 9, 4}}, {6, {60, 99, 50}}}),
            "April 2026: c c c; May 2026: c c c; June 2026: 60 99 50; ");
  EXPECT_EQ(months({{4, {9, 9, 9}}, {5, {1, 1, 1}}, {6, {2, 2, 2}}}),
            "April 2026: c c c; May 2026: c c c; June 2026: c c c; ");
  EXPECT_EQ(months({{4, {50, 90, 40}}, {5, {3, 3, 3}}, {6, {2, 2, 2}}}),
            "April 2026: 50 90 40; May 2026: c c c; June 2026: c c c; ");
  EXPECT_EQ(months({}), "");
}

TEST(ReachTables, HidesSmallTotals) {
  Reach reach;
  reach.total = {4420, 12396, 2821};
  EXPECT_EQ(rows_of(reach_tables(reach, {})[0]),
            "Sessions: 4420; Page views: 12396; Daily visitors, added up: 2821; ");
  reach.total = {9, 90, 4};
  EXPECT_EQ(rows_of(reach_tables(reach, {})[0]),
            "Sessions: c; Page views: c; Daily visitors, added up: c; ");
}

TEST(ReachTables, WritesADataFile) {
  const ReachTable table{"pages",           "Pages",
                         "A \"note\"",      {"page", "views"},
                         {"Page", "Views"}, {{"A: \"b\" \\ c\n", {12}}, {"d", {std::nullopt}}}};
  EXPECT_EQ(reach_yaml(table, kPeriod),
            R"(# Made by "signpost reach" from the web server's logs. Make it anew, do not edit it.
caption: "Pages"
source: "Counted from the log of our web server, without cookies"
period: {from: 2026-04-01, to: 2026-06-30}
note: "A \"note\""
people: true
disclosure: suppress
columns:
  - {key: page, title: "Page"}
  - {key: views, title: "Views", numeric: true}
rows:
  - {page: "A: \"b\" \\ c\x0a", views: 12}
  - {page: "d", views: c}
)");
}

TEST(ReachTables, WritesLinesForATerminal) {
  Reach reach;
  reach.total = {4420, 1012396, 821};
  reach.months[std::chrono::year(2026) / std::chrono::April] = reach.total;
  reach.pages = {{"a.html", 1012396, 4420}};
  reach.referrers = {{"direct", 0, 4420}};
  EXPECT_EQ(reach_text(reach_tables(reach, {}), kPeriod),
            R"(Reach from 1 April 2026 to 30 June 2026

Reach of this website
       4,420  Sessions
   1,012,396  Page views
         821  Daily visitors, added up

Pages read most
   1,012,396  a.html

Where visits came from
       4,420  Direct, or not known

Reach by month
    Sessions  Page views    Visitors
       4,420   1,012,396         821  April 2026
)");
}

}  // namespace
}  // namespace signpost
