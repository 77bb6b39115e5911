// Which duties are met, due and overdue: a pure function of the configuration, the pages and the
// day that counts as today.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "duties/duty_input.h"

namespace signpost {

// kMet: what was due last is there, or something ahead of its time.
// kNotYet: no page has met it, and it has not been due yet.
// kDue: the next one is not there, and it is due in 30 days or less, today included.
// kOverdue: it was due before today and is not there, though something of it is.
// kNever: the same, and there is nothing at all.
// kNotKnown: the settings do not reach on to today, so that nobody can tell.
enum class DutyState : std::uint8_t { kMet, kNotYet, kDue, kOverdue, kNever, kNotKnown };

// What is missing.
enum class DutyGap : std::uint8_t {
  kNone,
  kPage,      // no such page
  kDate,      // the page has no day on which it was approved, reviewed or published
  kReview,    // the page's review
  kPeriod,    // no page for the year, quarter or term `what_for`
  kMeeting,   // the papers or minutes of the meeting on page `page`
  kMeetings,  // fewer meetings in the year or term `what_for` than were promised
  kPart,      // page `page` is there, but it lacks `lacks`
  kCalendar   // the settings' own days end on `due`
};

inline constexpr std::size_t kNoDutyPage = static_cast<std::size_t>(-1);
inline constexpr int kDutyNoticeDays = 30;
inline constexpr std::chrono::months kSettingsNotice{3};

// Something that is not there, and the day on which it was or is due.
struct DutyMiss {
  DutyGap gap = DutyGap::kNone;
  std::optional<Date> due;
  std::string what_for;            // "2026-27", "Autumn term 2026"; of a meeting its day
  std::size_t page = kNoDutyPage;  // the meeting that lacks something, the page without its part
  std::string lacks;               // "a section headed \"Publicity\""
};

struct DutyStatus {
  DutyState state = DutyState::kNotYet;
  // The newest page that met it, the day of that page (approved, published, held) where it says
  // one, and the year, quarter or term that it was for.
  std::size_t page = kNoDutyPage;
  std::optional<Date> met_on;
  std::string met_for;
  // Everything that was due before today and is not there, the oldest first. It stays here until it
  // is made good, or `settled` in the settings.
  std::vector<DutyMiss> missed;
  DutyMiss next;                   // what is due next, today or later
  bool is_next_near = false;       // it is to be seen to: due in 30 days or less and not announced
  std::optional<Date> planned_on;  // the day that is announced for `next`
  // Of duties for each meeting with per_year: how many were held in the running year, and how many
  // pages announce one to come in it.
  std::uint32_t held = 0, planned = 0;
};

// Returns what there is to see to: all that is missed, then what is due soon.
std::vector<DutyMiss> open_misses(const DutyStatus& status);

// Returns "met", "not-yet", "due", "overdue", "never" or "not-known".
std::string_view state_name(DutyState state);

// Returns a status for each duty of the site's configuration, in its order.
//
// A page counts if its path fits, it is no draft and no translation, no folder's own page (but
// where the path ends in index.md), it has a text, and what it tells is no example. Its day is the
// one on which it was published (an evaluation with results, a report, a workshop menu), assessed
// (standards), held (a meeting), else the later of approved, reviewed and date. One with a day
// after today does not count: "due by" is no report, and an announcement is no event. A report
// counts with its figures alone, an evaluation with replies; it needs no day once its period is
// over, and counts for nothing if it came out before. A meeting counts that was not called off and
// whose page has attendance or minutes; without them it is late only 42 days after it. A page must
// hold the duty's `sections` and `tables`. In a folder that the duty takes whole ("group/*.md")
// only pages of its kind count. By frequency: on_change: the page. Due again on its review_due.
// annual with `by` or `within_days`: for each year of the calendar a page of that year (a report's
//   period ends in it; an evaluation's year; another page's day falls in it). A termly report does
//   not count. Due on the first day `by` after the year, or so many days after its end.
// annual without them: a page whose day is within the last 12 months; due 12 months after it.
// financial_year_start: a page for each year of the calendar. Due on the year's first day, or so
//   many days later, or on the first day `by` from then on.
// quarterly, termly: for each quarter of the calendar's year, each term, a page of it: the end of a
//   report's period (an annual one does not count), a meeting or session held, another page's day.
//   Due on its last day, or so many days later.
// each_term_workshop: for each term a session that is not cancelled. It has to be announced so many
//   days after the term's first day, and held by its last.
// each_meeting: each meeting up to today has papers (or minutes, that somebody can read). They are
//   due on the day of the meeting, or so many days later. With per_year, the running year has as
//   many meetings, held and announced, as promised; due on its last day. Three a year are one held
//   in each term.
// A day on which something is due is the last on which it is not overdue. What was due before
// `starts` is not asked for; without `starts`, what was due before the first that is there.
std::vector<DutyStatus> duty_statuses(const DutyInput& input);

}  // namespace signpost
