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
// Returns `2026-09-30`.
std::string iso_date(Date date);
// Returns `30 September 2026` (GOV.UK style: no ordinals, no leading zero).
std::string long_date(Date date);

}  // namespace signpost
