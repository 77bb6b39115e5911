#include "privacy/birth_dates.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/english.h"
#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestMonth = 12;  // "pazdziernika"
constexpr int kFirstBirthYear = 1935;      // no client was born before
constexpr std::size_t kWordedReach = 48;   // bytes of "twenty-first of September in " before a year

// Months in the languages that families of such services write (CLDR), without marks on letters;
// those that are as in English are left out.
constexpr auto kForeignMonths = std::to_array<std::string_view>({
    // clang-format off
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre",
    "januar", "februar", "marz", "juni", "juli", "oktober", "dezember",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
    "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre",
    "dicembre",
    "janeiro", "fevereiro", "marco", "maio", "junho", "julho", "setembro", "outubro", "novembro",
    "dezembro",
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "wrzesnia",
    "pazdziernika", "listopada", "grudnia",
    "ianuarie", "februarie", "martie", "aprilie", "iunie", "iulie", "septembrie", "octombrie",
    "noiembrie", "decembrie",
    "ionawr", "chwefror", "mawrth", "ebrill", "mehefin", "gorffennaf", "awst", "medi", "hydref",
    "tachwedd", "rhagfyr",
    "ocak", "subat", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim", "kasim",
    "aralik"
    // clang-format on
});
constexpr auto kRomanMonths = std::to_array<std::string_view>(
    {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"});
constexpr auto kOrdinals = std::to_array<std::string_view>(
    {"first",      "second",     "third",     "fourth",    "fifth",       "sixth",
     "seventh",    "eighth",     "ninth",     "tenth",     "eleventh",    "twelfth",
     "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
     "nineteenth", "twentieth",  "thirtieth"});

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
  const std::string lower = ascii_lower(word);
  return english_month_by_beginning(lower).has_value() ||
         std::ranges::find(kForeignMonths, lower) != kForeignMonths.end();
}

// "4/vii/2014"
bool is_roman_month(std::string_view text, std::size_t begin, std::size_t end) {
  const bool is_apart = begin > 0 && std::string_view("/.-").find(text[begin - 1]) != text.npos;
  return is_apart &&
         std::ranges::find(kRomanMonths, ascii_lower(text.substr(begin, end - begin))) !=
             kRomanMonths.end();
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

// Skips " of", ordinals, commas, an apostrophe and one space between day, month and year.
std::size_t skip_link(std::string_view text, std::size_t at) {
  static constexpr std::string_view kLinks[] = {"of ", "in the year ", "in ", "de ", "del ",
                                                "'",   "\u2019"};
  if (text.substr(std::min(at, text.size())).starts_with(", ")) ++at;
  if (at < text.size() && std::string_view(" -./").find(text[at]) != text.npos) ++at;
  if (at < text.size() && text[at] == ' ') ++at;
  for (const std::string_view link : kLinks) {
    if (at < text.size() && text.substr(at).starts_with(link)) return at + link.size();
  }
  return at;
}

// The end of the year at `at` behind a month that is written in letters, or 0. One of two figures
// stands behind a stroke or an apostrophe, or nothing goes on behind it: "4-Jul-14", "4 July 14."
std::size_t end_of_year(std::string_view text, std::size_t at) {
  const std::size_t end = skip_figures(text, at);
  if (is_recent_year(text, at, end)) return end;
  if (end != at + 2 || at == 0) return 0;
  const bool goes_on =
      end < text.size() && (text[end] == ' ' || text[end] == ':' || is_month_letter(text[end]));
  const bool is_joined = text[at - 1] != ' ';
  return is_joined || !goes_on ? end : 0;
}

std::size_t skip_ordinal(std::string_view text, std::size_t at) {
  static constexpr std::string_view kEndings[] = {"st", "nd", "rd", "th"};
  return std::ranges::find(kEndings, text.substr(at, 2)) != std::end(kEndings) ? at + 2 : at;
}

std::size_t skip_letters(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && is_month_letter(text[at]) && at - begin <= kLongestMonth) ++at;
  return at;
}

// Takes the last word off the text, with what stands between it and the end.
std::string_view take_last_word(std::string_view& text) {
  while (!text.empty() && !is_month_letter(text.back())) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && is_month_letter(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin);
  text.remove_suffix(word.size());
  return word;
}

bool is_day_and_month(int day, int month) {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

bool is_birth_year(int year) { return year >= kFirstBirthYear && year < 2100; }

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
  if (!is_month(text.substr(month, month_end - month)) && !is_roman_month(text, month, month_end)) {
    return 0;
  }
  return end_of_year(text, skip_link(text, month_end));
}

std::size_t month_first_date(std::string_view text, std::size_t i, std::size_t& end) {
  if (i < 4 || text[i - 1] != ' ') return i;
  std::size_t month = i - 1;
  while (month > 0 && is_month_letter(text[month - 1]) && i - month <= kLongestMonth) --month;
  if (!is_month(text.substr(month, i - 1 - month))) return i;
  const std::size_t day_end = skip_figures(text, i);
  const std::size_t year = skip_link(text, skip_ordinal(text, day_end));
  if (day_end - i > 2 || year == day_end || year >= text.size()) return i;
  const std::size_t year_end = skip_figures(text, year);
  if (!is_recent_year(text, year, year_end)) return i;
  end = year_end;
  return month;
}

std::size_t worded_date(std::string_view text, std::size_t i, std::size_t& end) {
  const std::size_t year_end = skip_figures(text, i);
  if (!is_recent_year(text, i, year_end)) return i;
  const std::size_t from = i > kWordedReach ? i - kWordedReach : 0;
  std::string_view before = text.substr(from, i - from);
  std::string_view word = take_last_word(before);
  if (ascii_lower(word) == "in") word = take_last_word(before);
  if (!is_month(word)) return i;
  word = take_last_word(before);
  if (ascii_lower(word) == "of") word = take_last_word(before);
  if (std::ranges::find(kOrdinals, ascii_lower(word)) == kOrdinals.end()) return i;
  end = year_end;
  return from + before.size();
}

std::size_t bare_date_end(std::string_view text, std::size_t i) {
  constexpr int kFirstSerial = 20'000, kLastSerial = 50'000;  // 3 October 1954, 21 November 2036
  const std::size_t end = skip_figures(text, i);
  const auto part = [&](std::size_t at, std::size_t size) {
    return number_at(text, i + at, i + at + size);
  };
  const bool is_apart = (i == 0 || !is_month_letter(text[i - 1])) &&
                        (end == text.size() || !is_month_letter(text[end]));
  if (!is_apart) return 0;
  if (end - i == 8) {
    const bool is_date = (is_birth_year(part(0, 4)) && is_day_and_month(part(6, 2), part(4, 2))) ||
                         (is_birth_year(part(4, 4)) && (is_day_and_month(part(0, 2), part(2, 2)) ||
                                                        is_day_and_month(part(2, 2), part(0, 2))));
    return is_date ? end : 0;
  }
  if (end - i == 6) {
    const bool is_date = is_day_and_month(part(0, 2), part(2, 2)) ||
                         is_day_and_month(part(4, 2), part(2, 2)) ||
                         is_day_and_month(part(2, 2), part(0, 2));
    return is_date ? end : 0;
  }
  if (end - i == 5) {
    const int serial = part(0, 4) * 10 + (text[end - 1] - '0');
    return serial >= kFirstSerial && serial <= kLastSerial ? end : 0;
  }
  // "4 7 14"
  if (end - i > 2 || end >= text.size() || text[end] != ' ') return 0;
  const std::size_t month_end = skip_figures(text, end + 1);
  if (month_end == end + 1 || month_end >= text.size() || text[month_end] != ' ') return 0;
  const std::size_t year_end = skip_figures(text, month_end + 1);
  const bool is_date = is_day_and_month(part(0, end - i), number_at(text, end + 1, month_end)) &&
                       year_end == month_end + 3;
  return is_date ? year_end : 0;
}

bool is_long_ago(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t first_end = skip_figures(text, begin);
  if (first_end == begin + 4 && first_end < end)
    return number_at(text, begin, first_end) < kFirstBirthYear;
  const bool is_whole = end >= begin + 4 && skip_figures(text, end - 4) == end;
  return is_whole && number_at(text, end - 4, end) < kFirstBirthYear;
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
