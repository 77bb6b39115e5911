#include "duties/status.h"

#include <algorithm>
#include <array>
#include <utility>

#include "duties/evidence.h"

namespace signpost {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// As far as `within_days` can reach back (9999 days), and more.
constexpr int kYearsBack = 30;
constexpr int kYearsAhead = 2;

Date days_after(Date date, std::uint32_t count) {
  return Date(sys_days(date) + days(static_cast<int>(count)));
}

// The first such day of a year on or after `from`.
Date first_from(Date from, std::chrono::month_day day) {
  const Date same_year = from.year() / day;
  return same_year < from ? (from.year() + std::chrono::years(1)) / day : same_year;
}

// One thing that is due on a day: what a year or a term needs.
struct Slot {
  std::string name;
  Date due;
  std::optional<Evidence> met = {};
};

Date due_in_year(const Duty& duty, const Period& year) {
  if (duty.frequency == Frequency::kFinancialYearStart) {
    if (duty.by) return first_from(year.from, *duty.by);
    return days_after(year.from, duty.within_days.value_or(0));
  }
  if (duty.by) return first_from(days_after(year.to, 1), *duty.by);
  return days_after(year.to, duty.within_days.value_or(0));
}

std::vector<Slot> year_slots(const Duty& duty, const Calendar& calendar,
                             const std::vector<Evidence>& evidence, Date today) {
  std::vector<Slot> slots;
  const int now = parse_year_label(calendar.year_of(today)).value_or(0);
  for (int first = std::max(1, now - kYearsBack); first <= now + kYearsAhead; ++first) {
    const std::string label = year_label(first);
    const std::optional<Period> period = calendar.year_period(label);
    if (!period) continue;
    Slot slot{label, due_in_year(duty, *period)};
    for (const Evidence& each : evidence) {
      if (each.year == label) slot.met = each;
    }
    slots.push_back(std::move(slot));
  }
  return slots;
}

Date due_in_term(const Duty& duty, const Period& term) {
  if (!duty.within_days) return term.to;
  const bool from_start = duty.frequency == Frequency::kEachTermWorkshop;
  return days_after(from_start ? term.from : term.to, *duty.within_days);
}

std::vector<Slot> term_slots(const Duty& duty, const Calendar& calendar,
                             const std::vector<Evidence>& evidence) {
  std::vector<Slot> slots;
  for (const SchoolTerm& term : calendar.terms) {
    Slot slot{term.name.text, due_in_term(duty, term.period)};
    for (const Evidence& each : evidence) {
      const bool is_workshop =
          duty.frequency != Frequency::kEachTermWorkshop || each.kind == "workshop";
      if (is_workshop && term.period.has(each.term_day)) slot.met = each;
    }
    slots.push_back(std::move(slot));
  }
  return slots;
}

// Whether something due on that day is asked for.
bool is_asked(const Duty& duty, Date due) { return !duty.starts || due >= *duty.starts; }

// Settles the state of something not met that is due on `due`.
void mark_missing(Date due, Date today, DutyGap gap, std::string what_for, DutyStatus& status) {
  const bool has_page = status.page != kNoDutyPage;
  const long left = days_until(due, today);
  status.due = due;
  status.what_for = std::move(what_for);
  if (left < 0) {
    status.state = has_page ? DutyState::kOverdue : DutyState::kNever;
  } else if (left <= kDutyNoticeDays) {
    status.state = DutyState::kDue;
  }
  const bool is_urgent = status.state != DutyState::kMet && status.state != DutyState::kNotYet;
  status.gap = is_urgent ? gap : DutyGap::kNone;
}

DutyStatus by_slots(const Duty& duty, const std::vector<Slot>& slots, Date today) {
  DutyStatus status;
  const auto ahead = std::ranges::find_if(slots, [&](const Slot& s) { return s.due >= today; });
  for (const Slot& slot : slots) {
    if (!slot.met) continue;
    status.page = slot.met->page;
    status.met_on = slot.met->day;
  }
  const auto is_met = [](const Slot& slot) { return slot.met.has_value(); };
  const auto last = ahead == slots.begin() ? slots.end() : ahead - 1;
  const bool is_up_to_date =
      std::any_of(ahead, slots.end(), is_met) || (last != slots.end() && is_met(*last));
  if (is_up_to_date) status.state = DutyState::kMet;
  if (!is_up_to_date && last != slots.end() && is_asked(duty, last->due)) {
    mark_missing(last->due, today, DutyGap::kPeriod, last->name, status);
    return status;
  }
  const auto next = std::find_if(
      ahead, slots.end(), [&](const Slot& slot) { return !slot.met && is_asked(duty, slot.due); });
  if (next != slots.end()) mark_missing(next->due, today, DutyGap::kPeriod, next->name, status);
  return status;
}

// What a page is without which the duty cannot be met.
void miss_page(const Site& site, const Duty& duty, Date today, DutyStatus& status) {
  const std::vector<std::size_t> pages = duty_pages(site, duty);
  if (duty.starts && *duty.starts >= today) {
    mark_missing(*duty.starts, today, DutyGap::kPage, "", status);
    return;
  }
  status.state = DutyState::kNever;
  status.due = duty.starts;
  status.gap = pages.empty() ? DutyGap::kPage : DutyGap::kDate;
  if (!pages.empty()) status.gap_page = pages.front();
}

// A page that is due again some time after its day.
DutyStatus by_day(const Site& site, const Duty& duty, const std::vector<Evidence>& evidence,
                  Date today) {
  DutyStatus status;
  if (evidence.empty()) {
    miss_page(site, duty, today, status);
    return status;
  }
  const Evidence& newest = evidence.back();
  status.page = newest.page;
  status.met_on = newest.day;
  status.state = DutyState::kMet;
  const std::optional<Date> due =
      duty.frequency == Frequency::kAnnual
          ? std::optional(months_later(newest.day, std::chrono::months(12)))
          : site.pages[newest.page].date("review_due");
  if (due && (*due >= today || is_asked(duty, *due))) {
    mark_missing(*due, today, DutyGap::kReview, "", status);
  }
  return status;
}

bool has_need(const Page& page, MeetingNeed need) {
  return need == MeetingNeed::kPapers ? !page.fields.records("papers").empty()
                                      : page.text("minutes") != "not-yet";
}

// A gap of a duty for each meeting.
struct MeetingGap {
  Date due;
  DutyGap gap = DutyGap::kNone;
  std::size_t page = kNoDutyPage;
  std::string what_for;
};

// Counts the meetings of the running year and adds a gap where it, or the last one, has too few.
void count_meetings(const Site& site, const Duty& duty, const std::vector<std::size_t>& meetings,
                    Date today, DutyStatus& status, std::vector<MeetingGap>& gaps) {
  const Calendar& calendar = site.config->calendar;
  const std::string year = calendar.year_of(today);
  const std::string last = year_label(parse_year_label(year).value_or(1) - 1);
  std::uint32_t in_last = 0;
  for (const std::size_t index : meetings) {
    const Date day = site.pages[index].date("date").value_or(Date());
    const std::string its_year = calendar.year_of(day);
    if (its_year == last) ++in_last;
    if (its_year == year) ++(day <= today ? status.held : status.planned);
  }
  const auto add = [&](const std::string& label) {
    const std::optional<Period> period = calendar.year_period(label);
    if (period && is_asked(duty, period->to)) {
      gaps.push_back({period->to, DutyGap::kMeetings, kNoDutyPage, label});
    }
  };
  // A missed year cannot be made good later than by the next meeting.
  if (in_last < duty.per_year && status.held == 0) add(last);
  if (status.held + status.planned < duty.per_year) add(year);
}

DutyStatus by_meetings(const Site& site, const Duty& duty, Date today) {
  DutyStatus status;
  std::vector<std::size_t> meetings;
  std::vector<MeetingGap> gaps;
  for (const std::size_t index : duty_pages(site, duty)) {
    const Page& page = site.pages[index];
    const std::optional<Date> day = page.date("date");
    if (!is_kind(page, "meeting") || !day) continue;
    meetings.push_back(index);
    const Date due = days_after(*day, duty.within_days.value_or(0));
    if (has_need(page, duty.needs)) {
      const bool is_newer = !status.met_on || *status.met_on < *day;
      if (!is_newer) continue;
      status.page = index;
      status.met_on = day;
      status.state = DutyState::kMet;
    } else if (is_asked(duty, due)) {
      gaps.push_back({due, DutyGap::kMeeting, index, long_date(*day)});
    }
  }
  if (duty.per_year > 0) {
    count_meetings(site, duty, meetings, today, status, gaps);
  } else if (meetings.empty()) {
    miss_page(site, duty, today, status);
  }
  const auto first = std::ranges::min_element(gaps, {}, &MeetingGap::due);
  if (first != gaps.end()) {
    status.gap_page = first->page;
    mark_missing(first->due, today, first->gap, first->what_for, status);
    if (status.gap == DutyGap::kNone) status.gap_page = kNoDutyPage;
  }
  return status;
}

DutyStatus duty_status(const Site& site, const Duty& duty, Date today) {
  if (duty.frequency == Frequency::kEachMeeting) return by_meetings(site, duty, today);
  const std::vector<Evidence> evidence = find_evidence(site, duty, today);
  const Calendar& calendar = site.config->calendar;
  switch (duty.frequency) {
    case Frequency::kTermly:
    case Frequency::kEachTermWorkshop:
      return by_slots(duty, term_slots(duty, calendar, evidence), today);
    case Frequency::kFinancialYearStart:
      return by_slots(duty, year_slots(duty, calendar, evidence, today), today);
    case Frequency::kAnnual:
      if (!duty.by && !duty.within_days) break;
      return by_slots(duty, year_slots(duty, calendar, evidence, today), today);
    default:
      break;
  }
  return by_day(site, duty, evidence, today);
}

}  // namespace

std::string_view state_name(DutyState state) {
  static constexpr std::array<std::string_view, 5> kNames = {"met", "not-yet", "due", "overdue",
                                                             "never"};
  return kNames[static_cast<std::size_t>(state)];
}

std::vector<DutyStatus> duty_statuses(const Site& site, Date today) {
  std::vector<DutyStatus> statuses;
  for (const Duty& duty : site.config->duties) {
    statuses.push_back(duty_status(site, duty, today));
  }
  return statuses;
}

}  // namespace signpost
