#include "duties/report.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kStateWidth = 9;
constexpr std::size_t kWhatWidth = 38;
constexpr std::size_t kNextWidth = 29;  // with two gaps of two: 80

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

// What the last column says: the next day, and of which year or term.
std::string next_text(const DutyLine& line, Date today) {
  const DutyStatus& status = line.status;
  if (!status.due) return status.state == DutyState::kMet ? "no day set" : "no page yet";
  const bool has_name = !status.what_for.empty() && status.what_for != long_date(*status.due);
  const std::string name = has_name ? status.what_for + ": " : "";
  const std::string day = name + long_date(*status.due);
  const bool is_near = status.state == DutyState::kDue || status.state == DutyState::kOverdue;
  return is_near ? fmt::format("{}, {}", day, in_days(days_until(*status.due, today))) : day;
}

// The most urgent first.
std::size_t urgency(DutyState state) {
  using enum DutyState;
  static constexpr std::array kOrder = {kOverdue, kNever, kDue, kNotYet, kMet};
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

std::string totals(std::span<const DutyLine> lines) {
  using enum DutyState;
  std::string text = fmt::format("{} {}:", lines.size(), lines.size() == 1 ? "duty" : "duties");
  for (const DutyState state : {kMet, kDue, kOverdue, kNever, kNotYet}) {
    const auto count = std::ranges::count_if(
        lines, [&](const DutyLine& line) { return line.status.state == state; });
    text += fmt::format("{} {} {}", state == kMet ? "" : ",", count,
                        state == kNotYet ? "not yet due" : state_name(state));
  }
  return text + "\n";
}

std::string_view gap_name(DutyGap gap) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "", "page", "date", "review", "period", "meeting", "meetings"};
  return kNames[static_cast<std::size_t>(gap)];
}

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json date_or_null(const std::optional<Date>& date) { return date ? Json(iso_date(*date)) : Json(); }

Json json_line(const DutyLine& line, Date today) {
  const DutyStatus& status = line.status;
  const auto count = [&](std::uint32_t number) {
    return line.duty.per_year > 0 ? Json(number) : Json();
  };
  Json json;
  json["id"] = line.duty.id;
  json["what"] = line.duty.what;
  json["clause"] = line.duty.clause;
  json["frequency"] = frequency_name(line.duty.frequency);
  json["must"] = line.duty.must;
  json["state"] = state_name(status.state);
  json["due"] = date_or_null(status.due);
  json["days"] = status.due ? Json(days_until(*status.due, today)) : Json();
  json["for"] = text_or_null(status.what_for);
  json["gap"] = text_or_null(gap_name(status.gap));
  json["page"] = nullptr;
  if (!line.page_url.empty()) {
    json["page"] = {
        {"title", line.page_title}, {"url", line.page_url}, {"date", date_or_null(status.met_on)}};
  }
  json["held"] = count(status.held);
  json["planned"] = count(status.planned);
  json["per_year"] = count(line.duty.per_year);
  return json;
}

}  // namespace

std::vector<DutyLine> duty_lines(const Site& site, std::span<const DutyStatus> statuses) {
  std::vector<DutyLine> lines;
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    DutyLine line{site.config->duties[i], statuses[i], "", "", ""};
    if (line.status.page != kNoDutyPage) {
      line.page_title = site.pages[line.status.page].title;
      line.page_url = site.pages[line.status.page].url;
    }
    if (line.status.gap_page != kNoDutyPage) {
      line.gap_page = path_in_content(site.pages[line.status.gap_page].source_path);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string gap_text(const DutyLine& line, Date today) {
  const Duty& duty = line.duty;
  const DutyStatus& status = line.status;
  const std::string day = status.due ? long_date(*status.due) : "";
  const bool is_past = status.due && *status.due < today;
  const std::string is_due = fmt::format("{} due on {}", is_past ? "was" : "is", day);
  switch (status.gap) {
    case DutyGap::kPage:
      return status.due ? fmt::format("there is no page for \"{}\", which {}", duty.what, is_due)
                        : fmt::format("there is no page for \"{}\"", duty.what);
    case DutyGap::kDate:
      return fmt::format("the page for \"{}\" has no day on which it was approved or published",
                         duty.what);
    case DutyGap::kReview:
      return fmt::format("the next review of \"{}\" {}", duty.what, is_due);
    case DutyGap::kPeriod:
      return fmt::format("\"{}\" for {} {}", duty.what, status.what_for, is_due);
    case DutyGap::kMeeting:
      return fmt::format("\"{}\": {} of the meeting on {} {} due on {}", duty.what,
                         duty.needs == MeetingNeed::kPapers ? "the papers" : "the minutes",
                         status.what_for, is_past ? "were" : "are", day);
    case DutyGap::kMeetings:
      return fmt::format("\"{}\": fewer than {} meetings in {}, due by {}", duty.what,
                         duty.per_year, status.what_for, day);
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
  append_row("state", "duty", "next", out);
  for (const DutyLine* line : sorted) {
    const DutyState state = line->status.state;
    std::string what = line->duty.what;
    if (!line->duty.must) what += " (recommended)";
    append_row(state == DutyState::kNotYet ? "not yet" : state_name(state), what,
               next_text(*line, today), out);
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
