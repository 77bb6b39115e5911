#include "base/icalendar.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>

#include <fmt/format.h>
#include <libical/ical.h>

namespace signpost {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeText {
  void operator()(char* text) const { std::free(text); }
};

constexpr char kZone[] = "Europe/London";

// Summer time since 1996: the last Sundays of March and October at 01:00 UTC, which is 01:00 and
// 02:00 of the local time before each change.
constexpr char kZoneRules[] =
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Europe/London\r\n"
    "BEGIN:STANDARD\r\n"
    "DTSTART:19961027T020000\r\n"
    "TZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0000\r\n"
    "TZNAME:GMT\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "END:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\n"
    "DTSTART:19960331T010000\r\n"
    "TZOFFSETFROM:+0000\r\n"
    "TZOFFSETTO:+0100\r\n"
    "TZNAME:BST\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "END:DAYLIGHT\r\n"
    "END:VTIMEZONE\r\n";

// Returns `text` without the control characters that a calendar cannot hold.
std::string kept(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t';
  });
  return out;
}

icaltimetype moment(Date date, std::string_view time, std::string_view zone) {
  const std::string text =
      fmt::format("{:04}{:02}{:02}T{}{}00{}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  time.substr(0, 2), time.substr(3), zone);
  return icaltime_from_string(text.c_str());
}

// A property in local time; the component that it is added to owns it.
icalproperty* in_london(icalproperty* property) {
  icalproperty_add_parameter(property, icalparameter_new_tzid(kZone));
  return property;
}

icaltimetype whole_day(Date date) {
  icaltimetype day = icaltime_null_date();
  day.year = static_cast<int>(date.year());
  day.month = static_cast<int>(static_cast<unsigned>(date.month()));
  day.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return day;
}

bool is_all_day(const CalendarEvent& event) { return event.from.empty(); }

Component reminder(const CalendarEvent& event) {
  Component alarm(icalcomponent_new(ICAL_VALARM_COMPONENT));
  icalcomponent_add_property(alarm.get(), icalproperty_new_action(ICAL_ACTION_DISPLAY));
  icalcomponent_add_property(alarm.get(), icalproperty_new_description(kept(event.title).c_str()));
  icaltriggertype trigger{};
  trigger.time = icaltime_null_time();
  trigger.duration.is_neg = 1;
  trigger.duration.days = event.reminder_days;
  icalcomponent_add_property(alarm.get(), icalproperty_new_trigger(trigger));
  return alarm;
}

Component event_component(const CalendarEvent& event, Date made) {
  Component component(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  const auto add = [&](icalproperty* property) {
    icalcomponent_add_property(component.get(), property);
  };
  add(icalproperty_new_uid(event.uid.c_str()));
  add(icalproperty_new_dtstamp(moment(made, "00:00", "Z")));
  if (is_all_day(event)) {
    add(icalproperty_new_dtstart(whole_day(event.date)));
    add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // the day stays free
  } else {
    add(in_london(icalproperty_new_dtstart(moment(event.date, event.from, ""))));
    add(in_london(icalproperty_new_dtend(moment(event.date, event.to, ""))));
  }
  add(icalproperty_new_summary(kept(event.title).c_str()));
  if (!event.description.empty()) {
    add(icalproperty_new_description(kept(event.description).c_str()));
  }
  if (!event.location.empty()) add(icalproperty_new_location(kept(event.location).c_str()));
  if (!event.url.empty()) add(icalproperty_new_url(event.url.c_str()));
  const icalproperty_status agreed =
      event.is_tentative ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
  add(icalproperty_new_status(event.is_cancelled ? ICAL_STATUS_CANCELLED : agreed));
  // What was in a calendar as planned is replaced by what has a higher number. A day that has only
  // moved needs none: of the same number, the later DTSTAMP counts (RFC 5546, section 2.1.5).
  add(icalproperty_new_sequence(event.is_cancelled ? 1 : 0));
  if (event.reminder_days > 0) {
    icalcomponent_add_component(component.get(), reminder(event).release());
  }
  return component;
}

}  // namespace

std::string calendar_file(std::string_view name, std::span<const CalendarEvent> events, Date made) {
  const std::string shown = kept(name);
  Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  const auto add = [&](icalproperty* property) {
    icalcomponent_add_property(calendar.get(), property);
  };
  add(icalproperty_new_version("2.0"));
  add(icalproperty_new_prodid("-//Signpost//Signpost//EN"));
  if (!shown.empty()) {
    add(icalproperty_new_name(shown.c_str()));  // RFC 7986; programs that are older know the other
    icalproperty* older = icalproperty_new_x(shown.c_str());
    icalproperty_set_x_name(older, "X-WR-CALNAME");
    add(older);
  }
  if (!std::all_of(events.begin(), events.end(), is_all_day)) {
    icalcomponent_add_component(calendar.get(), icalcomponent_new_from_string(kZoneRules));
  }
  for (const CalendarEvent& event : events) {
    icalcomponent_add_component(calendar.get(), event_component(event, made).release());
  }
  const std::unique_ptr<char, FreeText> text(icalcomponent_as_ical_string_r(calendar.get()));
  return text == nullptr ? std::string() : std::string(text.get());
}

}  // namespace signpost
