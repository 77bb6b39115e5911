#include "duties/meeting_duties.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "config/calendar.h"
#include "duties/evidence.h"
#include "duties/page_parts.h"
#include "duties/slots.h"

namespace signpost {
namespace {

// So many meetings a year are one in each term.
constexpr std::uint32_t kTermsInYear = 3;

bool has_need(const DutyInput& input, std::size_t index, MeetingNeed need) {
  const Page& page = input.site.pages[index];
  const bool has_papers = need == MeetingNeed::kPapers && !page.fields.records("papers").empty();
  return has_papers || has_minutes(input.site, page, input.documents[index]);
}

// The years from the first that is asked for, or that has a meeting, with how many were held in it
// and how many are announced.
std::vector<Slot> year_slots(const DutyInput& input, const Duty& duty,
                             const std::vector<Evidence>& meetings, DutyStatus& status) {
  const Calendar& calendar = input.site.config->calendar;
  Date from = input.today;
  if (!meetings.empty()) from = std::min(from, *meetings.front().day);
  if (duty.starts) from = std::min(from, *duty.starts);
  std::vector<Slot> slots;
  for (const Period& year : known_years(calendar, input.today)) {
    if (year.to < from || year.from > input.today) continue;
    Slot slot{calendar.year_of(year.from), year.to};
    std::uint32_t held = 0, planned = 0;
    for (const Evidence& meeting : meetings) {
      if (!year.has(*meeting.day)) continue;
      const bool is_open = meeting.is_ahead || meeting.shown_by >= input.today;
      if (meeting.shown_by && !is_open) continue;
      ++(is_open ? planned : held);
      if (held == duty.per_year) slot.met = meeting;
    }
    if (!slot.met && held + planned >= duty.per_year) slot.planned_on = slot.due;
    if (year.has(input.today)) {
      status.held = held;
      status.planned = planned;
    }
    slots.push_back(std::move(slot));
  }
  return slots;
}

// Adds what `slots` miss to the status, whose own page and state stay.
void add_slots(const Duty& duty, std::vector<Slot> slots, Date today, DutyStatus& status) {
  for (Slot& slot : slots) slot.gap = DutyGap::kMeetings;
  DutyStatus found;
  settle_slots(duty, slots, today, found);
  status.missed.insert(status.missed.end(), found.missed.begin(), found.missed.end());
  const bool is_sooner = found.next.due && (!status.next.due || *found.next.due < *status.next.due);
  const bool is_urgent = found.state == DutyState::kDue;
  if (!is_urgent && !(is_sooner && status.state != DutyState::kDue)) return;
  status.next = found.next;
  status.is_next_near = found.is_next_near;
  status.planned_on = found.planned_on;
  if (is_urgent) status.state = DutyState::kDue;
}

}  // namespace

bool needs_terms(const Duty& duty) {
  const bool meets_each_term =
      duty.frequency == Frequency::kEachMeeting && duty.per_year >= kTermsInYear;
  return goes_by_terms(duty) || meets_each_term;
}

DutyStatus meeting_status(const DutyInput& input, const Duty& duty) {
  DutyStatus status;
  std::vector<Evidence> meetings;
  for (Evidence& each : find_evidence(input, duty)) {
    if (each.kind == "meeting") meetings.push_back(std::move(each));
  }
  std::optional<DutyMiss> next;
  for (const Evidence& meeting : meetings) {
    const Date due = days_after(*meeting.day, duty.within_days.value_or(0));
    if (has_need(input, meeting.page, duty.needs)) {
      if (meeting.is_ahead) {
        if (!status.planned_on) status.planned_on = meeting.day;
        continue;
      }
      status.page = meeting.page;
      status.met_on = meeting.day;
      status.state = DutyState::kMet;
    } else if (is_asked(duty, due)) {
      DutyMiss miss{DutyGap::kMeeting, due, long_date(*meeting.day), meeting.page, ""};
      if (due < input.today) {
        status.missed.push_back(std::move(miss));
      } else if (!next) {
        next = std::move(miss);
      }
    }
  }
  if (next) {
    status.planned_on.reset();
    settle_next(std::move(*next), input.today, status);
  }
  if (duty.per_year == 0) return status;
  const Calendar& calendar = input.site.config->calendar;
  std::vector<Slot> years = year_slots(input, duty, meetings, status);
  const bool is_termly = needs_terms(duty) && !calendar.terms.empty();
  if (is_termly) add_slots(duty, term_slots(duty, calendar, meetings), input.today, status);
  if (!is_termly || duty.per_year > kTermsInYear) {
    add_slots(duty, std::move(years), input.today, status);
  }
  std::ranges::stable_sort(status.missed, {}, &DutyMiss::due);
  return status;
}

}  // namespace signpost
