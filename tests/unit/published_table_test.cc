#include "data/tables/published_table.h"

#include <span>
#include <string_view>
#include <type_traits>

#include <gtest/gtest.h>

#include "data/data.h"
#include "data/tables/tables.h"
#include "figures/figure.h"
#include "figures/table_html.h"

namespace signpost {
namespace {

// A table with its small counts must not get as far as a page: these are the ways there.
static_assert(!std::is_constructible_v<PublishedTable, DataTable>);
static_assert(!std::is_constructible_v<PublishedTable, const DataTable&>);
static_assert(!std::is_convertible_v<DataTable, PublishedTable>);
static_assert(!std::is_assignable_v<PublishedTable&, DataTable>);
static_assert(!std::is_invocable_v<decltype(shown_table), DataTable, FigureSettings>);
static_assert(!std::is_invocable_v<decltype(make_chart), DataTable, FigureSettings, std::string>);
static_assert(!std::is_invocable_v<decltype(check_figure), DataTable, FigureSettings, bool, Place,
                                   Diagnostics&>);
static_assert(
    !std::is_invocable_v<decltype(table_html), const Words&, DataTable, std::string_view>);
static_assert(!std::is_invocable_v<decltype(table_notes_html), const Words&, DataTable>);
static_assert(std::is_same_v<decltype(SiteData::tables)::mapped_type, PublishedTable>);
static_assert(
    std::is_invocable_v<decltype(table_html), const Words&, PublishedTable, std::string_view>);
// Nor does a bare number become a count or a figure that is shown.
static_assert(!std::is_constructible_v<ShownCount, std::int64_t>);
static_assert(!std::is_constructible_v<PublishedFigure, std::int64_t>);
static_assert(!std::is_constructible_v<PublishedFigure, std::optional<std::int64_t>>);
static_assert(
    !std::is_constructible_v<PublishedFigure, std::optional<std::int64_t>, std::string_view>);

TEST(PublishedTable, ShowsCountsThatWereLetThrough) {
  PublishedTable table({.caption = "Replies"}, {{.key = "answer", .title = "Answer"},
                                                {.key = "people", .title = "People"},
                                                {.key = "share", .title = "Share"}});
  const ShownCount few = shown_count(4, DisclosureProfile::kStandard);
  const ShownCount many = shown_count(5, DisclosureProfile::kStandard).with_share_of(40);
  const PublishedFigure figures[] = {PublishedFigure::count_of(many),
                                     PublishedFigure::percent_of(many)};
  const PublishedFigure hidden[] = {PublishedFigure::count_of(few),
                                    PublishedFigure::not_available()};
  table.add_row("Yes", figures);
  table.add_row("No", hidden);
  ASSERT_EQ(table.rows().size(), 2U);
  EXPECT_EQ(table.rows()[0].cells[0].text, "Yes");
  EXPECT_EQ(table.rows()[0].cells[1].value, 5);
  EXPECT_EQ(table.rows()[0].cells[2].value, 13);
  EXPECT_EQ(table.rows()[1].cells[1].symbol, "c");
  EXPECT_EQ(table.rows()[1].cells[1].value, std::nullopt);
  EXPECT_EQ(table.rows()[1].cells[2].symbol, "x");
}

TEST(ShownCount, OfACountByItselfDependsOnTheProfile) {
  constexpr DisclosureProfile kStandard = DisclosureProfile::kStandard;
  constexpr DisclosureProfile kStrict = DisclosureProfile::kStrict;
  struct Row {
    std::int64_t count;
    DisclosureProfile profile;
    std::optional<std::int64_t> shown;
  };
  const Row rows[] = {
      {0, kStandard, 0}, {1, kStandard, {}}, {4, kStandard, {}}, {5, kStandard, 5},
      {6, kStandard, 6}, {0, kStrict, 0},    {6, kStrict, {}},   {7, kStrict, {}},
      {8, kStrict, 10},  {14, kStrict, 15},
  };
  for (const Row& row : rows) EXPECT_EQ(shown_count(row.count, row.profile).count(), row.shown);
}

}  // namespace
}  // namespace signpost
