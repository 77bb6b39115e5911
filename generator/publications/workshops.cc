#include "publications/workshops.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "base/text.h"

namespace signpost {
namespace {

SessionStatus status_of(const Fields& record) {
  const std::string status = record.text("status");
  return status == "full"        ? SessionStatus::kFull
         : status == "cancelled" ? SessionStatus::kCancelled
                                 : SessionStatus::kPlanned;
}

// "2026-10-14", and with the time where the workshop has a session on that day already. The first
// one written keeps its key when another is added below it.
std::string key_of(const Session& session, std::set<Date>& taken) {
  std::string day = iso_date(session.date);
  if (taken.insert(session.date).second) return day;
  return day + "-" + session.from.substr(0, 2) + session.from.substr(3);
}

void read_sessions(const Site& site, std::size_t page_index, std::vector<Session>& sessions) {
  const Page& page = site.pages[page_index];
  std::set<Date> taken;
  const std::span<const Fields> records = page.fields.records("sessions");
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Fields& record = records[i];
    const std::optional<Date> date = record.date("date");
    Session session;
    session.from = record.text("from");
    session.to = record.text("to");
    if (!date || session.from.empty() || session.to.empty()) continue;
    session.page = page_index;
    session.date = *date;
    session.venue = record.text("venue");
    session.access = record.text("access");
    session.booking = record.text("booking");
    session.is_online = record.is_true("online");
    session.places = record.number("places");
    if (const std::optional<std::int64_t> attended = record.number("attended")) {
      session.attended = shown_count(*attended, site.config->disclosure);
    }
    session.status = status_of(record);
    session.key = key_of(session, taken);
    session.record = i;
    sessions.push_back(std::move(session));
  }
}

std::string folder_of_kind(const Config& config) {
  for (const Folder& folder : config.folders) {
    if (folder.kind == "workshop" || folder.kind == "workshop-menu") return folder.path;
  }
  return "workshops";
}

void sort_by_title(const Site& site, std::vector<std::size_t>& pages) {
  std::sort(pages.begin(), pages.end(), [&](std::size_t a, std::size_t b) {
    const Page& left = site.pages[a];
    const Page& right = site.pages[b];
    return std::pair(ascii_lower(left.title), left.url) <
           std::pair(ascii_lower(right.title), right.url);
  });
}

}  // namespace

const WorkshopMenu* Workshops::menu_of(std::size_t page) const {
  for (const WorkshopMenu& menu : menus) {
    if (std::find(menu.workshops.begin(), menu.workshops.end(), page) != menu.workshops.end()) {
      return &menu;
    }
  }
  return nullptr;
}

std::vector<Session> Workshops::sessions_of(std::size_t page) const {
  std::vector<Session> found;
  std::copy_if(sessions.begin(), sessions.end(), std::back_inserter(found),
               [&](const Session& session) { return session.page == page; });
  return found;
}

Workshops find_workshops(const Site& site) {
  Workshops result;
  result.folder = folder_of_kind(*site.config);
  const std::string& own = own_language(site);
  std::map<std::string, std::vector<std::size_t>, std::less<>> workshops_in;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    if (page.language != own) continue;
    if (is_kind(page, "workshop-menu") && page.slug == "index") {
      result.menus.push_back({i, page.text("year"), {}});
    } else if (is_kind(page, "workshop")) {
      workshops_in[page.folder].push_back(i);
      read_sessions(site, i, result.sessions);
    }
  }
  for (WorkshopMenu& menu : result.menus) {
    const auto found = workshops_in.find(site.pages[menu.page].folder);
    if (found != workshops_in.end()) menu.workshops = std::exchange(found->second, {});
    sort_by_title(site, menu.workshops);
  }
  for (const auto& [folder, pages] : workshops_in) {
    result.without_menu.insert(result.without_menu.end(), pages.begin(), pages.end());
  }
  std::stable_sort(result.menus.begin(), result.menus.end(),
                   [](const WorkshopMenu& a, const WorkshopMenu& b) { return a.year > b.year; });
  std::stable_sort(result.sessions.begin(), result.sessions.end(),
                   [](const Session& a, const Session& b) {
                     return std::tie(a.date, a.from, a.page) < std::tie(b.date, b.from, b.page);
                   });
  return result;
}

std::string calendar_url(const Site& site, const Session& session) {
  const std::string& url = site.pages[session.page].url;
  return url.substr(0, url.size() - std::string_view(".html").size()) + "-" + session.key + ".ics";
}

}  // namespace signpost
