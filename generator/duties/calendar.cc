#include "duties/calendar.h"

#include <vector>

#include <fmt/format.h>

#include "base/icalendar.h"

namespace signpost {
namespace {

std::string title_of(const DutyLine& line) {
  const std::string& what_for = line.status.what_for;
  return what_for.empty() ? fmt::format("Due: {}", line.duty.what)
                          : fmt::format("Due: {} ({})", line.duty.what, what_for);
}

}  // namespace

std::string duties_ics(std::span<const DutyLine> lines, Date today) {
  std::vector<CalendarEvent> events;
  for (const DutyLine& line : lines) {
    if (!line.status.due) continue;
    CalendarEvent event;
    event.uid = fmt::format("duty-{}-{}@signpost", line.duty.id, iso_date(*line.status.due));
    event.title = title_of(line);
    event.description = line.duty.clause;
    event.date = *line.status.due;
    event.reminder_days = static_cast<unsigned>(kDutyNoticeDays);
    events.push_back(std::move(event));
  }
  return calendar_file("", events, today);
}

}  // namespace signpost
