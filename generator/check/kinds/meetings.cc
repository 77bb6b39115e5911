#include "publications/meetings.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/checks.h"

namespace signpost {

void check_meetings(const Site& site, Diagnostics& diagnostics) {
  for (const Page& page : site.pages) {
    for (const MeetingFile& file : meeting_files(page)) {
      if (is_meeting_file(site, file.path)) continue;
      std::vector<std::string_view> known;
      for (const Page& each : site.pages) {
        known.push_back(std::string_view(each.source_path).substr(8));
      }
      for (const std::string& asset : site.assets) {
        known.push_back(std::string_view(asset).substr(8));
      }
      std::string help = did_you_mean(file.path, known);
      if (help.empty()) help = "write the path of a file or page, from the content folder";
      diagnostics.add("meeting-missing-file", {page.source_path, file.line, file.column, 0},
                      fmt::format("no file \"{}\" for \"{}\"", file.path, file.title),
                      std::move(help));
    }
  }
}

}  // namespace signpost
