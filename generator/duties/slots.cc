#include "duties/slots.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

namespace signpost {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// As far as `within_days` can reach back (9999 days), and more.
constexpr int kYearsBack = 30;
constexpr int kYearsAhead = 2;
constexpr int kQuarters = 4;

// The first such day of a year on or after `from`.
Date first_from(Date from, std::chrono::month_day day) {
  const Date same_year = from.year() / day;
  return same_year < from ? (from.year() + std::chrono::years(1)) / day : same_year;
}

Date due_in_year(const Duty& duty, const Period& year) {
  if (duty.frequency == Frequency::kFinancialYearStart) {
    if (duty.by) return first_from(year.from, *duty.by);
    return days_after(year.from, duty.within_days.value_or(0));
  }
  if (duty.by) return first_from(days_after(year.to, 1), *duty.by);
  return days_after(year.to, duty.within_days.value_or(0));
}

// Adds what `evidence` says about the slot.
void fill(const Evidence& evidence, Slot& slot) {
  if (evidence.is_ahead) {
    if (!slot.planned_on) slot.planned_on = evidence.day;
  } else if (!evidence.lacks.empty()) {
    slot.incomplete = evidence;
  } else {
    slot.met = evidence;
  }
}

// A meeting that is over need not show at once that it was held.
void allow_time_to_show(Slot& slot) {
  if (slot.met || !slot.incomplete || !slot.incomplete->shown_by) return;
  slot.due = std::max(slot.due, *slot.incomplete->shown_by);
}

std::vector<Slot> year_slots(const DutyInput& input, const Duty& duty,
                             const std::vector<Evidence>& evidence) {
  const Calendar& calendar = input.site.config->calendar;
  std::vector<Slot> slots;
  for (const Period& year : known_years(calendar, input.today)) {
    Slot slot{calendar.year_of(year.from), due_in_year(duty, year)};
    for (const Evidence& each : evidence) {
      if (each.year == slot.name) fill(each, slot);
    }
    allow_time_to_show(slot);
    slots.push_back(std::move(slot));
  }
  return slots;
}

std::vector<Slot> quarter_slots(const DutyInput& input, const Duty& duty,
                                const std::vector<Evidence>& evidence) {
  const Calendar& calendar = input.site.config->calendar;
  std::vector<Slot> slots;
  for (const Period& year : known_years(calendar, input.today)) {
    for (int quarter = 0; quarter < kQuarters; ++quarter) {
      const Date from = months_later(year.from, std::chrono::months(3 * quarter));
      const Date next = months_later(year.from, std::chrono::months(3 * quarter + 3));
      const Period period{from, Date(sys_days(next) - days(1))};
      Slot slot{fmt::format("Quarter {} of {}", quarter + 1, calendar.year_of(year.from)),
                days_after(period.to, duty.within_days.value_or(0))};
      for (const Evidence& each : evidence) {
        if (period.has(each.term_day)) fill(each, slot);
      }
      allow_time_to_show(slot);
      slots.push_back(std::move(slot));
    }
  }
  return slots;
}

Date due_in_term(const Duty& duty, const Period& term, const Slot& slot) {
  if (duty.frequency == Frequency::kEachTermWorkshop) {
    // Announced in time, it is to be held by the term's end.
    const bool is_announced = slot.met || slot.planned_on || !duty.within_days;
    return is_announced ? term.to : days_after(term.from, *duty.within_days);
  }
  return days_after(term.to, duty.within_days.value_or(0));
}

DutyMiss miss_of(const Slot& slot) {
  DutyMiss miss{slot.gap, slot.due, slot.name, kNoDutyPage, ""};
  if (slot.incomplete) {
    miss.gap = DutyGap::kPart;
    miss.page = slot.incomplete->page;
    miss.lacks = slot.incomplete->lacks;
  }
  return miss;
}

bool is_settled(const Duty& duty, const Slot& slot) {
  return std::ranges::find(duty.settled, slot.name) != duty.settled.end();
}

// Returns from which slot on what is missing is told: without `starts`, from the first that is
// there, else only the newest that is past.
std::size_t first_told(const Duty& duty, const std::vector<Slot>& slots, Date today) {
  if (duty.starts) return 0;
  std::size_t newest_past = slots.size();
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i].met) return i;
    if (slots[i].due < today) newest_past = i;
  }
  return newest_past;
}

}  // namespace

std::vector<Period> known_years(const Calendar& calendar, Date today) {
  std::vector<Period> years;
  const int now = parse_year_label(calendar.year_of(today)).value_or(0);
  for (int first = std::max(1, now - kYearsBack); first <= now + kYearsAhead; ++first) {
    const std::optional<Period> year = calendar.year_period(year_label(first));
    if (year) years.push_back(*year);
  }
  return years;
}

Date days_after(Date date, std::uint32_t count) {
  return Date(sys_days(date) + days(static_cast<int>(count)));
}

bool is_asked(const Duty& duty, Date due) { return !duty.starts || due >= *duty.starts; }

std::vector<Slot> term_slots(const Duty& duty, const Calendar& calendar,
                             const std::vector<Evidence>& evidence) {
  std::vector<Slot> slots;
  for (const SchoolTerm& term : calendar.terms) {
    Slot slot{term.name.text, term.period.to};
    for (const Evidence& each : evidence) {
      const bool is_workshop =
          duty.frequency != Frequency::kEachTermWorkshop || each.kind == "workshop";
      if (is_workshop && term.period.has(each.term_day)) fill(each, slot);
    }
    slot.due = due_in_term(duty, term.period, slot);
    allow_time_to_show(slot);
    slots.push_back(std::move(slot));
  }
  return slots;
}

std::vector<Slot> duty_slots(const DutyInput& input, const Duty& duty,
                             const std::vector<Evidence>& evidence) {
  if (goes_by_terms(duty)) return term_slots(duty, input.site.config->calendar, evidence);
  if (duty.frequency == Frequency::kQuarterly) return quarter_slots(input, duty, evidence);
  return year_slots(input, duty, evidence);
}

void settle_next(DutyMiss next, Date today, DutyStatus& status) {
  const long left = days_until(*next.due, today);
  status.is_next_near = left <= kDutyNoticeDays && !status.planned_on;
  if (status.is_next_near) status.state = DutyState::kDue;
  status.next = std::move(next);
}

void settle_slots(const Duty& duty, const std::vector<Slot>& slots, Date today,
                  DutyStatus& status) {
  const std::size_t told = first_told(duty, slots, today);
  const Slot* next = nullptr;
  bool is_up_to_date = false;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Slot& slot = slots[i];
    const bool is_past = slot.due < today;
    if (slot.met) {
      status.page = slot.met->page;
      status.met_on = slot.met->day;
      status.met_for = slot.name;
    }
    // What is past does not make up for what is due later; what is there ahead of its time does.
    if (is_past || slot.met) is_up_to_date = slot.met.has_value();
    if (slot.met || !is_asked(duty, slot.due) || is_settled(duty, slot)) continue;
    if (is_past && i >= told) status.missed.push_back(miss_of(slot));
    if (!is_past && next == nullptr) next = &slot;
  }
  if (is_up_to_date) status.state = DutyState::kMet;
  if (next == nullptr) return;
  status.planned_on = next->planned_on;
  settle_next(miss_of(*next), today, status);
}

}  // namespace signpost
