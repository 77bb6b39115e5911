// What a site comes to on one day: its workshops, and which of its promises are kept.
#pragma once

#include <vector>

#include "base/date.h"
#include "duties/duty_input.h"
#include "duties/status.h"
#include "publications/workshops.h"

namespace signpost {

struct SiteOnDay {
  Date today;
  Workshops workshops = {};
  std::vector<DutyStatus> duties = {};  // one for each of the configuration
};

inline SiteOnDay site_on_day(const DutyInput& input) {
  return {input.today, find_workshops(input.site), duty_statuses(input)};
}

}  // namespace signpost
