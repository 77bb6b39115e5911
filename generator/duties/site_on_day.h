// What a site comes to on one day: its workshops, and which of its promises are kept.
#pragma once

#include <vector>

#include "base/date.h"
#include "content/content.h"
#include "duties/status.h"
#include "publications/workshops.h"

namespace signpost {

struct SiteOnDay {
  Date today;
  Workshops workshops = {};
  std::vector<DutyStatus> duties = {};  // one for each of the configuration
};

inline SiteOnDay site_on_day(const Site& site, Date today) {
  return {today, find_workshops(site), duty_statuses(site, today)};
}

}  // namespace signpost
