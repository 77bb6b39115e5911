// Calendar files (iCalendar, RFC 5545) of workshops' sessions. calendar_file.cc is the only unit
// that includes libical.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "render/render.h"

namespace signpost {

// One thing to put into a calendar, in London's local time.
struct CalendarEvent {
  std::string uid;  // stays when the event changes
  std::string title, description, location;
  std::string url;  // absolute, or ""
  Date date;
  std::string from, to;  // "10:00"
  bool is_cancelled = false;
};

// Returns the whole file with lines of at most 75 bytes that end in CR LF (RFC 5545, section 3.1).
// The time zone is Europe/London with its rules since 1996. `made` is the day on which the events
// were known to be so (DTSTAMP); the same input gives the same bytes.
std::string calendar_file(std::string_view name, std::span<const CalendarEvent> events, Date made);

// Returns the calendar files of the site: one for each session, and one with all of them.
std::vector<OutputFile> calendar_files(const RenderContext& context);

// Returns the address of the file with all sessions, or "" where there are none.
std::string calendar_feed_url(const RenderContext& context);

}  // namespace signpost
