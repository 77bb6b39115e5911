#include "data/evaluations/reply_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "base/english.h"
#include "base/london_time.h"
#include "base/text.h"
#include "data/evaluations/export_words.h"

namespace signpost {
namespace {

// Reads a text from its beginning.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] char next() const { return rest_.empty() ? '\0' : rest_[0]; }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  bool take(char c) {
    if (next() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool take_any(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_[0]) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // The figures here, with their number; none where they are more than `most`.
  std::optional<int> number(std::size_t most, std::size_t* size = nullptr) {
    const std::size_t end = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    if (end == 0 || end > most) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + end, value);
    rest_.remove_prefix(end);
    if (size != nullptr) *size = end;
    return value;
  }

  std::string_view letters() {
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] >= 'a' && rest_[end] <= 'z') ++end;
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

 private:
  std::string_view rest_;
};

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// Whether the word is a day of the week, in full or by three letters or more.
bool is_weekday(std::string_view word) {
  return word.size() >= 3 && std::ranges::any_of(kWeekdays, [&](std::string_view day) {
           return day.starts_with(word);
         });
}

std::optional<Date> date_of(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<int> take_year(DateScanner& text) {
  std::size_t size = 0;
  const auto year = text.number(4, &size);
  if (!year || (size != 4 && size != 2)) return std::nullopt;
  return size == 2 ? 2000 + *year : *year;
}

WrittenDate certain(std::optional<Date> date) { return {date, date, false}; }

// "2025-05-12", "2025/5/12".
std::optional<WrittenDate> year_first(DateScanner& text) {
  const auto year = text.number(4);
  if (!text.take_any("-/.")) return std::nullopt;
  const auto month = text.number(2);
  if (!month || !text.take_any("-/.")) return std::nullopt;
  const auto day = text.number(2);
  if (!day) return std::nullopt;
  return certain(date_of(*year, *month, *day));
}

// "12 May 2025", "12th of May, 2025", "12-May-25", after the day.
std::optional<WrittenDate> month_named_after(DateScanner& text, int day) {
  for (const std::string_view end : {"st", "nd", "rd", "th"}) {
    if (text.take(end)) break;
  }
  while (text.take_any(" -")) {
  }
  text.take("of ");
  const auto month = english_month_by_beginning(text.letters());
  if (!month) return std::nullopt;
  while (text.take_any(" -,.")) {
  }
  const auto year = take_year(text);
  if (!year) return std::nullopt;
  return certain(date_of(*year, static_cast<int>(*month), day));
}

// "May 12, 2025", after the month.
std::optional<WrittenDate> month_named_before(DateScanner& text, unsigned month) {
  while (text.take_any(" .")) {
  }
  const auto day = text.number(2);
  if (!day) return std::nullopt;
  for (const std::string_view end : {"st", "nd", "rd", "th"}) {
    if (text.take(end)) break;
  }
  while (text.take_any(" ,")) {
  }
  const auto year = take_year(text);
  if (!year) return std::nullopt;
  return certain(date_of(*year, static_cast<int>(month), *day));
}

// "12/05/2025", "5/12/25", "12.05.2025", after the first number.
std::optional<WrittenDate> year_last(DateScanner& text, int first) {
  if (!text.take_any("/-. ")) return std::nullopt;
  const auto second = text.number(2);
  if (!second || !text.take_any("/-. ")) return std::nullopt;
  const auto year = take_year(text);
  if (!year) return std::nullopt;
  return WrittenDate{date_of(*year, *second, first), date_of(*year, first, *second), true};
}

std::optional<WrittenDate> take_date(DateScanner& text) {
  DateScanner ahead = text;
  std::size_t size = 0;
  if (ahead.number(4, &size) && size == 4) return year_first(text);
  std::string_view word = text.letters();
  if (is_weekday(word)) {
    while (text.take_any(" ,.")) {
    }
    word = text.letters();
  }
  if (!word.empty()) {
    const auto month = english_month_by_beginning(word);
    return month ? month_named_before(text, *month) : std::nullopt;
  }
  const auto first = text.number(2);
  if (!first) return std::nullopt;
  DateScanner figures = text;
  if (auto date = year_last(figures, *first)) {
    text = figures;
    return date;
  }
  return month_named_after(text, *first);
}

struct TimeOfDay {
  int minutes = 0;
  std::optional<int> offset;  // of its zone, in minutes before UTC
};

// The offset of "Z", "UTC", "GMT+1", "+01:00".
std::optional<int> take_offset(DateScanner& text) {
  const bool is_named = text.take("utc") || text.take("gmt") || text.take('z');
  const bool is_before = text.next() == '-';
  if (!text.take_any("+-")) return is_named ? std::optional<int>(0) : std::nullopt;
  std::size_t size = 0;
  const auto figures = text.number(4, &size);
  if (!figures) return std::nullopt;
  int minutes = size > 2 ? *figures / 100 * 60 + *figures % 100 : *figures * 60;
  if (size <= 2 && text.take(':')) minutes += text.number(2).value_or(0);
  return is_before ? -minutes : minutes;
}

// "10:04:09 am GMT+1", "T10:04:09.123Z"; nothing where it is something else.
std::optional<TimeOfDay> take_time(DateScanner& text) {
  while (text.take_any(" ,t")) {
  }
  if (text.at_end()) return TimeOfDay{};
  const auto hours = text.number(2);
  if (!hours || *hours > 24 || !text.take_any(":.")) return std::nullopt;
  const auto minutes = text.number(2);
  if (!minutes || *minutes > 59) return std::nullopt;
  if (text.take_any(":.") && !text.number(2)) return std::nullopt;
  if (text.take_any(".,")) text.number(9);
  TimeOfDay time{*hours * 60 + *minutes, std::nullopt};
  text.take(' ');
  if (text.take("am") || text.take("a.m.")) time.minutes %= 720;
  if (text.take("pm") || text.take("p.m.")) time.minutes = time.minutes % 720 + 720;
  text.take(' ');
  time.offset = take_offset(text);
  return text.at_end() || text.next() == ' ' ? std::optional(time) : std::nullopt;
}

// The day in London when it is so many minutes after midnight of `date` in UTC.
Date london_day(Date date, int utc_minutes) {
  using std::chrono::hours;
  using std::chrono::minutes;
  using std::chrono::sys_days;
  const auto moment = sys_days(date) + minutes(utc_minutes);
  const bool is_summer = moment >= sys_days(summer_time_begins(date.year())) + hours(1) &&
                         moment < sys_days(summer_time_ends(date.year())) + hours(1);
  return Date(std::chrono::floor<std::chrono::days>(moment + hours(is_summer ? 1 : 0)));
}

std::string two_orders(std::uint32_t day_first, std::uint32_t month_first) {
  return fmt::format("row {} has the day first and row {} the month", day_first, month_first);
}

constexpr char kSayOrder[] =
    "type --dates day-first (31/12/2025) or --dates month-first (12/31/2025)";

}  // namespace

std::optional<WrittenDate> parse_written_date(std::string_view text, bool is_utc) {
  const std::string plain = plain_answer(text);
  DateScanner scanner(plain);
  std::optional<WrittenDate> date = take_date(scanner);
  if (!date || (!date->day_first && !date->month_first)) return std::nullopt;
  const bool is_apart = scanner.at_end() || std::string_view(" ,t").find(scanner.next()) < 3;
  const std::optional<TimeOfDay> time = is_apart ? take_time(scanner) : std::nullopt;
  if (!time) return std::nullopt;
  const std::optional<int> offset = is_utc ? time->offset.value_or(0) : time->offset;
  if (!offset) return date;
  for (std::optional<Date>* each : {&date->day_first, &date->month_first}) {
    if (*each) *each = london_day(**each, time->minutes - *offset);
  }
  return date;
}

Date date_in(const WrittenDate& date, DateOrder order) {
  if (order == DateOrder::kMonthFirst) return date.month_first.value_or(*date.day_first);
  return date.day_first ? *date.day_first : *date.month_first;
}

ColumnOrder find_date_order(const std::vector<RowDate>& dates, const Period& period,
                            DateOrder said) {
  std::uint32_t day_first = 0, month_first = 0, slashed = 0, other = 0;
  bool is_same = true;
  for (const RowDate& each : dates) {
    const WrittenDate& date = each.date;
    if (!date.month_first && day_first == 0) day_first = each.row;
    if (!date.day_first && month_first == 0) month_first = each.row;
    (date.is_slashed ? slashed : other) = each.row;
    if (date.day_first && date.month_first) {
      is_same = is_same && period.has(*date.day_first) == period.has(*date.month_first);
    }
  }
  if (day_first != 0 && month_first != 0) {
    return {DateOrder::kUnknown, 0,
            fmt::format("the dates are in two orders: {}", two_orders(day_first, month_first)),
            "export the answers again, with all dates in one order"};
  }
  if (said == DateOrder::kDayFirst && month_first != 0) {
    return {said, 0,
            fmt::format("--dates says that the day is first, but in row {} it is not", month_first),
            "type --dates month-first"};
  }
  if (said == DateOrder::kMonthFirst && day_first != 0) {
    return {said, 0,
            fmt::format("--dates says that the month is first, but in row {} it is not", day_first),
            "type --dates day-first"};
  }
  // Excel makes days of the texts that it takes for some, often with day and month exchanged.
  if (slashed != 0 && other != 0) {
    return {DateOrder::kUnknown, 0,
            fmt::format("row {} has a date as text and row {} as a day: a spreadsheet may have "
                        "exchanged days and months",
                        slashed, other),
            "export the answers again, and give that file without opening and saving it"};
  }
  if (said != DateOrder::kUnknown) return {said, 0, "", ""};
  if (day_first != 0) return {DateOrder::kDayFirst, day_first, "", ""};
  if (month_first != 0) return {DateOrder::kMonthFirst, month_first, "", ""};
  if (is_same) return {};
  return {DateOrder::kUnknown, 0,
          "it is not clear whether the day or the month is first, as in 03/04/2026, and replies "
          "near the ends of the period depend on it",
          kSayOrder};
}

}  // namespace signpost
