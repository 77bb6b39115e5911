// Which duties are met, due and overdue: a pure function of the configuration, the pages and the
// day that counts as today.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "config/duties.h"
#include "content/content.h"

namespace signpost {

// kMet: what was due last is there, or something ahead of its time.
// kNotYet: no page has met it, and it has not been due yet.
// kDue: the next one is not there, and it is due in 30 days or less, today included.
// kOverdue: it was due before today and is not there, though a page has met it before.
// kNever: the same, and no page has ever met it.
enum class DutyState : std::uint8_t { kMet, kNotYet, kDue, kOverdue, kNever };

// What is missing where a duty is due, overdue or never met.
enum class DutyGap : std::uint8_t {
  kNone,
  kPage,     // no such page
  kDate,     // the page has no day on which it was approved, reviewed or published
  kReview,   // the page's review
  kPeriod,   // no page for the year or term `what_for`
  kMeeting,  // the papers or minutes of the meeting on page `gap_page`
  kMeetings  // fewer meetings in the year `what_for` than were promised
};

inline constexpr std::size_t kNoDutyPage = static_cast<std::size_t>(-1);
inline constexpr int kDutyNoticeDays = 30;

struct DutyStatus {
  DutyState state = DutyState::kNotYet;
  DutyGap gap = DutyGap::kNone;
  std::size_t page = kNoDutyPage;      // the newest page that met it
  std::size_t gap_page = kNoDutyPage;  // the meeting that lacks something
  std::optional<Date> met_on;          // the day of that page: approved, published, held
  std::optional<Date> due;             // due next; of an overdue one the day it was due
  std::string what_for;                // what is due then: "2026-27", "Autumn term 2026"
  // Of duties for each meeting with per_year: how many were held in the running year, and how many
  // pages announce one to come in it.
  std::uint32_t held = 0, planned = 0;
};

// Returns "met", "not-yet", "due", "overdue" or "never".
std::string_view state_name(DutyState state);

// Returns a status for each duty of the site's configuration, in its order.
//
// A page counts if its path fits, it is no draft and no translation, and no folder's own page (but
// where the path ends in index.md). Its day is the one on which it
// was published (an evaluation with results, a report, a workshop menu), assessed (standards), held
// (a meeting), else the later of approved, reviewed and date. One without a day, or with one after
// today, does not count: "due by" is no report. By frequency:
// on_change: the page. Due again on its review_due.
// annual with `by` or `within_days`: for each year of the calendar a page of that year (a report's
//   period ends in it; an evaluation's year; another page's day falls in it). A termly report does
//   not count. Due on the first day `by` after the year, or so many days after its end.
// annual without them: a page whose day is within the last 12 months; due 12 months after it.
// financial_year_start: a page for each year of the calendar. Due on the year's first day, or so
//   many days later, or on the first day `by` from then on.
// termly: for each term a page of it: a session, the end of a report's period (an annual one does
//   not count), another page's day. Due on the term's last day, or so many days later.
// each_term_workshop: for each term a session that is not cancelled. Due on the term's last day, or
//   so many days after its first.
// each_meeting: each meeting up to today has papers (or minutes, drafts too). Papers are due on the
//   day of the meeting, or so many days later. With per_year, the running year has as many
//   meetings, held and announced, as promised; due on its last day.
// A day on which something is due is the last on which it is not overdue. What was due before
// `starts` is not asked for.
std::vector<DutyStatus> duty_statuses(const Site& site, Date today);

}  // namespace signpost
