#include "check/audit/attendance.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/date.h"
#include "disclosure/part_sums.h"
#include "publications/meetings.h"

namespace signpost {
namespace {

// A count of people who came, as it is and as it is shown. `is_sum`: of others on its page.
struct CameCount {
  std::int64_t value = 0;
  const ShownCount& shown;
  std::string row, short_row;
  Place place;
  bool is_sum = false;
};

// Makes a table of one column.
class AttendanceTable {
 public:
  AttendanceTable(const Site& site, std::string_view name, std::string_view about) : site_(site) {
    table_.name = name;
    table_.title = "People who came";
    table_.about = about;
    table_.columns = {"People who came"};
  }

  // `page`: whose sum may be published, as may that of `group`, of its term and of its year.
  void add(CameCount came, const Page& page, Date date, const std::string& group) {
    most_ = std::max(most_, came.value);
    const bool is_shown = came.shown.count().has_value();
    const CellState state = !is_shown                 ? CellState::kSmall
                            : came.shown.is_rounded() ? CellState::kRounded
                                                      : CellState::kShown;
    WithheldCount count =
        withheld_count({CountKind::kKnown, came.value}, {state, came.shown.count().value_or(0)},
                       site_.config->disclosure, 10 * most_);
    count.row = table_.rows.size();
    const std::size_t index = table_.counts.size();
    table_.counts.push_back(count);
    table_.rows.push_back(std::move(came.row));
    pages_.rows.push_back(std::move(came.short_row));
    table_.measures.emplace_back();
    if (table_.row_places.empty() || table_.row_places.back().path != came.place.path) {
      pages_.lists.emplace_back();
    }
    pages_.lists.back().push_back(index);
    table_.row_places.push_back(std::move(came.place));
    table_.printed.push_back({std::nullopt});
    if (came.is_sum) return;
    const Calendar& calendar = site_.config->calendar;
    const SchoolTerm* term = calendar.term_of(date);
    std::vector<std::string> names = {"", page.title, calendar.year_of(date), group};
    if (term != nullptr) names.push_back(term->name.in(page.language));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string& name : names) groups_[name].push_back(index);
  }

  // Nothing where all counts are shown.
  AttendanceCounts take() {
    const auto is_secret = [](const WithheldCount& count) { return count.is_secret; };
    if (std::none_of(table_.counts.begin(), table_.counts.end(), is_secret)) return {};
    for (auto& [name, counts] : groups_) table_.groups.push_back({name, std::move(counts)});
    return {std::move(table_), std::move(pages_)};
  }

 private:
  const Site& site_;
  std::int64_t most_ = 10;
  WithheldTable table_;
  std::map<std::string, std::vector<std::size_t>> groups_;
  PageLists pages_;
};

// Which numbers of a meeting are the sum of others, "All who came": they are of nobody else.
std::vector<bool> sums_of_meeting(const Page& page, const std::vector<GroupAttendance>& groups) {
  std::vector<ListedCount> counts;
  for (const GroupAttendance& each : groups) {
    const Fields& record = page.fields.records("attendance")[each.record];
    counts.push_back({each.group, record.number("number"), true, false});
  }
  std::vector<bool> is_sum(groups.size());
  for (const PartSum& sum : find_part_sums(counts, SumClues::kNames)) {
    if (sum.whole) is_sum[*sum.whole] = true;
  }
  return is_sum;
}

Place place_of(const Page& page, const FieldEntry* field) {
  return {page.source_path, field == nullptr ? 0 : field->line, 0, 0};
}

}  // namespace

AttendanceCounts attendance_table(const SiteInput& input) {
  const Site& site = input.site;
  AttendanceTable table(site, kAttendance,
                        "workshop session training people who came attended attendance place");
  for (const Session& session : input.on_day.workshops.sessions) {
    const Page& page = site.pages[session.page];
    const Fields& record = page.fields.records("sessions")[session.record];
    const std::optional<std::int64_t> came = record.number("attended");
    if (!came || !session.attended) continue;
    const std::string date = long_date(session.date);
    table.add({*came, *session.attended, page.title + ", " + date, date,
               place_of(page, record.find("attended"))},
              page, session.date, "");
  }
  return table.take();
}

AttendanceCounts meeting_attendance_table(const SiteInput& input) {
  const Site& site = input.site;
  AttendanceTable table(site, kMeetingAttendance,
                        "meeting monitoring group people who came attended attendance");
  for (const Page& page : site.pages) {
    const std::optional<Date> date = page.date("date");
    if (!date || page.language != own_language(site)) continue;
    const std::vector<GroupAttendance> groups = meeting_attendance(site, page);
    const std::vector<bool> is_sum = sums_of_meeting(page, groups);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const GroupAttendance& each = groups[i];
      const Fields& record = page.fields.records("attendance")[each.record];
      const FieldEntry* field = record.find("number");
      table.add({record.number("number").value_or(0), each.came, each.group + ", " + page.title,
                 each.group, place_of(page, field), is_sum[i]},
                page, *date, each.group);
    }
  }
  return table.take();
}

}  // namespace signpost
