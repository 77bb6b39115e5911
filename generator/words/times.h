// Dates, times of day, numbers and lists as pages write them, by patterns of the theme's strings.
// base/date.h has those of findings, which are English.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "words/words.h"

namespace signpost {

// Returns "30 September 2026"; without words for it "2026-09-30".
std::string date_text(const Words& words, Date date);
// Returns "31 July"; without words for it "07-31".
std::string day_of_year_text(const Words& words, std::chrono::month_day day);
// Returns "Wednesday 30 September 2026".
std::string weekday_date_text(const Words& words, Date date);
// Returns "1 April 2026 to 31 March 2027".
std::string period_text(const Words& words, Date from, Date to);
// Returns "9am", "5pm", "9:30am", "midday"; what is no time as it is.
std::string time_text(const Words& words, std::string_view time);
// The days of the week as settings name them, in order.
inline constexpr std::string_view kWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                 "friday", "saturday", "sunday"};

// Returns "9am to 5pm, Monday to Friday" for days ("monday") in a row, else "9am to 5pm, Monday,
// Wednesday and Friday".
std::string hours_text(const Words& words, std::string_view from, std::string_view to,
                       std::span<const std::string> days);

// Returns "a, b and c".
std::string list_text(const Words& words, std::span<const std::string> items);
// Returns "a, b, c".
std::string series_text(const Words& words, std::span<const std::string> items);

// Returns "6,628", "7.50" or, with a minus sign, "−3".
std::string number_text(const Words& words, double value, std::uint8_t decimals);
// Returns "7.5%".
std::string percent_text(const Words& words, double value, std::uint8_t decimals);

}  // namespace signpost
