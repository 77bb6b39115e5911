// Local time in London: how far it is from UTC on a day at a time.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/date.h"

namespace signpost {

// Returns the days on which summer time begins and ends: the last Sundays of March and October, at
// 01:00 UTC (the Summer Time Order 2002, SI 2002/262).
Date summer_time_begins(std::chrono::year year);
Date summer_time_ends(std::chrono::year year);

// Returns whether summer time (UTC + 1 hour) holds at the local `time` ("09:30"). Of the hour that
// comes twice in October this is the first; the hour that March leaves out counts as winter time
// (RFC 5545, section 3.3.5).
bool is_summer_time(Date date, std::string_view time);

// Returns `2026-10-14T10:00:00+01:00` (ISO 8601).
std::string london_moment(Date date, std::string_view time);

}  // namespace signpost
