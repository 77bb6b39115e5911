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

}  // namespace
}  // namespace signpost
