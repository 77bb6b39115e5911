#include "reach/log_time.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/london_time.h"

namespace signpost {
namespace {

constexpr std::string_view kMonthNames[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::int64_t kLastSecond = 253'402'300'799;  // of the year 9999

std::optional<Date> date_of_parts(std::string_view year, unsigned month, std::string_view day) {
  const std::optional<std::uint32_t> years = log_number(year);
  const std::optional<std::uint32_t> days = log_number(day);
  if (!years || !days || *years < 1970) return std::nullopt;
  const Date date(std::chrono::year(static_cast<int>(*years)), std::chrono::month(month),
                  std::chrono::day(*days));
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> clf_date(std::string_view text) {
  if (text[2] != '/' || text[6] != '/') return std::nullopt;
  const auto month = std::find(std::begin(kMonthNames), std::end(kMonthNames), text.substr(3, 3));
  if (month == std::end(kMonthNames)) return std::nullopt;
  return date_of_parts(text.substr(7, 4),
                       static_cast<unsigned>(month - std::begin(kMonthNames)) + 1,
                       text.substr(0, 2));
}

// Returns the seconds since midnight of "23:59:59"; a leap second (60) counts as the one before.
std::optional<std::chrono::seconds> time_of_day(std::string_view text) {
  if (text[2] != ':' || text[5] != ':') return std::nullopt;
  const std::optional<std::uint32_t> hours = log_number(text.substr(0, 2));
  const std::optional<std::uint32_t> minutes = log_number(text.substr(3, 2));
  const std::optional<std::uint32_t> seconds = log_number(text.substr(6, 2));
  if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60) {
    return std::nullopt;
  }
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) +
         std::chrono::seconds(std::min(*seconds, 59U));
}

// Returns how far "+0100" or "+01:00" is ahead of UTC; at most 14 hours (tz database:
// Pacific/Kiritimati).
std::optional<std::chrono::minutes> utc_offset(std::string_view text) {
  const std::size_t colon = text.size() == 6 && text[3] == ':' ? 1 : 0;
  if (text.size() != 5 + colon || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const std::optional<std::uint32_t> hours = log_number(text.substr(1, 2));
  const std::optional<std::uint32_t> minutes = log_number(text.substr(3 + colon, 2));
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const std::chrono::minutes ahead = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  return text[0] == '-' ? -ahead : ahead;
}

void set_moment(Date day, std::chrono::seconds second_of_day, std::chrono::minutes ahead,
                LogLine& line) {
  line.day = day;
  line.second_of_day = second_of_day;
  line.time = std::chrono::sys_days(day) + second_of_day - ahead;
}

// How far London is ahead of UTC at a moment of UTC.
std::chrono::minutes london_offset(std::chrono::sys_seconds time) {
  const Date day(std::chrono::floor<std::chrono::days>(time));
  const auto changes_at = [](Date date) {
    return std::chrono::sys_days(date) + std::chrono::hours(1);
  };
  const bool is_summer = time >= changes_at(summer_time_begins(day.year())) &&
                         time < changes_at(summer_time_ends(day.year()));
  return std::chrono::minutes(is_summer ? 60 : 0);
}

}  // namespace

bool read_clf_moment(std::string_view text, LogLine& line) {
  if (text.size() != 26 || text[11] != ':' || text[20] != ' ' || text[24] == ':') return false;
  const std::optional<Date> day = clf_date(text.substr(0, 11));
  const std::optional<std::chrono::seconds> time = time_of_day(text.substr(12, 8));
  const std::optional<std::chrono::minutes> offset = utc_offset(text.substr(21, 5));
  if (!day || !time || !offset) return false;
  set_moment(*day, *time, *offset, line);
  return true;
}

bool read_utc_moment(std::int64_t seconds, LogLine& line) {
  if (seconds < 0 || seconds > kLastSecond) return false;
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const std::chrono::minutes ahead = london_offset(time);
  const std::chrono::sys_seconds local = time + ahead;
  const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(local);
  set_moment(Date(day), local - day, ahead, line);
  return true;
}

bool read_iso_moment(std::string_view text, LogLine& line) {
  if (text.size() < 19 || text[4] != '-' || text[7] != '-') return false;
  if (text[10] != 'T' && text[10] != ' ' && text[10] != 't') return false;
  const std::optional<std::uint32_t> month = log_number(text.substr(5, 2));
  if (!month) return false;
  const std::optional<Date> day = date_of_parts(text.substr(0, 4), *month, text.substr(8, 2));
  const std::optional<std::chrono::seconds> time = time_of_day(text.substr(11, 8));
  if (!day || !time) return false;
  std::string_view rest = text.substr(19);
  if (rest.starts_with('.') || rest.starts_with(',')) {
    rest.remove_prefix(std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
  }
  if (rest.empty() || rest == "Z" || rest == "z") {
    return read_utc_moment((std::chrono::sys_days(*day) + *time).time_since_epoch().count(), line);
  }
  const std::optional<std::chrono::minutes> offset = utc_offset(rest);
  if (!offset) return false;
  set_moment(*day, *time, *offset, line);
  return true;
}

}  // namespace signpost
