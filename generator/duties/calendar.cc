#include "duties/calendar.h"

#include <vector>

#include <fmt/format.h>

#include "base/icalendar.h"
#include "base/text.h"

namespace signpost {
namespace {

// A day on which something is due: the first that is missed, else what comes next.
const DutyMiss& first_due(const DutyStatus& status) {
  return status.missed.empty() ? status.next : status.missed.front();
}

std::string title_of(const DutyLine& line, const DutyMiss& miss) {
  return miss.what_for.empty() ? fmt::format("Due: {}", line.duty.what)
                               : fmt::format("Due: {} ({})", line.duty.what, miss.what_for);
}

// The same for as long as the same thing is due, whatever becomes of its day: the year, the term,
// the meeting's page; of a page that is read again, the page.
std::string uid_of(const DutyLine& line, const DutyMiss& miss, const std::string& page,
                   std::string_view owner) {
  const bool is_of_meeting = line.duty.frequency == Frequency::kEachMeeting && !page.empty();
  const std::string& period = is_of_meeting ? page : miss.what_for;
  return fmt::format("duty-{}{}{}@{}", line.duty.id, period.empty() ? "" : "-", slugify(period),
                     owner);
}

}  // namespace

std::string duties_ics(std::span<const DutyLine> lines, std::string_view owner, Date today) {
  std::vector<CalendarEvent> events;
  for (const DutyLine& line : lines) {
    const DutyMiss& miss = first_due(line.status);
    if (!miss.due) continue;
    CalendarEvent event;
    event.uid = uid_of(line, miss, line.page_of(0), owner);
    event.title = title_of(line, miss);
    event.description = line.duty.clause;
    event.date = *miss.due;
    event.reminder_days = static_cast<unsigned>(kDutyNoticeDays);
    events.push_back(std::move(event));
  }
  return calendar_file("", events, today);
}

}  // namespace signpost
