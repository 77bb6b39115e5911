#include "base/london_time.h"

#include <fmt/format.h>

namespace signpost {
namespace {

// Both changes are at this local time: 01:00 UTC is followed by 02:00 in March, 02:00 by 01:00 in
// October.
constexpr std::string_view kChange = "02:00";

Date last_sunday(std::chrono::year year, std::chrono::month month) {
  const auto last = year / month / std::chrono::Sunday[std::chrono::last];
  return Date(std::chrono::sys_days(last));
}

}  // namespace

Date summer_time_begins(std::chrono::year year) { return last_sunday(year, std::chrono::March); }

Date summer_time_ends(std::chrono::year year) { return last_sunday(year, std::chrono::October); }

bool is_summer_time(Date date, std::string_view time) {
  const Date begins = summer_time_begins(date.year());
  const Date ends = summer_time_ends(date.year());
  if (date == begins) return time >= kChange;
  if (date == ends) return time < kChange;
  return begins < date && date < ends;
}

std::string london_moment(Date date, std::string_view time) {
  return fmt::format("{}T{}:00{}", iso_date(date), time,
                     is_summer_time(date, time) ? "+01:00" : "+00:00");
}

}  // namespace signpost
