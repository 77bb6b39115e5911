#include "publications/meetings.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"
#include "check/site_checks.h"
#include "disclosure/counts_in_names.h"
#include "duties/page_parts.h"

namespace signpost {
namespace {

void check_minutes(const SiteInput& input, std::size_t index, Diagnostics& diagnostics) {
  const Page& page = input.site.pages[index];
  if (!is_kind(page, "meeting") || page.language != own_language(input.site)) return;
  const std::string state = page.text("minutes");
  // A file that is not there is reported with the files.
  if (page.fields.is_true("cancelled")) return;
  if (state.empty() || state == "not-yet" || page.find("minutes_file") != nullptr) return;
  if (has_minutes(input.site, page, input.documents[index])) return;
  diagnostics.add("meeting-minutes", field_place(page, "minutes"),
                  fmt::format("the minutes are \"{}\", but there is nothing to read", state),
                  "name their file in \"minutes_file:\", or write them on the page under the "
                  "heading \"Minutes\"");
}

void check_groups(const Site& site, const Page& page, Diagnostics& diagnostics) {
  const DisclosureProfile profile = site.config->disclosure;
  for (const GroupAttendance& group : meeting_attendance(site, page)) {
    const std::optional<std::string> shown = find_count_in_name(group.group, profile);
    if (!shown) continue;
    diagnostics.add(
        "disclosure-small-count", field_place(page, "attendance"),
        fmt::format(
            "what \"\xE2\x80\xA6\" stands for in \"{}\" is a count of 1 to {}, which may tell who "
            "the people are",
            *shown, disclosure_threshold(profile) - 1),
        "take it out of the name of the group");
  }
}

}  // namespace

void check_meetings(const SiteInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  for (std::size_t index = 0; index < site.pages.size(); ++index) {
    const Page& page = site.pages[index];
    check_minutes(input, index, diagnostics);
    check_groups(site, page, diagnostics);
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
