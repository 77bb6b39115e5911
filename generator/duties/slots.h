// Years, quarters and terms that each need something. Internal to this room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "duties/evidence.h"
#include "duties/status.h"

namespace signpost {

// One thing that is due on a day: what a year, a quarter or a term needs.
struct Slot {
  std::string name;  // "2026-27", "Autumn term 2026"
  Date due;
  DutyGap gap = DutyGap::kPeriod;
  std::optional<Evidence> met = {};
  std::optional<Evidence> incomplete = {};  // there, but it lacks something
  std::optional<Date> planned_on = {};
};

// Returns the slots of a duty that has some, by day.
std::vector<Slot> duty_slots(const DutyInput& input, const Duty& duty,
                             const std::vector<Evidence>& evidence);

// Returns a slot for each term in which one of `evidence` falls due on its last day.
std::vector<Slot> term_slots(const Duty& duty, const Calendar& calendar,
                             const std::vector<Evidence>& evidence);

// Settles the status of a duty with these slots.
void settle_slots(const Duty& duty, const std::vector<Slot>& slots, Date today, DutyStatus& status);

// Returns the years of the calendar as far back as a duty can reach, and two ahead, by date.
std::vector<Period> known_years(const Calendar& calendar, Date today);

// Whether something due on that day is asked for.
bool is_asked(const Duty& duty, Date due);

// Settles what is due next, today or later.
void settle_next(DutyMiss next, Date today, DutyStatus& status);

// Returns the day so many days later.
Date days_after(Date date, std::uint32_t count);

}  // namespace signpost
