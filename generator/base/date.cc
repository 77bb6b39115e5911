#include "base/date.h"

#include <string>

#include <fmt/format.h>

#include "base/english.h"

namespace signpost {
namespace {

// "January" for 1.
std::string month_name(unsigned month) {
  std::string name(kEnglishMonths[month - 1]);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::optional<unsigned> parse_digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

// The date at the start of `text`: "9 December 2026".
std::optional<Date> parse_long_date(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == 0 || space > 2) return std::nullopt;
  const std::optional<unsigned> day = parse_digits(text.substr(0, space));
  for (unsigned month = 1; day && month <= kEnglishMonths.size(); ++month) {
    const std::string_view rest = text.substr(space + 1);
    const std::string name = month_name(month);
    if (!rest.starts_with(name) || rest.size() < name.size() + 5) continue;
    const std::optional<unsigned> year = parse_digits(rest.substr(name.size() + 1, 4));
    if (!year || rest[name.size()] != ' ') return std::nullopt;
    const Date date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{month},
                    std::chrono::day{*day}};
    return date.ok() ? std::optional(date) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<unsigned> year = parse_digits(text.substr(0, 4));
  const std::optional<unsigned> month = parse_digits(text.substr(5, 2));
  const std::optional<unsigned> day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                  std::chrono::day{*day}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Date> find_date(std::string_view text) {
  const auto is_digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(i) || (i > 0 && is_digit(i - 1))) continue;
    if (const std::optional<Date> date = parse_date(text.substr(i, 10))) return date;
    if (const std::optional<Date> date = parse_long_date(text.substr(i))) return date;
  }
  return std::nullopt;
}

std::string iso_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string long_date(Date date) {
  if (!date.ok()) return {};
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                     month_name(static_cast<unsigned>(date.month())),
                     static_cast<int>(date.year()));
}

long days_until(Date due, Date today) {
  using std::chrono::sys_days;
  return static_cast<long>((sys_days(due) - sys_days(today)).count());
}

std::string in_days(long left) {
  if (left == 0) return "today";
  if (left == 1) return "tomorrow";
  if (left == -1) return "yesterday";
  return left > 0 ? fmt::format("in {} days", left) : fmt::format("{} days ago", -left);
}

Date months_later(Date date, std::chrono::months months) {
  const Date later = date + months;
  return later.ok() ? later : Date(later.year() / later.month() / std::chrono::last);
}

std::optional<int> parse_year_label(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const std::optional<unsigned> first = parse_digits(text.substr(0, 4));
  const std::optional<unsigned> second = parse_digits(text.substr(5));
  if (!first || !second || (*first + 1) % 100 != *second) return std::nullopt;
  return static_cast<int>(*first);
}

std::string year_label(int first) { return fmt::format("{:04}-{:02}", first, (first + 1) % 100); }

bool is_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return false;
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  return digit(0) && digit(1) && digit(3) && digit(4) && text.substr(0, 2) < "24" && text[3] < '6';
}

}  // namespace signpost
