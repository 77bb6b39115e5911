#include "duties/duty_calendar.h"

#include <memory>

#include <fmt/format.h>
#include <libical/ical.h>

namespace signpost {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype day_of(Date date) {
  icaltimetype day = icaltime_null_date();
  day.year = static_cast<int>(date.year());
  day.month = static_cast<int>(static_cast<unsigned>(date.month()));
  day.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return day;
}

// The day's first second, UTC.
icaltimetype stamp_of(Date date) {
  icaltimetype time = day_of(date);
  time.is_date = 0;
  time.hour = time.minute = time.second = 0;
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

std::string summary_of(const DutyLine& line) {
  const std::string& what_for = line.status.what_for;
  return what_for.empty() ? fmt::format("Due: {}", line.duty.what)
                          : fmt::format("Due: {} ({})", line.duty.what, what_for);
}

// The parent owns what is added to it.
void add(const Component& parent, icalproperty* property) {
  icalcomponent_add_property(parent.get(), property);
}

Component reminder(const std::string& summary) {
  Component alarm(icalcomponent_new(ICAL_VALARM_COMPONENT));
  add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
  add(alarm, icalproperty_new_description(summary.c_str()));
  icaltriggertype trigger{};
  trigger.time = icaltime_null_time();
  trigger.duration.is_neg = 1;
  trigger.duration.days = kDutyNoticeDays;
  add(alarm, icalproperty_new_trigger(trigger));
  return alarm;
}

Component event_of(const DutyLine& line, Date due, Date today) {
  const std::string summary = summary_of(line);
  Component event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  add(event, icalproperty_new_uid(
                 fmt::format("duty-{}-{}@signpost", line.duty.id, iso_date(due)).c_str()));
  add(event, icalproperty_new_dtstamp(stamp_of(today)));
  add(event, icalproperty_new_dtstart(day_of(due)));
  add(event, icalproperty_new_summary(summary.c_str()));
  add(event, icalproperty_new_description(line.duty.clause.c_str()));
  add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_component(event.get(), reminder(summary).release());
  return event;
}

}  // namespace

std::string duties_ics(std::span<const DutyLine> lines, Date today) {
  const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  add(calendar, icalproperty_new_version("2.0"));
  add(calendar, icalproperty_new_prodid("-//Signpost//Duties//EN"));
  for (const DutyLine& line : lines) {
    if (!line.status.due) continue;
    icalcomponent_add_component(calendar.get(), event_of(line, *line.status.due, today).release());
  }
  const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(
      icalcomponent_as_ical_string_r(calendar.get()), &icalmemory_free_buffer);
  return text.get();
}

}  // namespace signpost
