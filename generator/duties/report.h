// What `signpost duties` prints: each duty with its state, as text for people and JSON for
// programs.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/duties.h"
#include "content/content.h"
#include "duties/status.h"

namespace signpost {

// A duty with its status and what names the pages, so that it outlives the site.
struct DutyLine {
  Duty duty;
  DutyStatus status;
  std::string page_title, page_url;  // that met it, or ""
  bool is_event = false;             // a meeting or session met it: held, not published
  // Source paths below content/ of the pages that lack something, or "": of each of
  // `status.missed`, and of `status.next`.
  std::vector<std::string> missed_pages;
  std::string next_page;

  // Returns the page of the miss with that place in open_misses.
  [[nodiscard]] const std::string& page_of(std::size_t miss) const {
    return miss < missed_pages.size() ? missed_pages[miss] : next_page;
  }
};

// Returns a line for each status, in their order; without those about settings that reach far
// enough.
std::vector<DutyLine> duty_lines(const Site& site, std::span<const DutyStatus> statuses);

// Returns what is missing in one sentence without its end: "\"Annual report\" for 2025-26 was due
// on 31 July 2026; last published: 2024-25". For one of open_misses.
std::string gap_text(const DutyLine& line, const DutyMiss& miss, Date today);

// Returns a table no wider than 80 columns, the most urgent duty first, and a line of totals.
std::string duties_text(std::span<const DutyLine> lines, Date today);

// Returns an object {date, duties: [{id, what, clause, frequency, must, state, due, days, for, gap,
// missed: [{for, due, days, gap, lacks, page}], planned_on, page: {title, url, date, for}, held,
// planned, per_year}]}, duties in the configuration's order. `due`, `days`, `for` and `gap` are
// those of the first that is missed, else of what is due next. Dates are ISO 8601; what is not
// known is null; `days` counts from today and is negative after `due`; the last three are null but
// for meetings with per_year.
std::string duties_json(std::span<const DutyLine> lines, Date today);

}  // namespace signpost
