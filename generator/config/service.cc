#include "config/service.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/phone.h"
#include "base/text.h"
#include "words/times.h"

namespace signpost {
namespace {

Hours read_hours(const YamlNode& node, const YamlMapSource& source, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"days", "from", "to", "note"};
  const YamlMap map(node, "service.hours", source, kKeys, diagnostics);
  Hours hours;
  for (std::string& day : map.required_texts("days")) {
    if (std::ranges::find(kWeekdays, day) != std::end(kWeekdays)) {
      hours.days.push_back(std::move(day));
      continue;
    }
    map.wrong("days", fmt::format("\"{}\" is not a day of the week", day),
              did_you_mean_or(day, kWeekdays, "write monday, tuesday, wednesday …"));
  }
  hours.from = map.required_text("from");
  hours.to = map.required_text("to");
  hours.note = map.local_text("note");
  for (const std::string_view key : {"from", "to"}) {
    const std::string time = map.text(key);
    if (!time.empty() && !is_time_of_day(time)) {
      map.wrong(key, fmt::format("\"{}\" is not a time of day", time),
                "write it with four digits, in quotes: \"09:00\"");
    }
  }
  if (is_time_of_day(hours.from) && is_time_of_day(hours.to) && hours.from >= hours.to) {
    map.wrong("to",
              fmt::format("the service closes at {} before it opens at {}", hours.to, hours.from),
              "check the two times");
  }
  return hours;
}

std::vector<Closure> read_closures(const YamlMap& service, const YamlMapSource& source,
                                   Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"date", "reason"};
  std::vector<Closure> closures;
  for (const YamlNode& item : service.list("closures")) {
    const YamlMap map(item, "a closure", source, kKeys, diagnostics);
    map.required("date");
    const std::optional<Date> date = map.date("date");
    std::string reason = map.required_text("reason");
    if (date) closures.push_back({*date, std::move(reason)});
  }
  return closures;
}

// Returns the number as it is shown. One that cannot be rung is reported.
std::string read_service_phone(const YamlMap& service) {
  std::string written = service.required_text("phone");
  if (written.empty()) return written;
  PhoneNumber number = read_phone(written);
  if (!number.mistake.empty()) {
    service.wrong("phone", std::move(number.mistake), number.help);
    return written;
  }
  if (number.link.empty()) {
    service.wrong("phone", fmt::format("\"{}\" is for text messages, and cannot be rung", written),
                  "write the number that families ring: \"01632 960 001\"");
  }
  return std::move(number.text);
}

void check_email(const YamlMap& service, std::string_view email) {
  if (email.empty()) return;
  const std::size_t at = email.find('@');
  const bool plain = email.find_first_of(" <>\"\t,;") == std::string_view::npos;
  if (plain && at != std::string_view::npos && at > 0 &&
      email.find('.', at) != std::string_view::npos && email.find('@', at + 1) == email.npos) {
    return;
  }
  service.wrong("email", fmt::format("\"{}\" is not an email address", email),
                "write it like this: help@service.example");
}

}  // namespace

Service read_service(const YamlNode& node, const YamlMapSource& source, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"name",     "short_name", "area",    "council",
                                               "phone",    "email",      "address", "hours",
                                               "closures", "placeholder"};
  const YamlMap map(node, "service", source, kKeys, diagnostics);
  Service service;
  service.name = map.required_text("name");
  service.short_name = map.required_text("short_name");
  service.area = map.required_text("area");
  service.council = map.text("council");
  service.phone = read_service_phone(map);
  service.email = map.required_text("email");
  service.address = map.required_texts("address");
  map.required("hours");
  static const YamlNode kNoHours;
  const YamlNode* hours = map.find("hours");
  service.hours = read_hours(hours == nullptr ? kNoHours : *hours, source, diagnostics);
  service.closures = read_closures(map, source, diagnostics);
  service.is_placeholder = map.yes_or_no("placeholder");
  check_email(map, service.email);
  return service;
}

}  // namespace signpost
