// Who came to workshops, for the audit. Internal to this room.
#pragma once

#include <string_view>

#include "check/checks.h"

namespace signpost {

// The name of the table of attendance; no file has it.
inline constexpr std::string_view kAttendance = "*attendance";

// Returns the sessions whose number of people is not shown, with the others, and what may be added
// up of them: workshops, terms, years, all. No counts where all are shown.
WithheldTable attendance_table(const SiteInput& input);

}  // namespace signpost
