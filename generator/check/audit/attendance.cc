#include "check/audit/attendance.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/date.h"

namespace signpost {
namespace {

std::int64_t most_people(const WithheldTable& table) {
  std::int64_t most = 10;
  for (const WithheldCount& count : table.counts) most = std::max(most, count.value);
  return 10 * most;
}

}  // namespace

WithheldTable attendance_table(const SiteInput& input) {
  const Site& site = input.site;
  WithheldTable table{.name = std::string(kAttendance),
                      .title = "People who came",
                      .about = "workshop session training people who came attended attendance",
                      .columns = {"People who came"}};
  std::map<std::string, std::vector<std::size_t>> groups;
  for (const Session& session : input.on_day.workshops.sessions) {
    const Page& page = site.pages[session.page];
    const Fields& record = page.fields.records("sessions")[session.record];
    const std::optional<std::int64_t> came = record.number("attended");
    if (!came || !session.attended) continue;
    const bool is_shown = session.attended->count().has_value();
    const CellState state = !is_shown                        ? CellState::kSmall
                            : session.attended->is_rounded() ? CellState::kRounded
                                                             : CellState::kShown;
    WithheldCount count =
        withheld_count({CountKind::kKnown, *came}, {state, session.attended->count().value_or(0)},
                       site.config->disclosure, most_people(table));
    count.row = table.rows.size();
    const std::size_t index = table.counts.size();
    table.counts.push_back(count);
    table.rows.push_back(page.title + ", " + long_date(session.date));
    table.measures.emplace_back();
    const FieldEntry* field = record.find("attended");
    table.row_places.push_back({page.source_path, field == nullptr ? 0 : field->line, 0, 0});
    table.printed.push_back({std::nullopt});
    groups[""].push_back(index);
    groups[page.title].push_back(index);
    groups[site.config->calendar.year_of(session.date)].push_back(index);
    if (const SchoolTerm* term = site.config->calendar.term_of(session.date)) {
      groups[term->name.in(page.language)].push_back(index);
    }
  }
  const auto is_secret = [](const WithheldCount& count) { return count.is_secret; };
  if (std::none_of(table.counts.begin(), table.counts.end(), is_secret)) return {};
  for (auto& [name, counts] : groups) table.groups.push_back({name, std::move(counts)});
  return table;
}

}  // namespace signpost
