#include "base/london_time.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

using std::chrono::year;

TEST(LondonTime, SummerTimeIsBetweenTheLastSundays) {
  // The days that GOV.UK gives for these years.
  const struct {
    int year;
    std::string_view begins, ends;
  } rows[] = {{2024, "2024-03-31", "2024-10-27"},
              {2025, "2025-03-30", "2025-10-26"},
              {2026, "2026-03-29", "2026-10-25"},
              {2027, "2027-03-28", "2027-10-31"},
              {2028, "2028-03-26", "2028-10-29"}};
  for (const auto& row : rows) {
    EXPECT_EQ(iso_date(summer_time_begins(year(row.year))), row.begins);
    EXPECT_EQ(iso_date(summer_time_ends(year(row.year))), row.ends);
  }
}

TEST(LondonTime, MomentsHaveTheOffsetOfTheirHour) {
  const struct {
    std::string_view date, time, moment;
  } rows[] = {{"2026-01-14", "10:00", "2026-01-14T10:00:00+00:00"},
              {"2026-07-14", "10:00", "2026-07-14T10:00:00+01:00"},
              {"2026-03-28", "23:59", "2026-03-28T23:59:00+00:00"},
              {"2026-03-29", "00:59", "2026-03-29T00:59:00+00:00"},
              {"2026-03-29", "01:30", "2026-03-29T01:30:00+00:00"},  // left out: winter time
              {"2026-03-29", "02:00", "2026-03-29T02:00:00+01:00"},
              {"2026-10-25", "01:30", "2026-10-25T01:30:00+01:00"},  // twice: the first
              {"2026-10-25", "02:00", "2026-10-25T02:00:00+00:00"},
              {"2026-10-26", "00:00", "2026-10-26T00:00:00+00:00"}};
  for (const auto& row : rows) {
    EXPECT_EQ(london_moment(parse_date(row.date).value(), row.time), row.moment);
  }
}

}  // namespace
}  // namespace signpost
