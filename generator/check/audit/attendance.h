// Who came to workshops and to meetings, for the audit. Internal to this room.
#pragma once

#include <string_view>

#include "check/checks.h"

namespace signpost {

// The names of the tables of attendance; no file has them.
inline constexpr std::string_view kAttendance = "*attendance";
inline constexpr std::string_view kMeetingAttendance = "*meetings";

// Returns the sessions whose number of people is not shown, with the others, and what may be added
// up of them: workshops, terms, years, all. No counts where all are shown.
WithheldTable attendance_table(const SiteInput& input);
// Returns the same of the groups that came to meetings: meetings, groups, terms, years, all.
WithheldTable meeting_attendance_table(const SiteInput& input);

}  // namespace signpost
