// What pages show that a duty is met: which of them, on which day, for which year. Internal to this
// room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "config/duties.h"
#include "content/content.h"

namespace signpost {

struct Evidence {
  std::size_t page = 0;
  Date day;          // published, approved, held; of a session its day, which may be to come
  std::string year;  // "2026-27", of the calendar
  std::string_view kind;
  Date term_day;  // the day that tells the term
};

// Whether `path` fits the pattern, in which '*' stands for any characters.
bool matches_pattern(std::string_view path, std::string_view pattern);

// Returns the index of every page of the site's own language that fits the duty's path and is no
// draft, in the site's order.
std::vector<std::size_t> duty_pages(const Site& site, const Duty& duty);

// Returns what shows that the duty is met, by day.
std::vector<Evidence> find_evidence(const Site& site, const Duty& duty, Date today);

}  // namespace signpost
