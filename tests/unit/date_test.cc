#include "base/date.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Date, ReadsOnlyDaysThatExist) {
  const struct {
    std::string_view text;
    bool valid;
  } rows[] = {
      {"2026-09-30", true},  {"2024-02-29", true},  {"2026-02-29", false},  {"2026-09-31", false},
      {"2026-13-01", false}, {"2026-00-10", false}, {"2026-9-30", false},   {"30/09/2026", false},
      {"2026-09-3O", false}, {"", false},           {"2026-09-300", false},
  };
  for (const auto& row : rows) {
    const std::optional<Date> date = parse_date(row.text);
    EXPECT_EQ(date.has_value(), row.valid) << row.text;
    if (date) {
      EXPECT_EQ(iso_date(*date), row.text);
    }
  }
}

TEST(Date, IsWrittenAsPeopleReadIt) {
  EXPECT_EQ(long_date(*parse_date("2026-09-03")), "3 September 2026");
  EXPECT_EQ(long_date(*parse_date("2026-12-31")), "31 December 2026");
}

TEST(Date, DaysAndMonthsFromAnother) {
  const Date day = *parse_date("2024-02-29");
  EXPECT_EQ(days_until(*parse_date("2024-03-02"), day), 2);
  EXPECT_EQ(days_until(day, *parse_date("2024-03-02")), -2);
  EXPECT_EQ(iso_date(months_later(day, std::chrono::months(12))), "2025-02-28");
  EXPECT_EQ(iso_date(months_later(day, std::chrono::months(1))), "2024-03-29");
  const struct {
    long left;
    std::string_view text;
  } rows[] = {
      {0, "today"}, {1, "tomorrow"}, {3, "in 3 days"}, {-1, "yesterday"}, {-3, "3 days ago"}};
  for (const auto& row : rows) EXPECT_EQ(in_days(row.left), row.text);
}

TEST(Date, YearsAreTwoInARow) {
  EXPECT_EQ(parse_year_label("2026-27"), 2026);
  EXPECT_EQ(parse_year_label("1999-00"), 1999);
  for (const char* wrong : {"2026-28", "2026-26", "2026/27", "26-27", "2026-277", "2o26-27", ""}) {
    EXPECT_EQ(parse_year_label(wrong), std::nullopt) << wrong;
  }
  EXPECT_EQ(year_label(2026), "2026-27");
  EXPECT_EQ(year_label(2099), "2099-00");
}

}  // namespace
}  // namespace signpost
