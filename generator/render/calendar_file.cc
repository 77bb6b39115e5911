#include "render/calendar_file.h"

#include <initializer_list>
#include <span>

#include "publications/workshops.h"
#include "render/site_files.h"

namespace signpost {
namespace {

// Returns the lines, without those that are empty.
std::string joined(std::initializer_list<std::string> lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
  }
  return text;
}

CalendarEvent event_of(const RenderContext& context, const Session& session) {
  const Page& page = context.site->pages[session.page];
  const auto word = [&](std::string_view key) { return context.words(page.language).plain(key); };
  const auto labelled = [](const std::string& label, const std::string& text) {
    return text.empty() ? "" : label + ": " + text;
  };
  const auto spoken = [](const std::string& label, const std::string& text) {
    return text.empty() ? "" : label + " " + text;
  };
  const Service& service = context.config->service;
  CalendarEvent event;
  event.uid = stable_uuid(context, page.source_path + "#" + session.key);
  event.title = page.is_example() ? labelled(word("example"), page.title) : page.title;
  event.is_tentative = page.is_example();
  event.description = joined({page.summary, labelled(word("session_access"), session.access),
                              labelled(word("session_booking"), session.booking),
                              spoken(word("booking_phone"), service.phone),
                              spoken(word("booking_email"), service.email)});
  event.location = session.venue;
  if (session.is_online) {
    event.location +=
        session.venue.empty() ? word("session_online") : ", " + word("session_or_online");
  }
  event.url = context.absolute_url(page.url);
  event.date = session.date;
  event.from = session.from;
  event.to = session.to;
  event.is_cancelled = session.status == SessionStatus::kCancelled;
  return event;
}

}  // namespace

std::string calendar_feed_url(const RenderContext& context) {
  return context.workshops.sessions.empty() ? "" : context.workshops.folder + "/workshops.ics";
}

std::vector<OutputFile> calendar_files(const RenderContext& context) {
  std::vector<OutputFile> files;
  std::vector<CalendarEvent> all;
  for (const Session& session : context.workshops.sessions) {
    all.push_back(event_of(context, session));
    files.push_back({calendar_url(*context.site, session),
                     calendar_file("", std::span(&all.back(), 1), context.today)});
  }
  const std::string feed = calendar_feed_url(context);
  if (feed.empty()) return files;
  const std::string& language = own_language(context);
  const std::string name =
      context.config->service.name + ": " + context.words(language).plain("workshops_calendar");
  files.push_back({feed, calendar_file(name, all, context.today)});
  return files;
}

}  // namespace signpost
