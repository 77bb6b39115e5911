// The meetings of the monitoring group and the files that go with them, as pages of the kind
// "meeting" name them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "content/content.h"
#include "disclosure/shown_count.h"

namespace signpost {

// A paper, or the minutes, with the place of the record that names it.
struct MeetingFile {
  std::string title;
  std::string path;  // below content/
  std::uint32_t line = 0, column = 0;
};

// Returns the papers of a meeting and then its minutes; none of another page.
std::vector<MeetingFile> meeting_files(const Page& page);

// How many came to a meeting from one group, as it may be shown. `record`: which of `attendance`.
struct GroupAttendance {
  std::string group;
  ShownCount came;
  std::size_t record = 0;
};

// Returns who came to a meeting; nothing of another page. Nothing shown adds groups up, so that
// each count stands by itself.
std::vector<GroupAttendance> meeting_attendance(const Site& site, const Page& page);

// Whether the path below content/ is a page or a file of the site.
bool is_meeting_file(const Site& site, std::string_view path);

// The meetings of one folder, in the site's own language.
struct Meetings {
  std::vector<std::size_t> next;  // from today on, the next first
  std::vector<std::size_t> past;  // the latest first
};

// Returns the meetings whose pages are in `folder`.
Meetings find_meetings(const Site& site, std::string_view folder, Date today);

}  // namespace signpost
