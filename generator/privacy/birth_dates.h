// Whole dates in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace signpost {

// Returns the end of a whole date whose first figure stands at `i`: 12/03/2015, 12.3.15, 12 03
// 2015, 2015-03-12, 12th of March 2015, 12-Mar-15, 12/iii/2015, 12 mars 2015; 0 for none.
std::size_t date_end(std::string_view text, std::size_t i);
// Returns where "March " of "March 12, 2015" begins, whose first figure stands at `i`, and sets
// `end`; `i` where there is no month.
std::size_t month_first_date(std::string_view text, std::size_t i, std::size_t& end);
// Returns where "fourth of July 2014" begins, whose year stands at `i`, and sets `end`; `i` where
// there is no such date.
std::size_t worded_date(std::string_view text, std::size_t i, std::size_t& end);
// Returns the end of figures at `i` that are a date where something says so: 20150312, 12032015,
// 120315, 12 3 15 and 42075, as Excel counts days from 1900; 0 for none.
std::size_t bare_date_end(std::string_view text, std::size_t i);
// Whether the date that begins at `i` is the first or the last day of an intake of pupils: 1
// September or 31 August.
bool is_intake_day(std::string_view text, std::size_t i);
// Whether the year of the date from `begin` to `end` is before 1935, which no client was born in.
bool is_long_ago(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace signpost
