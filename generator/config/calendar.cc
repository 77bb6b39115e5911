#include "config/calendar.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

namespace signpost {
namespace {

using std::chrono::month_day;
using std::chrono::sys_days;
using std::chrono::year;

Date first_day(month_day starts, int first_year) {
  return Date(year(first_year), starts.month(), starts.day());
}

// "09-01", a day that every year has.
std::optional<month_day> parse_month_day(std::string_view text) {
  const std::optional<Date> date = parse_date(fmt::format("2001-{}", text));
  if (!date) return std::nullopt;
  return month_day(date->month(), date->day());
}

std::optional<SchoolTerm> read_term(const YamlNode& item, const YamlMapSource& source,
                                    Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"name", "from", "to"};
  const YamlMap map(item, "a term", source, kKeys, diagnostics);
  LocalText name = map.required_local_text("name");
  map.required("from");
  map.required("to");
  const std::optional<Date> from = map.date("from");
  const std::optional<Date> to = map.date("to");
  if (!from || !to) return std::nullopt;
  if (*to <= *from) {
    map.wrong("to", fmt::format("the term ends on {}, before it begins", long_date(*to)),
              "check the two dates");
    return std::nullopt;
  }
  return SchoolTerm{std::move(name), {*from, *to}};
}

}  // namespace

std::string Calendar::year_of(Date date) const {
  const int calendar_year = static_cast<int>(date.year());
  return year_label(date < first_day(year_starts, calendar_year) ? calendar_year - 1
                                                                 : calendar_year);
}

std::optional<Period> Calendar::year_period(std::string_view label) const {
  const std::optional<int> first = parse_year_label(label);
  if (!first) return std::nullopt;
  return Period{first_day(year_starts, *first),
                Date(sys_days(first_day(year_starts, *first + 1)) - std::chrono::days(1))};
}

const SchoolTerm* Calendar::term_of(Date date) const {
  const SchoolTerm* term = term_at(date);
  return term != nullptr && term->period.has(date) ? term : nullptr;
}

const SchoolTerm* Calendar::term_at(Date date) const {
  const auto found =
      std::ranges::find_if(terms, [&](const SchoolTerm& term) { return date <= term.period.to; });
  return found == terms.end() ? nullptr : &*found;
}

Calendar read_calendar(const YamlNode& node, const YamlMapSource& source,
                       Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"year_starts", "terms"};
  const YamlMap map(node, "calendar", source, kKeys, diagnostics);
  Calendar calendar;
  if (const std::string text = map.text("year_starts"); !text.empty()) {
    if (const std::optional<month_day> starts = parse_month_day(text)) {
      calendar.year_starts = *starts;
    } else {
      map.wrong("year_starts", fmt::format("\"{}\" is not a day of the year", text),
                "write the month and the day, in quotes: \"04-01\"");
    }
  }
  for (const YamlNode& item : map.list("terms")) {
    std::optional<SchoolTerm> term = read_term(item, source, diagnostics);
    if (!term) continue;
    if (!calendar.terms.empty() && term->period.from <= calendar.terms.back().period.to) {
      map.wrong("terms",
                fmt::format("\"{}\" begins before \"{}\" has ended", term->name.text,
                            calendar.terms.back().name.text),
                "put the terms in order, none inside another");
      continue;
    }
    calendar.terms.push_back(std::move(*term));
  }
  return calendar;
}

std::string period_text(const Period& period) {
  return fmt::format("{} to {}", long_date(period.from), long_date(period.to));
}

}  // namespace signpost
