// Calendar files (iCalendar, RFC 5545). icalendar.cc is the only unit that includes libical.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/date.h"

namespace signpost {

// One thing to put into a calendar, in London's local time; one without `from` takes the whole day
// and leaves it free.
struct CalendarEvent {
  std::string uid;  // stays when the event changes
  std::string title, description = {}, location = {};
  std::string url = {};  // absolute, or ""
  Date date = {};
  std::string from = {}, to = {};  // "10:00"
  bool is_cancelled = false;
  bool is_tentative = false;   // not agreed yet, or an example
  unsigned reminder_days = 0;  // how long before the day to remind of it, 0: not
};

// Returns the whole file with lines of at most 75 bytes that end in CR LF (RFC 5545, section 3.1).
// The time zone is Europe/London with its rules since 1996. `made` is the day on which the events
// were known to be so (DTSTAMP); the same input gives the same bytes.
std::string calendar_file(std::string_view name, std::span<const CalendarEvent> events, Date made);

}  // namespace signpost
