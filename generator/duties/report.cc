#include "duties/report.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kStateWidth = 9;
constexpr std::size_t kWhatWidth = 29;
constexpr std::size_t kNextWidth = 38;  // with two gaps of two: 80

// Lines of at most `width` characters; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines = {""};
  for (const std::string_view word : split(text, ' ')) {
    const std::size_t length = count_code_points(lines.back());
    if (length > 0 && length + 1 + count_code_points(word) > width) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t length = count_code_points(text);
  return text + std::string(length < width ? width - length : 0, ' ');
}

// "2026-27", "the review", "the minutes of 10 June 2026": what is missing, as a name.
std::string name_of(const Duty& duty, const DutyMiss& miss) {
  switch (miss.gap) {
    case DutyGap::kReview:
      return "the review";
    case DutyGap::kMeeting:
      return fmt::format("the {} of {}", duty.needs == MeetingNeed::kPapers ? "papers" : "minutes",
                         miss.what_for);
    case DutyGap::kMeetings:
      return parse_year_label(miss.what_for)
                 ? fmt::format("{} meetings in {}", duty.per_year, miss.what_for)
                 : fmt::format("a meeting in {}", miss.what_for);
    default:
      return miss.what_for;
  }
}

// "Overdue since 31 July 2026: 2025-26."
std::string missed_text(const Duty& duty, const DutyMiss& miss) {
  const std::string due = miss.due ? long_date(*miss.due) : "";
  switch (miss.gap) {
    case DutyGap::kPage:
      return miss.due ? fmt::format("There is no page yet. It was due by {}.", due)
                      : "There is no page yet.";
    case DutyGap::kDate:
      return "The page does not say when it was approved, reviewed or published.";
    case DutyGap::kCalendar:
      return fmt::format("The last one was {}: add more.", due);
    case DutyGap::kPart:
      return miss.what_for.empty() ? fmt::format("The page has no {}.", miss.lacks)
                                   : fmt::format("Overdue since {}: {}. Its page has no {}.", due,
                                                 miss.what_for, miss.lacks);
    default:
      return fmt::format("Overdue since {}: {}.", due, name_of(duty, miss));
  }
}

// "Next: 2026-27, by 31 July 2027 (in 16 days)."
std::string next_text(const DutyLine& line, Date today) {
  const DutyMiss& next = line.status.next;
  if (!next.due) return "";
  std::string name = name_of(line.duty, next);
  if (!name.empty()) name += ", ";
  const std::string left =
      line.status.is_next_near ? fmt::format(" ({})", in_days(days_until(*next.due, today))) : "";
  if (next.gap == DutyGap::kCalendar) {
    return fmt::format("The last one is {}{}: add more.", long_date(*next.due), left);
  }
  const std::string lack =
      next.gap == DutyGap::kPart ? fmt::format(" Its page has no {}.", next.lacks) : "";
  return fmt::format("Next: {}by {}{}.{}", name, long_date(*next.due), left, lack);
}

// "Last published: 2024-25."
std::string last_text(const DutyLine& line) {
  const DutyStatus& status = line.status;
  if (!status.met_for.empty()) {
    return fmt::format("Last {}: {}.", line.is_event ? "held" : "published", status.met_for);
  }
  if (!status.met_on) return "";
  const bool is_of_meeting = line.duty.frequency == Frequency::kEachMeeting;
  return fmt::format("{} {}.", is_of_meeting ? "There for the meeting on" : "Dated",
                     long_date(*status.met_on));
}

// What the last column says, in sentences.
std::string stand_text(const DutyLine& line, Date today) {
  const DutyStatus& status = line.status;
  std::vector<std::string> sentences;
  const auto add = [&](std::string sentence) {
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
  };
  if (status.state == DutyState::kNever && status.missed.front().gap != DutyGap::kPage) {
    add("Nothing is there yet.");
  }
  add(last_text(line));
  for (const DutyMiss& miss : status.missed) add(missed_text(line.duty, miss));
  if (status.state == DutyState::kNotKnown) {
    add("Not known: site-config.yaml has no term for today.");
  }
  add(next_text(line, today));
  if (status.planned_on) add(fmt::format("Planned: {}.", long_date(*status.planned_on)));
  if (sentences.empty()) add("Nothing is there yet.");
  return fmt::format("{}", fmt::join(sentences, " "));
}

// The most urgent first.
std::size_t urgency(DutyState state) {
  using enum DutyState;
  static constexpr std::array kOrder = {kOverdue, kNever, kDue, kNotKnown, kNotYet, kMet};
  return static_cast<std::size_t>(std::ranges::find(kOrder, state) - kOrder.begin());
}

void append_row(std::string_view state, const std::string& what, const std::string& next,
                std::string& out) {
  const std::vector<std::string> left = wrapped(what, kWhatWidth);
  const std::vector<std::string> right = wrapped(next, kNextWidth);
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    const std::string first = padded(i == 0 ? std::string(state) : "", kStateWidth);
    const std::string second = padded(i < left.size() ? left[i] : "", kWhatWidth);
    std::string row = fmt::format("{}  {}  {}", first, second, i < right.size() ? right[i] : "");
    row.erase(row.find_last_not_of(' ') + 1);
    out += row + "\n";
  }
}

// The state as a person would say it.
std::string_view plain_state(DutyState state) {
  if (state == DutyState::kNotYet) return "not yet";
  return state == DutyState::kNotKnown ? "not known" : state_name(state);
}

std::string totals(std::span<const DutyLine> lines) {
  using enum DutyState;
  std::string text = fmt::format("{} {}:", lines.size(), lines.size() == 1 ? "duty" : "duties");
  for (const DutyState state : {kMet, kDue, kOverdue, kNever, kNotKnown, kNotYet}) {
    const auto count = std::ranges::count_if(
        lines, [&](const DutyLine& line) { return line.status.state == state; });
    if (state == kNotKnown && count == 0) continue;
    text += fmt::format("{} {} {}", state == kMet ? "" : ",", count,
                        state == kNotYet ? "not yet due" : plain_state(state));
  }
  return text + "\n";
}

std::string_view gap_name(DutyGap gap) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "", "page", "date", "review", "period", "meeting", "meetings", "part", "calendar"};
  return kNames[static_cast<std::size_t>(gap)];
}

// "no meeting in Autumn term 2026", "fewer than 4 meetings in 2026-27".
std::string no_meetings(const Duty& duty, const DutyMiss& miss) {
  if (!parse_year_label(miss.what_for)) return fmt::format("no meeting in {}", miss.what_for);
  return fmt::format("fewer than {} meetings in {}", duty.per_year, miss.what_for);
}

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json date_or_null(const std::optional<Date>& date) { return date ? Json(iso_date(*date)) : Json(); }

Json days_or_null(const std::optional<Date>& due, Date today) {
  return due ? Json(days_until(*due, today)) : Json();
}

Json missed_json(const DutyLine& line, Date today) {
  Json all = Json::array();
  for (std::size_t i = 0; i < line.status.missed.size(); ++i) {
    const DutyMiss& miss = line.status.missed[i];
    all.push_back({{"for", text_or_null(miss.what_for)},
                   {"due", date_or_null(miss.due)},
                   {"days", days_or_null(miss.due, today)},
                   {"gap", gap_name(miss.gap)},
                   {"lacks", text_or_null(miss.lacks)},
                   {"page", text_or_null(line.missed_pages[i])}});
  }
  return all;
}

Json json_line(const DutyLine& line, Date today) {
  const DutyStatus& status = line.status;
  const DutyMiss& first = status.missed.empty() ? status.next : status.missed.front();
  const bool is_open = !status.missed.empty() || status.is_next_near;
  const auto count = [&](std::uint32_t number) {
    return line.duty.per_year > 0 ? Json(number) : Json();
  };
  Json json;
  json["id"] = line.duty.id;
  json["what"] = line.duty.what;
  json["clause"] = text_or_null(line.duty.clause);
  json["frequency"] = frequency_name(line.duty.frequency);
  json["must"] = line.duty.must;
  json["state"] = state_name(status.state);
  json["due"] = date_or_null(first.due);
  json["days"] = days_or_null(first.due, today);
  json["for"] = text_or_null(first.what_for);
  json["gap"] = is_open ? text_or_null(gap_name(first.gap)) : Json();
  json["missed"] = missed_json(line, today);
  json["planned_on"] = date_or_null(status.planned_on);
  json["page"] = nullptr;
  if (!line.page_url.empty()) {
    json["page"] = {{"title", line.page_title},
                    {"url", line.page_url},
                    {"date", date_or_null(status.met_on)},
                    {"for", text_or_null(status.met_for)}};
  }
  json["held"] = count(status.held);
  json["planned"] = count(status.planned);
  json["per_year"] = count(line.duty.per_year);
  return json;
}

}  // namespace

std::vector<DutyLine> duty_lines(const Site& site, std::span<const DutyStatus> statuses) {
  const auto path_of = [&](const DutyMiss& miss) {
    if (miss.page == kNoDutyPage) return std::string();
    return std::string(path_in_content(site.pages[miss.page].source_path));
  };
  std::vector<DutyLine> lines;
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    const Duty& duty = site.config->duties[i];
    const bool reaches_far =
        duty.frequency == Frequency::kSettings && statuses[i].state == DutyState::kMet;
    if (reaches_far) continue;
    DutyLine line{duty, statuses[i], "", "", false, {}, path_of(statuses[i].next)};
    for (const DutyMiss& miss : line.status.missed) line.missed_pages.push_back(path_of(miss));
    if (line.status.page != kNoDutyPage) {
      line.page_title = site.pages[line.status.page].title;
      line.page_url = site.pages[line.status.page].url;
      line.is_event = is_kind(site.pages[line.status.page], "meeting") ||
                      is_kind(site.pages[line.status.page], "workshop");
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string gap_text(const DutyLine& line, const DutyMiss& miss, Date today) {
  const Duty& duty = line.duty;
  const std::string day = miss.due ? long_date(*miss.due) : "";
  const bool is_past = miss.due && *miss.due < today;
  const std::string is_due = fmt::format("{} due on {}", is_past ? "was" : "is", day);
  const std::string last =
      line.status.met_for.empty()
          ? ""
          : fmt::format("; last {}: {}", line.is_event ? "held" : "published", line.status.met_for);
  switch (miss.gap) {
    case DutyGap::kPage:
      return miss.due ? fmt::format("there is no page for \"{}\", which {}", duty.what, is_due)
                      : fmt::format("there is no page for \"{}\"", duty.what);
    case DutyGap::kDate:
      return fmt::format("the page for \"{}\" has no day on which it was approved or published",
                         duty.what);
    case DutyGap::kReview:
      return fmt::format("the next review of \"{}\" {}", duty.what, is_due);
    case DutyGap::kPeriod:
      return fmt::format("\"{}\" for {} {}{}", duty.what, miss.what_for, is_due, last);
    case DutyGap::kPart:
      return miss.what_for.empty()
                 ? fmt::format("the page for \"{}\" has no {}", duty.what, miss.lacks)
                 : fmt::format("\"{}\" for {} {}, and its page has no {}", duty.what, miss.what_for,
                               is_due, miss.lacks);
    case DutyGap::kMeeting:
      return fmt::format("\"{}\": {} of the meeting on {} {} due on {}", duty.what,
                         duty.needs == MeetingNeed::kPapers ? "the papers" : "the minutes",
                         miss.what_for, is_past ? "were" : "are", day);
    case DutyGap::kMeetings:
      return fmt::format("\"{}\": {}, due by {}", duty.what, no_meetings(duty, miss), day);
    case DutyGap::kCalendar:
      return fmt::format("{} end on {}", duty.what, day);
    case DutyGap::kNone:
      break;
  }
  return "";
}

std::string duties_text(std::span<const DutyLine> lines, Date today) {
  std::vector<const DutyLine*> sorted;
  for (const DutyLine& line : lines) sorted.push_back(&line);
  std::ranges::stable_sort(sorted, {},
                           [](const DutyLine* line) { return urgency(line->status.state); });
  std::string out;
  append_row("state", "duty", "how it stands", out);
  for (const DutyLine* line : sorted) {
    const DutyState state = line->status.state;
    std::string what = line->duty.what;
    if (!line->duty.must) what += " (recommended)";
    append_row(plain_state(state), what, stand_text(*line, today), out);
  }
  return out + "\n" + totals(lines);
}

std::string duties_json(std::span<const DutyLine> lines, Date today) {
  Json json;
  json["date"] = iso_date(today);
  json["duties"] = Json::array();
  for (const DutyLine& line : lines) json["duties"].push_back(json_line(line, today));
  return json.dump(2) + "\n";
}

}  // namespace signpost
