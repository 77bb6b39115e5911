// What pages show that a duty is met: which of them, on which day, for which year. Internal to this
// room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "config/duties.h"
#include "content/content.h"
#include "duties/duty_input.h"

namespace signpost {

struct Evidence {
  std::size_t page = 0;
  // Published, approved, held; of a session or meeting its day, which may be to come. Nothing of a
  // report whose page does not say when it came out.
  std::optional<Date> day;
  std::string year;  // "2026-27", of the calendar
  std::string_view kind;
  Date term_day;          // the day that tells the term or the quarter
  bool is_ahead = false;  // an event after today: announced, and no evidence yet
  std::string lacks;      // what is missing for it to count, in words for staff, or ""
  // Of a meeting that is over and that nothing on its page shows to have been held: the last day on
  // which that is not late.
  std::optional<Date> shown_by = {};
};

// Returns the index of every page of the site's own language that fits the duty's path and is no
// draft, in the site's order.
std::vector<std::size_t> duty_pages(const Site& site, const Duty& duty);

// Returns what bears on the duty, by day: what shows that it is met, events that are announced, and
// pages that lack something. A page whose dates or figures are examples (`example:`) is none, nor a
// meeting that was called off, nor a page of another kind in a folder that the duty takes whole
// ("group/*.md"): beside meetings there are their papers.
std::vector<Evidence> find_evidence(const DutyInput& input, const Duty& duty);

}  // namespace signpost
