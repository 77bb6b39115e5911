#include "publications/workshops.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "base/london_time.h"
#include "check/page/page_checks.h"
#include "check/site_checks.h"

namespace signpost {
namespace {

const Fields& record_of(const Site& site, const Session& session) {
  return site.pages[session.page].fields.records("sessions")[session.record];
}

// Returns the place of a session's field, else of the session.
Place session_place(const Site& site, const Session& session, std::string_view field) {
  const Page& page = site.pages[session.page];
  const Fields& record = record_of(site, session);
  const FieldEntry* entry = record.find(field);
  if (entry == nullptr) return {page.source_path, record.line, record.column, 0};
  return {page.source_path, entry->line, entry->column, 0};
}

std::string_view last_folder(const Page& page) {
  const std::string_view folder = page.folder;
  return folder.substr(folder.rfind('/') + 1);  // npos + 1 is 0
}

// A menu is its folder's own page, and the folder is called like the year.
void check_menu_year(const Page& page, Diagnostics& diagnostics) {
  const std::string year = page.text("year");
  if (page.slug != "index") {
    diagnostics.add("workshop-menu-year", field_place(page, "year"),
                    "the menu is not its folder's own page",
                    fmt::format("move it to \"{}/index.md\"", year.empty() ? "2026-27" : year));
  } else if (!year.empty() && year != last_folder(page)) {
    diagnostics.add("workshop-menu-year", field_place(page, "year"),
                    fmt::format("the menu is of the year \"{}\", but its folder is called \"{}\"",
                                year, last_folder(page)),
                    "correct the year, or rename the folder");
  }
}

// Sessions of a year lie in its menu.
void check_year(const Site& site, const Session& session, const std::string& year,
                Diagnostics& diagnostics) {
  const Calendar& calendar = site.config->calendar;
  const std::optional<Period> period = calendar.year_period(year);
  if (!period || period->has(session.date)) return;
  const bool is_before = session.date < period->from;
  diagnostics.add("session-year", session_place(site, session, "date"),
                  fmt::format("the session is on {}, {} {}", long_date(session.date),
                              is_before ? fmt::format("before its year \"{}\" begins on", year)
                                        : fmt::format("after its year \"{}\" ends on", year),
                              long_date(is_before ? period->from : period->to)),
                  fmt::format("correct the date, or move the session to the menu \"{}\"",
                              calendar.year_of(session.date)));
}

void check_term(const Site& site, const Session& session, Diagnostics& diagnostics) {
  const Calendar& calendar = site.config->calendar;
  if (calendar.terms.empty()) return;
  if (calendar.term_of(session.date) != nullptr) return;
  diagnostics.add("session-term", session_place(site, session, "date"),
                  fmt::format("the session on {} is in no school term", long_date(session.date)),
                  "check the date, and the terms under \"calendar\" in site-config.yaml");
}

// The hour that the clocks pass over when summer time begins does not exist, and the one that they
// go back by comes twice: nobody would know when to come.
void check_clocks(const Site& site, const Session& session, Diagnostics& diagnostics) {
  const auto is_in_hour = [](std::string_view time) { return time >= "01:00" && time < "02:00"; };
  if (!is_in_hour(session.from) && !is_in_hour(session.to)) return;
  const bool is_lost = session.date == summer_time_begins(session.date.year());
  const bool is_twice = session.date == summer_time_ends(session.date.year());
  if (!is_lost && !is_twice) return;
  diagnostics.add("session-times",
                  session_place(site, session, is_in_hour(session.from) ? "from" : "to"),
                  fmt::format("the clocks change on {}: the hour from 01:00 {}",
                              long_date(session.date), is_lost ? "does not exist" : "comes twice"),
                  "choose a time before 01:00 or from 02:00 on");
}

void check_times(const Site& site, const Session& session, Diagnostics& diagnostics) {
  if (session.to <= session.from) {
    diagnostics.add(
        "session-times", session_place(site, session, "to"),
        fmt::format(
            "the session ends at {}, {} it begins", session.to,
            session.to == session.from ? "when" : fmt::format("before {}, when", session.from)),
        "write \"from\" and \"to\" by the 24-hour clock: half past two in the afternoon is "
        "\"14:30\"");
    return;
  }
  check_clocks(site, session, diagnostics);
}

void check_session(const Site& site, const Session& session, Date today, Diagnostics& diagnostics) {
  check_times(site, session, diagnostics);
  check_term(site, session, diagnostics);
  if (session.venue.empty() && !session.is_online) {
    diagnostics.add("session-place", session_place(site, session, ""),
                    "the session has neither a venue nor is it online",
                    "add \"venue: Riverside House, Main Street, Rotherham\" or \"online: true\"");
  }
  if (session.attended && session.date > today) {
    diagnostics.add("session-attended", session_place(site, session, "attended"),
                    fmt::format("\"attended\" has a number, but the session is not before {}",
                                long_date(session.date)),
                    "take it out until the session is over, or correct the date");
  }
}

// What to do about a workshop without a menu: its folder may be that of a year, or not.
std::string menu_help(const Page& page) {
  if (parse_year_label(last_folder(page))) {
    return fmt::format("add \"content/{}/index.md\" with \"kind: workshop-menu\"", page.folder);
  }
  return fmt::format("move the page to the folder of a year, such as \"content/{}/2026-27\"",
                     page.folder);
}

// Two sessions of one workshop at one moment are one that was written twice.
void check_repeats(const Site& site, std::span<const Session> sessions, Diagnostics& diagnostics) {
  std::map<std::tuple<std::size_t, Date, std::string_view>, const Session*> first;
  for (const Session& session : sessions) {
    const auto [found, is_new] =
        first.try_emplace({session.page, session.date, session.from}, &session);
    if (is_new) continue;
    diagnostics.add(
        "session-duplicate", session_place(site, session, "date"),
        fmt::format("the session on {} at {} is there already, in line {}", long_date(session.date),
                    session.from, session_place(site, *found->second, "date").line),
        "delete one of the two, or correct the date or time");
  }
}

// A file of content/ must not lie where a calendar file goes.
void check_calendar_addresses(const Site& site, const Workshops& workshops,
                              Diagnostics& diagnostics) {
  if (workshops.sessions.empty()) return;
  std::set<std::string, std::less<>> files = {workshops.folder + "/workshops.ics"};
  for (const Session& session : workshops.sessions) files.insert(calendar_url(site, session));
  for (const std::string& asset : site.assets) {
    if (!files.contains(asset_url(asset))) continue;
    diagnostics.add("url-conflict", {asset, 0, 0, 0},
                    "a calendar file of workshops is made at the address of this file",
                    "rename the file");
  }
}

}  // namespace

void check_workshops(const SiteInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  const Workshops& workshops = input.on_day.workshops;
  for (const Page& page : site.pages) {
    if (is_kind(page, "workshop-menu")) check_menu_year(page, diagnostics);
  }
  for (const std::size_t i : workshops.without_menu) {
    const Page& page = site.pages[i];
    diagnostics.add(
        "workshop-without-menu", field_place(page, "title"),
        fmt::format("the workshop is in no menu: \"{}\" has no menu of its own", page.folder),
        menu_help(page));
  }
  for (const Session& session : workshops.sessions) {
    check_session(site, session, input.on_day.today, diagnostics);
    if (const WorkshopMenu* menu = workshops.menu_of(session.page)) {
      check_year(site, session, menu->year, diagnostics);
    }
  }
  check_repeats(site, workshops.sessions, diagnostics);
  check_calendar_addresses(site, workshops, diagnostics);
}

}  // namespace signpost
