#include "privacy/birth_dates.h"

#include <algorithm>
#include <iterator>

#include "base/english.h"
#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestMonth = 9;  // "September"

bool is_day_figure(char c) { return c >= '0' && c <= '9'; }
bool is_month_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t skip_figures(std::string_view text, std::size_t i) {
  while (i < text.size() && is_day_figure(text[i])) ++i;
  return i;
}

int number_at(std::string_view text, std::size_t begin, std::size_t end) {
  int number = 0;
  for (std::size_t i = begin; i < end && i < begin + 4; ++i) number = number * 10 + (text[i] - '0');
  return number;
}

// Whether it is a month's name or the first three or four letters of one.
bool is_month(std::string_view word) {
  return english_month_by_beginning(ascii_lower(word)).has_value();
}

bool is_recent_year(std::string_view text, std::size_t begin, std::size_t end) {
  const int year = number_at(text, begin, end);
  return end == begin + 4 && year >= 1900 && year < 2100;
}

// "12/03/2015", "12.3.15", "2015-03-12"; with spaces only where the year is whole.
std::size_t end_of_figures(std::string_view text, std::size_t i, std::size_t first_end) {
  const char separator = text[first_end];
  std::size_t second = first_end + 1;
  if (separator != ' ' && second < text.size() && text[second] == ' ') ++second;
  const std::size_t second_end = skip_figures(text, second);
  if (second_end == second || second_end - second > 2 || second_end >= text.size()) return 0;
  if (text[second_end] != separator) return 0;
  std::size_t third = second_end + 1;
  if (separator != ' ' && third < text.size() && text[third] == ' ') ++third;
  const std::size_t end = skip_figures(text, third);
  const std::size_t first_size = first_end - i;
  if (first_size == 4)
    return is_recent_year(text, i, first_end) && end > third && end - third <= 2 ? end : 0;
  const bool is_day = first_size <= 2 && number_at(text, i, first_end) <= 31 &&
                      number_at(text, second, second_end) <= 31;
  if (!is_day) return 0;
  if (is_recent_year(text, third, end)) return end;
  return separator != ' ' && end == third + 2 ? end : 0;
}

// Skips " of", ordinals, commas and one space between day, month and year.
std::size_t skip_link(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with(", ")) ++at;
  if (at < text.size() && (text[at] == ' ' || text[at] == '-' || text[at] == '.')) ++at;
  if (text.substr(at).starts_with("of ")) at += 3;
  return at;
}

std::size_t skip_ordinal(std::string_view text, std::size_t at) {
  static constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th"};
  return std::ranges::find(kOrdinals, text.substr(at, 2)) != std::end(kOrdinals) ? at + 2 : at;
}

std::size_t skip_letters(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && is_month_letter(text[at]) && at - begin <= kLongestMonth) ++at;
  return at;
}

}  // namespace

std::size_t date_end(std::string_view text, std::size_t i) {
  const std::size_t first_end = skip_figures(text, i);
  if (first_end == i || first_end - i > 4 || first_end >= text.size()) return 0;
  const char separator = text[first_end];
  if (separator == '/' || separator == '.' || separator == '-' || separator == ' ') {
    const std::size_t end = end_of_figures(text, i, first_end);
    if (end > 0) return end;
  }
  if (first_end - i > 2) return 0;
  const std::size_t month = skip_link(text, skip_ordinal(text, first_end));
  const std::size_t month_end = skip_letters(text, month);
  if (!is_month(text.substr(month, month_end - month))) return 0;
  const std::size_t year = skip_link(text, month_end);
  const std::size_t end = skip_figures(text, year);
  return is_recent_year(text, year, end) ? end : 0;
}

std::size_t month_first_date(std::string_view text, std::size_t i, std::size_t& end) {
  if (i < 4 || text[i - 1] != ' ') return i;
  std::size_t month = i - 1;
  while (month > 0 && is_month_letter(text[month - 1]) && i - month <= kLongestMonth) --month;
  if (!is_month(text.substr(month, i - 1 - month))) return i;
  const std::size_t day_end = skip_figures(text, i);
  const std::size_t year = skip_link(text, skip_ordinal(text, day_end));
  const std::size_t year_end = skip_figures(text, year);
  if (day_end - i > 2 || year == day_end || !is_recent_year(text, year, year_end)) return i;
  end = year_end;
  return month;
}

bool is_long_ago(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr int kFirstYear = 1935;
  const std::size_t first_end = skip_figures(text, begin);
  if (first_end == begin + 4) return number_at(text, begin, first_end) < kFirstYear;
  const bool is_whole = end >= begin + 4 && skip_figures(text, end - 4) == end;
  return is_whole && number_at(text, end - 4, end) < kFirstYear;
}

bool is_intake_day(std::string_view text, std::size_t i) {
  const std::string date = ascii_lower(text.substr(i, 16));
  static constexpr std::string_view kDays[] = {
      "1 september",  "1st september", "1st of september", "31 august", "31st august",
      "31st of augu", "1/9/",          "01/09/",           "31/8/",     "31/08/",
      "01.09.",       "31.08.",        "1 sept",           "31 aug"};
  return std::ranges::any_of(kDays, [&](std::string_view day) { return date.starts_with(day); });
}

}  // namespace signpost
