#include "privacy/phone_numbers.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>
#include <vector>

#include "base/phone.h"
#include "privacy/birth_dates.h"

namespace signpost {
namespace {

constexpr std::size_t kMostFigures = 15;  // ITU-T E.164, section 6
constexpr std::size_t kMostBetween = 3;   // signs between two figures

bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_between(char c) { return std::string_view(" -.()[]_/").find(c) != std::string_view::npos; }

// Figures that stand together, each with the end of its byte; `groups`: how many in each.
struct FigureRun {
  std::string figures;
  std::vector<std::size_t> ends;
  std::vector<std::size_t> groups;
};

// The figures from `i` on with a few spaces, hyphens, points and brackets between them.
FigureRun read_figures(std::string_view text, std::size_t i) {
  FigureRun run;
  std::size_t between = 1;
  for (; i < text.size() && run.figures.size() <= 2 * kMostFigures; ++i) {
    if (is_figure(text[i])) {
      if (between > 0) run.groups.push_back(0);
      ++run.groups.back();
      run.figures += text[i];
      run.ends.push_back(i + 1);
      between = 0;
    } else if (text[i] == ',' && i + 1 < text.size() && is_figure(text[i + 1])) {
      ++between;
    } else if (!is_between(text[i]) || ++between > kMostBetween) {
      break;
    }
  }
  return run;
}

// Whether a group of figures ends after the first `count`.
bool ends_group(const FigureRun& run, std::size_t count) {
  std::size_t sum = 0;
  for (const std::size_t group : run.groups) {
    sum += group;
    if (sum >= count) return sum == count;
  }
  return false;
}

std::string uk_figures(std::string_view digits, bool international) {
  std::string figures(digits);
  if (figures.starts_with("0044")) {
    figures.erase(0, 4);
    international = true;
  } else if (international && figures.starts_with("44")) {
    figures.erase(0, 2);
  }
  if (international) figures.insert(0, figures.starts_with('0') ? "" : "0");
  const bool is_uk = (figures.size() == 10 || figures.size() == 11) && figures[0] == '0' &&
                     figures[1] != '0' && figures[1] != '4' && figures[1] != '6';
  return is_uk ? figures : "";
}

// Numbers that belong to organisations, not people: 03, 080 and the other charged ranges.
bool is_organisation_phone(std::string_view figures) {
  return figures[1] == '3' || figures[1] == '8' || figures[1] == '9';
}

// Ofcom, "Telephone numbers available for allocation": 01x1, 011x, 01xxx, 02x and 07.
bool has_area_code(std::string_view figures) {
  if (figures.starts_with("07")) return true;
  if (figures.starts_with("02")) return std::string_view("03489").find(figures[2]) != figures.npos;
  return figures.starts_with("01") && figures[2] != '0';
}

// "0 1 2 2 5 3 9 6 0 0 0", "01 22 53 96 00 0", and nothing more: no scale and no row of counts.
bool is_spelt_out(const FigureRun& run) {
  constexpr std::size_t kFigures = 11;
  if (run.figures.size() != kFigures || !has_area_code(run.figures)) return false;
  const std::size_t first = run.groups.front();
  return first <= 2 && std::all_of(run.groups.begin(), run.groups.end() - 1,
                                   [&](std::size_t group) { return group == first; });
}

// "0-2 5-7 8-11" is none: a number begins with three figures or more, or goes on in ones and twos.
bool has_phone_groups(const FigureRun& run) {
  const std::size_t first = run.groups.front();
  if (first >= 3 || run.figures[0] != '0' || is_spelt_out(run)) return true;
  // "0 (114) 273 4567", "0 20 7946 0000"; not "0 10 0 0 10"
  const std::size_t second = run.groups.size() > 1 ? run.groups[1] : 0;
  if (first == 2 && second == 2 && run.figures.starts_with("0044")) return true;
  if (first == 1 && (second > 2 || (second == 2 && run.figures[1] == '2'))) return true;
  const bool is_in_threes = std::all_of(run.groups.begin() + 1, run.groups.end(),
                                        [](std::size_t group) { return group >= 3; });
  return run.figures.starts_with("07") && run.figures.size() == 11 && is_in_threes;
}

// "09.30-10.30": times of day and dates are no phone number.
bool is_time_or_date(std::string_view text, std::size_t i) {
  const auto pair = [&](std::size_t at, int most) {
    return at + 1 < text.size() && is_figure(text[at]) && is_figure(text[at + 1]) &&
           (text[at] - '0') * 10 + (text[at + 1] - '0') <= most;
  };
  const bool is_time = pair(i, 23) && i + 2 < text.size() && text[i + 2] == '.' &&
                       pair(i + 3, 59) &&
                       (i + 5 >= text.size() || (!is_figure(text[i + 5]) && text[i + 5] != '.'));
  const std::size_t date = date_end(text, i);
  const bool goes_on = date > 0 && date + 1 < text.size() && is_between(text[date]) &&
                       is_figure(text[date + 1]) && !is_time;
  return is_time || (date > 0 && !(goes_on && is_spelt_out(read_figures(text, i))));
}

// Whether what stands before the number makes it a part of something longer.
bool is_continued(std::string_view text, std::size_t begin) {
  if (begin == 0) return false;
  const char last = text[begin - 1];
  if (is_figure(last) || last == '#') return true;
  if (is_letter(last)) return text[begin] != '+';
  const bool joins = last == '/' || last == '-' || last == '.' || last == ',' || last == ':' ||
                     last == '_' || last == '=';
  return joins && begin > 1 && is_figure(text[begin - 2]);
}

// The number at the start of the run: all of it, or what is left when other figures follow.
PhoneMatch match_in(const FigureRun& run, std::size_t begin, bool plus) {
  for (const std::size_t size : {run.figures.size(), std::size_t{14}, std::size_t{13},
                                 std::size_t{12}, std::size_t{11}, std::size_t{10}}) {
    if (size > run.figures.size() || !ends_group(run, size)) continue;
    const std::string_view digits = std::string_view(run.figures).substr(0, size);
    std::string figures = uk_figures(digits, plus);
    if (figures.empty() && !plus && size == 12 && digits.starts_with("447")) {
      figures = uk_figures(digits, true);
    }
    if (figures.empty() && plus && !digits.starts_with("44") && digits[0] != '0' && size >= 9 &&
        size <= kMostFigures && size == run.figures.size()) {
      figures = "+" + std::string(digits);
    }
    if (!figures.empty()) return {begin, run.ends[size - 1], std::move(figures)};
  }
  return {};
}

}  // namespace

std::optional<PhoneMatch> find_phone(std::string_view text, std::size_t i) {
  const bool plus = i > 0 && text[i - 1] == '+';
  if (text[i] != '0' && !plus && !text.substr(i).starts_with("44")) return std::nullopt;
  std::size_t begin = plus ? i - 1 : i;
  if (is_continued(text, begin) || is_time_or_date(text, i)) return std::nullopt;
  const FigureRun run = read_figures(text, i);
  if (!has_phone_groups(run)) return std::nullopt;
  // "(0114) 273 4567" and "[0114] 273 4567" begin at the bracket.
  const bool has_bracket = begin > 0 && (text[begin - 1] == '(' || text[begin - 1] == '[');
  if (!plus && has_bracket && run.ends.back() > begin) {
    const char mark = text[begin - 1] == '(' ? ')' : ']';
    const std::size_t closing = text.substr(0, run.ends.back()).find(mark, begin);
    if (closing < run.ends.back()) --begin;
  }
  PhoneMatch match = match_in(run, begin, plus);
  const bool is_cut = match.end < text.size() && is_letter(text[match.end]);
  if (match.figures.empty() || is_cut) return std::nullopt;
  const bool is_public = match.figures[0] == '0' && is_organisation_phone(match.figures);
  if (is_public && !is_drama_phone(match.figures)) return std::nullopt;
  return match;
}

std::string uk_phone_figures(std::string_view text) {
  PhoneNumber number = read_phone(text);
  if (number.mistake.empty()) {
    return number.figures.starts_with('0') ? std::move(number.figures) : "";
  }
  std::size_t i = 0;
  while (i < text.size() && !is_figure(text[i])) ++i;
  if (i == text.size()) return "";
  const FigureRun run = read_figures(text, i);
  return uk_figures(run.figures, i > 0 && text[i - 1] == '+');
}

// Ofcom, "Numbers for drama" (telephone numbers for use in TV and radio).
bool is_drama_phone(std::string_view figures) {
  static constexpr std::string_view kPrefixes[] = {
      "01134960", "01144960", "01154960", "01164960", "01174960", "01184960", "01214960",
      "01314960", "01414960", "01514960", "01614960", "02079460", "01914980", "028964960",
      "02920180", "01632960", "07700900", "08081570", "09098790", "03069990"};
  return figures.size() == 11 &&
         std::ranges::any_of(kPrefixes, [&](std::string_view p) { return figures.starts_with(p); });
}

bool is_mobile_phone(std::string_view figures) { return figures.starts_with("07"); }

}  // namespace signpost
