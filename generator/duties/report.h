// What `signpost duties` prints: each duty with its state, as text for people and JSON for
// programs.
#pragma once

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
  std::string gap_page;              // source path below content/ of the page that lacks
                                     // something, or ""
};

// Returns a line for each status, in their order.
std::vector<DutyLine> duty_lines(const Site& site, std::span<const DutyStatus> statuses);

// Returns what is missing in one sentence without its end: "\"Annual report\" for 2025-26 was due
// on 31 July 2026". For states due, overdue and never.
std::string gap_text(const DutyLine& line, Date today);

// Returns a table no wider than 80 columns, the most urgent duty first, and a line of totals.
std::string duties_text(std::span<const DutyLine> lines, Date today);

// Returns an object {date, duties: [{id, what, clause, frequency, must, state, due, days, for, gap,
// page: {title, url, date}, held, planned, per_year}]}, duties in the configuration's order. Dates
// are ISO 8601; what is not known is null; `days` counts from today and is negative after `due`;
// the last three are null but for meetings with per_year.
std::string duties_json(std::span<const DutyLine> lines, Date today);

}  // namespace signpost
