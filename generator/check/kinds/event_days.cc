#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"
#include "check/site_checks.h"

namespace signpost {
namespace {

void check_closed(const Config& config, Date day, const Place& place, Diagnostics& diagnostics) {
  const std::vector<Closure>& closures = config.service.closures;
  const auto closed = std::ranges::find(closures, day, &Closure::date);
  std::string why;
  if (closed != closures.end()) {
    why = fmt::format("a day on which you are closed: {}", closed->reason);
  } else if (std::chrono::weekday(std::chrono::sys_days(day)) == std::chrono::Sunday) {
    why = "a Sunday";
  } else {
    return;
  }
  diagnostics.add("event-closed-day", place, fmt::format("{} is {}", long_date(day), why),
                  "check the day; if it is right, set the rule aside by allow:");
}

void check_named_day(const Page& page, Date day, Diagnostics& diagnostics) {
  const auto differs = [&](std::string_view text) {
    const std::optional<Date> named = find_date(text);
    return named && *named != day ? named : std::nullopt;
  };
  const std::optional<Date> in_title = differs(page.title);
  const std::optional<Date> named = in_title ? in_title : differs(page.slug);
  if (!named) return;
  diagnostics.add("event-day-name", field_place(page, "date"),
                  fmt::format("the meeting is on {}, but its {} says {}", long_date(day),
                              in_title ? "title" : "file's name", long_date(*named)),
                  "correct the one that is wrong");
}

}  // namespace

void check_event_days(const SiteInput& input, Diagnostics& diagnostics) {
  const Config& config = *input.site.config;
  for (const Page& page : input.site.pages) {
    if (page.language != own_language(input.site)) continue;
    if (const std::optional<Date> day = page.date("date"); day && is_kind(page, "meeting")) {
      if (!page.fields.is_true("cancelled")) {
        check_closed(config, *day, field_place(page, "date"), diagnostics);
      }
      check_named_day(page, *day, diagnostics);
    }
    if (!is_kind(page, "workshop")) continue;
    for (const Fields& session : page.fields.records("sessions")) {
      const std::optional<Date> day = session.date("date");
      const FieldEntry* entry = session.find("date");
      if (!day || entry == nullptr || session.text("status") == "cancelled") continue;
      check_closed(config, *day, {page.source_path, entry->line, entry->column, 0}, diagnostics);
    }
  }
}

}  // namespace signpost
