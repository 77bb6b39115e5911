// Who came to workshops and to meetings, for the audit. Internal to this room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "check/checks.h"

namespace signpost {

// The names of the tables of attendance; no file has them.
inline constexpr std::string_view kAttendance = "*attendance";
inline constexpr std::string_view kMeetingAttendance = "*meetings";

// The lists of counts that pages have, of a table.
struct PageLists {
  std::vector<std::string> rows;                // what its own page calls each row
  std::vector<std::vector<std::size_t>> lists;  // counts of one page, in its order
};

struct AttendanceCounts {
  WithheldTable table;
  PageLists pages;
};

// Returns the sessions whose number of people is not shown, with the others, and what may be added
// up of them: workshops, terms, years, all. No counts where all are shown.
AttendanceCounts attendance_table(const SiteInput& input);
// Returns the same of the groups that came to meetings: meetings, groups, terms, years, all.
AttendanceCounts meeting_attendance_table(const SiteInput& input);

}  // namespace signpost
