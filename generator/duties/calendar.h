// The days on which duties are due, as a calendar file for the service's own calendar.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "duties/report.h"

namespace signpost {

// Returns an iCalendar file (RFC 5545) with an all-day event for each duty that has a next day, in
// the order of `lines`, and a reminder 30 days before it. Times are those of `today`, so that the
// same input gives the same bytes. `owner` is in every UID, so that two services' entries stay
// apart: the host of the website, or the service's name.
std::string duties_ics(std::span<const DutyLine> lines, std::string_view owner, Date today);

}  // namespace signpost
