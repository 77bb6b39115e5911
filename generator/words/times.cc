#include "words/times.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

std::size_t day_index(std::string_view day) {
  return static_cast<std::size_t>(std::ranges::find(kWeekdays, day) - std::begin(kWeekdays));
}

std::string day_name(const Words& words, std::string_view day) {
  return words.text(fmt::format("day_{}", day));
}

std::string days_text(const Words& words, std::span<const std::string> days) {
  bool is_run = days.size() > 2;
  for (std::size_t i = 1; i < days.size(); ++i) {
    is_run = is_run && day_index(days[i]) == day_index(days[i - 1]) + 1;
  }
  std::vector<std::string> names;
  for (const std::string& day : days) names.push_back(day_name(words, day));
  if (!is_run) return list_text(words, names);
  return words.text("days_range", {{"from", names.front()}, {"to", names.back()}});
}

std::string_view number_part(const Words& words, std::string_view key, std::string_view otherwise) {
  const auto found = words.phrases().find(key);
  return found == words.phrases().end() ? otherwise : std::string_view(found->second.text);
}

}  // namespace

std::string date_text(const Words& words, Date date) {
  if (!date.ok()) return {};
  const unsigned month = static_cast<unsigned>(date.month());
  if (!words.has("date")) return iso_date(date);
  return words.text("date", {{"day", fmt::format("{}", static_cast<unsigned>(date.day()))},
                             {"month", words.text(fmt::format("month_{}", month))},
                             {"year", fmt::format("{}", static_cast<int>(date.year()))}});
}

std::string day_of_year_text(const Words& words, std::chrono::month_day day) {
  const auto month = static_cast<unsigned>(day.month());
  const std::string number = fmt::format("{}", static_cast<unsigned>(day.day()));
  if (!words.has("date")) return fmt::format("{:02}-{:0>2}", month, number);
  const std::string text = words.text(
      "date",
      {{"day", number}, {"month", words.text(fmt::format("month_{}", month))}, {"year", ""}});
  // What parted the year from the rest.
  constexpr std::string_view kMarks = " ,.";
  const std::size_t begin = std::min(text.find_first_not_of(kMarks), text.size());
  return text.substr(begin, text.find_last_not_of(kMarks) + 1 - begin);
}

std::string weekday_date_text(const Words& words, Date date) {
  if (!date.ok()) return {};
  const std::chrono::weekday day{std::chrono::sys_days(date)};
  const std::string name = day_name(words, kWeekdays[day.iso_encoding() - 1]);
  if (!words.has("date_weekday")) return date_text(words, date);
  return words.text("date_weekday", {{"weekday", name}, {"date", date_text(words, date)}});
}

std::string period_text(const Words& words, Date from, Date to) {
  return words.text("period", {{"from", date_text(words, from)}, {"to", date_text(words, to)}});
}

std::string time_text(const Words& words, std::string_view time) {
  if (!is_time_of_day(time)) return std::string(time);
  const int hour = (time[0] - '0') * 10 + (time[1] - '0');
  const std::string_view minutes = time.substr(3);
  if (time == "12:00") return words.text("time_noon");
  const std::string half = fmt::format("{}", hour % 12 == 0 ? 12 : hour % 12);
  const std::string key =
      fmt::format("time_{}{}", hour < 12 ? "am" : "pm", minutes == "00" ? "" : "_minutes");
  return words.text(key,
                    {{"hour", half}, {"hour24", fmt::format("{}", hour)}, {"minutes", minutes}});
}

std::string hours_text(const Words& words, std::string_view from, std::string_view to,
                       std::span<const std::string> days) {
  return words.text("hours_text", {{"from", time_text(words, from)},
                                   {"to", time_text(words, to)},
                                   {"days", days_text(words, days)}});
}

std::string list_text(const Words& words, std::span<const std::string> items) {
  if (items.size() < 2) return series_text(words, items);
  return words.text("list_last", {{"list", series_text(words, items.first(items.size() - 1))},
                                  {"item", items.back()}});
}

std::string series_text(const Words& words, std::span<const std::string> items) {
  std::string text;
  for (const std::string& item : items) {
    text = text.empty() ? item : words.text("list_more", {{"list", text}, {"item", item}});
  }
  return text;
}

std::string number_text(const Words& words, double value, std::uint8_t decimals) {
  return grouped_number(value, decimals, number_part(words, "number_group", ","),
                        number_part(words, "number_point", "."));
}

std::string percent_text(const Words& words, double value, std::uint8_t decimals) {
  const std::string number = number_text(words, value, decimals);
  return words.has("percent") ? words.text("percent", {{"n", number}}) : number + "%";
}

}  // namespace signpost
