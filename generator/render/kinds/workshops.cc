#include "render/kinds/workshops.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/london_time.h"
#include "render/calendar_file.h"
#include "render/fields_view.h"
#include "render/page_view.h"
#include "words/marks.h"
#include "words/times.h"

namespace signpost {
namespace {

std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (is_plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

// An email with the workshop and the day as its subject (RFC 6068).
std::string booking_mail(const RenderContext& context, const Words& words, const std::string& title,
                         const Session& session) {
  const std::string& email = context.config->service.email;
  if (email.empty()) return "";
  return fmt::format("mailto:{}?subject={}", email,
                     encoded(title + ", " + without_marks(date_text(words, session.date))));
}

View moment_view(const Words& words, const Session& session, const std::string& time) {
  View view;
  view.set("text", words.fact(time_text(words, time)))
      .set("iso", london_moment(session.date, time));
  return view;
}

void set_attended(const RenderContext& context, const Words& words, const Session& session,
                  View& view) {
  const ShownCount came = session.attended.value_or(ShownCount());
  view.set("came", came.count() ? words.count("session_came_people", *came.count()) : "");
  view.set_flag("came_rounded", came.is_rounded());
  const bool is_withheld = session.attended && !came.count();
  const std::int64_t enough = disclosure_threshold(context.config->disclosure);
  view.set("came_few", is_withheld ? words.count("session_came_few", enough) : "");
}

View session_view(const RenderContext& context, const std::string& root, const Session& session,
                  std::string_view language) {
  const Page& page = context.site->pages[localized(context, session.page, language)];
  const Words& words = context.words(language);
  const bool is_over = session.date < context.today;
  const bool is_cancelled = session.status == SessionStatus::kCancelled;
  View date;
  date.set("text", words.fact(weekday_date_text(words, session.date)))
      .set("iso", iso_date(session.date));
  View view;
  view.set("title", page.title).set("href", root + page.url).set("date", std::move(date));
  view.set("starts", moment_view(words, session, session.from));
  view.set("ends", moment_view(words, session, session.to));
  view.set("venue", words.fact(session.venue)).set_flag("is_online", session.is_online);
  view.set("access", words.fact(session.access)).set("booking", words.fact(session.booking));
  view.set("places", session.places ? words.fact(std::to_string(*session.places)) : "");
  view.set_flag("is_over", is_over).set_flag("is_cancelled", is_cancelled);
  view.set_flag("is_full", !is_cancelled && session.status == SessionStatus::kFull);
  set_attended(context, words, session, view);
  const bool can_book = !is_over && !is_cancelled;
  view.set("mail", can_book ? booking_mail(context, words, page.title, session) : "");
  view.set("calendar", can_book ? root + calendar_url(*context.site, session) : "");
  return view;
}

// What session_view makes for one page.
struct SessionViews {
  const RenderContext& context;
  std::string root;
  std::string language;

  [[nodiscard]] View::List of(std::span<const Session> sessions) const {
    View::List views;
    for (const Session& each : sessions) {
      views.push_back(session_view(context, root, each, language));
    }
    return views;
  }

  // Returns the sessions under the terms that they are in; those between two terms, or in a site
  // without terms, have no name.
  [[nodiscard]] View::List by_term(std::span<const Session> sessions) const {
    const Calendar& calendar = context.config->calendar;
    View::List groups;
    for (std::size_t begin = 0; begin < sessions.size();) {
      const SchoolTerm* term = calendar.term_of(sessions[begin].date);
      std::size_t end = begin;
      while (end < sessions.size() && calendar.term_of(sessions[end].date) == term) ++end;
      View group;
      group.set("name", term == nullptr ? "" : term->name.in(language));
      group.set("sessions", of(sessions.subspan(begin, end - begin)));
      groups.push_back(std::move(group));
      begin = end;
    }
    return groups;
  }
};

template <typename Condition>
std::vector<Session> sessions_where(std::span<const Session> sessions, Condition condition) {
  std::vector<Session> found;
  std::copy_if(sessions.begin(), sessions.end(), std::back_inserter(found), condition);
  return found;
}

// The pages that the page at `here` about workshops leads to; none leads to itself.
void set_links(const RenderContext& context, std::string_view here, View& view) {
  const std::string root = root_from(context, here);
  const auto to = [&](std::string_view name) {
    const std::string url = context.workshops.folder + "/" + std::string(name);
    return url != here && context.find_listing(url) != nullptr ? root + url : "";
  };
  view.set("all", to("index.html")).set("this_term", to("this-term.html"));
  view.set("past", to("past.html"));
  const std::string feed = calendar_feed_url(context);
  view.set("feed", feed.empty() ? "" : root + feed);
}

View term_view(const Words& words, const SchoolTerm& term) {
  View view;
  view.set("name", term.name.in(words.language()))
      .set("begins", date_view(words, term.period.from));
  view.set("until", date_view(words, term.period.to));
  return view;
}

// Sets this term's sessions. In holidays that is the term to come.
void set_this_term(const SessionViews& views, View& view) {
  const RenderContext& context = views.context;
  const Words& words = context.words(views.language);
  const std::vector<Session>& all = context.workshops.sessions;
  const SchoolTerm* term = context.config->calendar.term_at(context.today);
  const auto is_here = [&](const Session& s) {
    return term == nullptr ? s.date >= context.today : term->period.has(s.date);
  };
  const std::vector<Session> here = sessions_where(all, is_here);
  const auto is_to_come = [&](const Session& s) { return s.date >= context.today; };
  set_list(view, "sessions", views.of(sessions_where(here, is_to_come)));
  set_list(view, "over",
           views.of(sessions_where(here, [&](const Session& s) { return !is_to_come(s); })));
  const auto is_later = [&](const Session& s) { return is_to_come(s) && !is_here(s); };
  set_list(view, "later", views.by_term(sessions_where(all, is_later)));
  view.set("term", term == nullptr ? View::boolean(false) : term_view(words, *term));
  view.set_flag("is_term_now", term != nullptr && term->period.has(context.today));
  const SchoolTerm* next = nullptr;
  for (const SchoolTerm& each : context.config->calendar.terms) {
    if (term != nullptr && each.period.from > term->period.to && next == nullptr) next = &each;
  }
  view.set("next_term", next == nullptr ? View::boolean(false) : term_view(words, *next));
}

// Sets the sessions that are over by year, the newest first.
void set_past(const SessionViews& views, View& view) {
  const RenderContext& context = views.context;
  std::map<std::string, std::vector<Session>, std::greater<>> years;
  for (const Session& session : context.workshops.sessions) {
    if (session.date >= context.today) continue;
    years[context.config->calendar.year_of(session.date)].push_back(session);
  }
  View::List list;
  for (auto& [year, sessions] : years) {
    std::reverse(sessions.begin(), sessions.end());
    View each;
    each.set("year", year).set("sessions", views.of(sessions));
    list.push_back(std::move(each));
  }
  set_list(view, "years", std::move(list));
}

}  // namespace

View workshop_view(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  const SessionViews views{context, root_from(context, page.url), page.language};
  const std::size_t original = localized(context, page_index, own_language(context));
  const std::vector<Session> sessions = context.workshops.sessions_of(original);
  const auto is_over = [&](const Session& s) { return s.date < context.today; };
  View view;
  set_list(view, "groups",
           views.by_term(sessions_where(sessions, [&](const Session& s) { return !is_over(s); })));
  std::vector<Session> over = sessions_where(sessions, is_over);
  std::reverse(over.begin(), over.end());
  set_list(view, "over", views.of(over));
  const WorkshopMenu* menu = context.workshops.menu_of(original);
  View menu_link = View::boolean(false);
  if (menu != nullptr) {
    const Page& target = context.site->pages[localized(context, menu->page, page.language)];
    menu_link = link_view(target.title, views.root + target.url);
  }
  view.set("menu", std::move(menu_link));
  set_links(context, page.url, view);
  return view;
}

View workshop_menu_view(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  const SessionViews views{context, root_from(context, page.url), page.language};
  const std::size_t original = localized(context, page_index, own_language(context));
  View::List packages;
  std::vector<Session> sessions;
  for (const WorkshopMenu& menu : context.workshops.menus) {
    if (menu.page != original) continue;
    for (const std::size_t workshop : menu.workshops) {
      const Page& target = context.site->pages[localized(context, workshop, page.language)];
      View package = link_view(target.title, views.root + target.url);
      package.set("summary", target.summary);
      package.set("fields", fields_view(context, context.words(page.language), target, views.root));
      packages.push_back(std::move(package));
    }
    sessions = sessions_where(context.workshops.sessions, [&](const Session& s) {
      return context.workshops.menu_of(s.page) == &menu;
    });
  }
  const std::optional<Period> period = context.config->calendar.year_period(page.text("year"));
  View view;
  const Words& words = context.words(page.language);
  view.set("period", period ? words.fact(period_text(words, period->from, period->to)) : "");
  set_list(view, "packages", std::move(packages));
  const auto is_over = [&](const Session& s) { return s.date < context.today; };
  set_list(view, "groups",
           views.by_term(sessions_where(sessions, [&](const Session& s) { return !is_over(s); })));
  std::vector<Session> over = sessions_where(sessions, is_over);
  std::reverse(over.begin(), over.end());
  set_list(view, "over", views.of(over));
  view.set_flag("menu", false);
  set_links(context, page.url, view);
  return view;
}

View::List next_sessions(const RenderContext& context, const Page& page) {
  constexpr std::size_t kMost = 3;
  std::vector<Session> sessions = sessions_where(context.workshops.sessions, [&](const Session& s) {
    return s.date >= context.today && s.status != SessionStatus::kCancelled;
  });
  if (sessions.size() > kMost) sessions.resize(kMost);
  return SessionViews{context, root_from(context, page.url), page.language}.of(sessions);
}

View workshops_view(const RenderContext& context, const Listing& listing) {
  const SessionViews views{context, root_from(context, listing.url), listing.language};
  View view;
  set_this_term(views, view);
  set_past(views, view);
  View::List menus;
  for (const WorkshopMenu& menu : context.workshops.menus) {
    const Page& page = context.site->pages[menu.page];
    View link = link_view(page.title, views.root + page.url);
    link.set("summary", page.summary);
    menus.push_back(std::move(link));
  }
  set_list(view, "menus", std::move(menus));
  view.set_flag("menu", false);
  set_links(context, listing.url, view);
  return view;
}

}  // namespace signpost
