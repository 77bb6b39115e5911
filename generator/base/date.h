// Calendar dates without time zones, as content and statutory time limits use them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

using Date = std::chrono::year_month_day;

// Returns the date written as `2026-09-30`, or nothing where it is not that shape or does not
// exist.
std::optional<Date> parse_date(std::string_view text);
// Returns the first date in `text`, written "2026-12-09" or "9 December 2026", or nothing.
std::optional<Date> find_date(std::string_view text);
// Returns `2026-09-30`.
std::string iso_date(Date date);
// Returns `30 September 2026` (GOV.UK style: no ordinals, no leading zero), for findings. Pages say
// dates in their own language: words/times.h.
std::string long_date(Date date);

// Returns whole days from `today` to the day `due`; negative after it.
long days_until(Date due, Date today);
// Returns "today", "tomorrow", "in 3 days", "yesterday", "3 days ago".
std::string in_days(long left);
// Returns the same day so many months later, or the last of a month that is shorter: 12 months
// after 29 February is 28 February.
Date months_later(Date date, std::chrono::months months);

// Returns the year in which "2026-27" begins, or nothing where it is not two years in a row.
std::optional<int> parse_year_label(std::string_view text);
// Returns "2026-27".
std::string year_label(int first);

// Whether the text is a time such as "09:30", from 00:00 to 23:59.
bool is_time_of_day(std::string_view text);

}  // namespace signpost
