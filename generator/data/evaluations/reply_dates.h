// The day on which a reply was given, as exports and spreadsheets write it. Whether 03/04/2026 is
// in March or in April is found out from all the dates of a column, or asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "config/calendar.h"

namespace signpost {

enum class DateOrder : std::uint8_t { kUnknown, kDayFirst, kMonthFirst };

// What the cell is in either order; both are the same where it says its month. One at least is
// there. `is_slashed`: written as figures with the year last.
struct WrittenDate {
  std::optional<Date> day_first, month_first;
  bool is_slashed = false;
};

// Returns the day in London that the text says: "2025-05-12T10:04:09Z", "2025/05/12 10:04:09 am
// GMT+1", "12/05/2025 10:04", "5/12/25", "12 May 2025", "May 12, 2025". A day of the clock that
// the form had, where the text names no time zone; `is_utc`: it is that of UTC. Years of two
// figures are 2000 to 2099.
std::optional<WrittenDate> parse_written_date(std::string_view text, bool is_utc);

// A row's date, and the row's number.
struct RowDate {
  std::uint32_t row = 0;
  WrittenDate date;
};

// Which order a column's dates have. `message`: why that cannot be known, and what to do; "" where
// it is or where the period is the same either way. `shown_by`: the row that shows it, 0 where
// none had to.
struct ColumnOrder {
  DateOrder order = DateOrder::kUnknown;
  std::uint32_t shown_by = 0;
  std::string message, help;
};

ColumnOrder find_date_order(const std::vector<RowDate>& dates, const Period& period,
                            DateOrder said);

// Returns the date in the order, or in the other where it can be nothing else.
Date date_in(const WrittenDate& date, DateOrder order);

}  // namespace signpost
