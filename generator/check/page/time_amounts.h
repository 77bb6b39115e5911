// Lengths of time and days of the year that an English sentence says: "20 weeks", "a month",
// "15 school days", "week 6", "31 March". Internal to this room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace signpost {

enum class TimeUnit : std::uint8_t {
  kDays,  // of the calendar; a week is 7 of them
  kSchoolDays,
  kWorkingDays,
  kMonths,  // a year is 12 of them
  kTimesAYear,
  kDayOfYear,  // the month times 100 and the day: 331 for 31 March
};

// `begin` and `end` are offsets into the text.
struct TimeAmount {
  std::uint32_t begin = 0, end = 0;
  TimeUnit unit = TimeUnit::kDays;
  std::uint32_t number = 0;
  bool is_said_as_limit = false;  // "within 4 weeks", "4 weeks or more"

  [[nodiscard]] bool is_same_time(const TimeAmount& other) const {
    return unit == other.unit && number == other.number;
  }
};

// Returns the amounts that `text`, in small letters, says; not those that can be no limit: "2 weeks
// left", "3 days a week", "the last 6 months", "6 to 8 weeks", "31 March 2027".
std::vector<TimeAmount> find_time_amounts(std::string_view text);

}  // namespace signpost
