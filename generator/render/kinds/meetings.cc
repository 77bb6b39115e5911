#include "render/kinds/meetings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "publications/meetings.h"
#include "render/fields_view.h"
#include "render/page_view.h"
#include "words/times.h"

namespace signpost {
namespace {

std::string file_url(const Site& site, const std::string& path) {
  const std::string source = "content/" + path;
  const auto page = site.page_by_source.find(source);
  return page == site.page_by_source.end() ? asset_url(source) : site.pages[page->second].url;
}

View papers_view(const Site& site, const std::string& root, const Page& page) {
  View::List papers;
  for (const Fields& paper : page.fields.records("papers")) {
    const std::string file = paper.text("file");
    View view;
    view.set("title", paper.text("title"));
    view.set("href", is_meeting_file(site, file) ? root + file_url(site, file) : "");
    papers.push_back(std::move(view));
  }
  return papers;
}

// Each group with its number, or that it was fewer than may be told.
View::List attendance_views(const RenderContext& context, const Page& page) {
  const Words& words = context.words(page.language);
  const std::int64_t enough = disclosure_threshold(context.config->disclosure);
  View::List views;
  for (const GroupAttendance& each : meeting_attendance(*context.site, page)) {
    const std::optional<std::int64_t>& came = each.came.count();
    View view;
    view.set("group", words.fact(each.group));
    view.set("came", came ? words.fact(std::to_string(*came)) : "");
    view.set_flag("came_rounded", each.came.is_rounded());
    view.set("came_few", came ? "" : words.count("session_came_few", enough));
    views.push_back(std::move(view));
  }
  return views;
}

View item(const RenderContext& context, const std::string& root, std::size_t index) {
  const Page& page = context.site->pages[index];
  View view;
  view.set("title", page.title).set("href", root + page.url).set("summary", page.summary);
  view.set("minutes_text", context.words(page.language).text("minutes_" + page.text("minutes")));
  view.set_flag("is_cancelled", page.fields.is_true("cancelled"));
  view.set("fields", fields_view(context, context.words(page.language), page, root));
  return view;
}

}  // namespace

View meeting_view(const RenderContext& context, std::size_t page_index) {
  const Site& site = *context.site;
  const Page& page = site.pages[page_index];
  const std::string root = root_from(context, page.url);
  const std::optional<Date> day = page.date("date");
  const SchoolTerm* term = day ? context.config->calendar.term_of(*day) : nullptr;
  const std::string minutes = page.text("minutes_file");
  View view = item(context, root, page_index);
  view.set_flag("is_past", day && *day < context.today);
  view.set("term", term != nullptr ? term->name.in(page.language) : "");
  view.set("year", day ? context.config->calendar.year_of(*day) : "");
  view.set("papers", papers_view(site, root, page));
  set_list(view, "attendance", attendance_views(context, page));
  const bool has_minutes = !minutes.empty() && is_meeting_file(site, minutes);
  view.set("minutes_href", has_minutes ? root + file_url(site, minutes) : "");
  return view;
}

View meetings_view(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  const std::string root = root_from(context, page.url);
  const Meetings meetings = find_meetings(*context.site, page.folder, context.today);
  View view, next = View::boolean(false);
  View::List later, years;
  bool is_next_found = false;
  for (const std::size_t index : meetings.next) {
    // One that is called off is listed, but not as the next.
    const bool is_off = context.site->pages[index].fields.is_true("cancelled");
    if (!is_off && !std::exchange(is_next_found, true)) {
      next = item(context, root, index);
    } else {
      later.push_back(item(context, root, index));
    }
  }
  std::vector<std::pair<std::string, View::List>> by_year;
  for (const std::size_t index : meetings.past) {
    const Date day = *context.site->pages[index].date("date");
    const std::string year = context.config->calendar.year_of(day);
    if (by_year.empty() || by_year.back().first != year) by_year.push_back({year, {}});
    by_year.back().second.push_back(item(context, root, index));
  }
  for (auto& [year, items] : by_year) {
    View group;
    group.set("year", year).set("items", std::move(items));
    years.push_back(std::move(group));
  }
  view.set("next", std::move(next));
  set_list(view, "later", std::move(later));
  set_list(view, "years", std::move(years));
  return view;
}

}  // namespace signpost
