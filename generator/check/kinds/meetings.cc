#include "publications/meetings.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/site_checks.h"

namespace signpost {

void check_meetings(const SiteInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  for (const Page& page : site.pages) {
    for (const MeetingFile& file : meeting_files(page)) {
      if (is_meeting_file(site, file.path)) continue;
      std::vector<std::string_view> known;
      for (const Page& each : site.pages) {
        known.push_back(path_in_content(each.source_path));
      }
      for (const std::string& asset : site.assets) {
        known.push_back(path_in_content(asset));
      }
      diagnostics.add("meeting-missing-file", {page.source_path, file.line, file.column, 0},
                      fmt::format("no file \"{}\" for \"{}\"", file.path, file.title),
                      did_you_mean_or(file.path, known,
                                      "write the path of a file or page, from the content folder"));
    }
  }
}

}  // namespace signpost
