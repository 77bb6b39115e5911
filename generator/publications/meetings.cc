#include "publications/meetings.h"

#include <algorithm>
#include <optional>
#include <span>

namespace signpost {

std::vector<MeetingFile> meeting_files(const Page& page) {
  std::vector<MeetingFile> files;
  if (!is_kind(page, "meeting")) return files;
  for (const Fields& paper : page.fields.records("papers")) {
    const FieldEntry* file = paper.find("file");
    if (file == nullptr) continue;
    files.push_back({paper.text("title"), paper.text("file"), file->line, file->column});
  }
  if (const FieldEntry* minutes = page.find("minutes_file")) {
    files.push_back({"minutes", page.text("minutes_file"), minutes->line, minutes->column});
  }
  return files;
}

std::vector<GroupAttendance> meeting_attendance(const Site& site, const Page& page) {
  std::vector<GroupAttendance> groups;
  if (!is_kind(page, "meeting")) return groups;
  const std::span<const Fields> records = page.fields.records("attendance");
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::optional<std::int64_t> number = records[i].number("number");
    if (!number) continue;
    groups.push_back({records[i].text("group"), shown_count(*number, site.config->disclosure), i});
  }
  return groups;
}

bool is_meeting_file(const Site& site, std::string_view path) {
  const std::string source = "content/" + std::string(path);
  return site.page_by_source.contains(source) || std::ranges::binary_search(site.assets, source);
}

Meetings find_meetings(const Site& site, std::string_view folder, Date today) {
  Meetings meetings;
  std::vector<std::pair<Date, std::size_t>> all;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    const std::optional<Date> date = page.date("date");
    const bool is_own = page.language == own_language(site);
    if (is_kind(page, "meeting") && is_own && page.folder == folder && date)
      all.emplace_back(*date, i);
  }
  std::ranges::sort(all);
  for (const auto& [date, page] : all) {
    if (date >= today) {
      meetings.next.push_back(page);
    } else {
      meetings.past.insert(meetings.past.begin(), page);
    }
  }
  return meetings;
}

}  // namespace signpost
