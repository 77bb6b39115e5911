#include "config/duties.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::array<std::string_view, 8> kFrequencies = {
    "on_change", "each_meeting",         "termly",    "each_term_workshop",
    "annual",    "financial_year_start", "quarterly", "settings"};
constexpr std::span kFrequenciesToWrite(kFrequencies.data(), kFrequencies.size() - 1);

std::optional<Frequency> read_frequency(const YamlMap& map) {
  const std::string text = map.required_text("frequency");
  if (text.empty()) return std::nullopt;
  const auto found = std::ranges::find(kFrequenciesToWrite, text);
  if (found != kFrequenciesToWrite.end()) return Frequency(found - kFrequenciesToWrite.begin());
  map.wrong("frequency", fmt::format("there is no frequency \"{}\"", text),
            did_you_mean_one_of(text, kFrequenciesToWrite));
  return std::nullopt;
}

// A page of the site or a pattern of pages, in a folder that the site has.
std::string read_page(const YamlMap& map, const std::vector<std::string>& folders) {
  std::string page = map.required_text("page");
  if (page.empty()) return page;
  if (!page.ends_with(".md")) {
    map.wrong("page", fmt::format("\"{}\" is not the file of a page", page),
              "write its path below content/, such as reports/*.md");
    return "";
  }
  const std::size_t slash = page.find('/');
  if (slash == page.npos) return page;
  const std::string folder = page.substr(0, slash);
  std::vector<std::string_view> known;
  known.reserve(folders.size());
  for (const std::string& path : folders) known.push_back(split(path, '/').front());
  if (std::ranges::find(known, folder) != known.end()) return page;
  map.wrong("page", fmt::format("folders: has no \"{}\"", folder),
            did_you_mean_one_of(folder, known));
  return "";
}

// "07-31", a day that every year has.
std::optional<std::chrono::month_day> read_by(const YamlMap& map) {
  const std::string text = map.text("by");
  if (text.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(fmt::format("2001-{}", text));
  if (date) return std::chrono::month_day(date->month(), date->day());
  map.wrong("by", fmt::format("\"{}\" is not a day of the year", text),
            "write the month and the day, in quotes: \"07-31\"");
  return std::nullopt;
}

MeetingNeed read_needs(const YamlMap& map) {
  static constexpr std::string_view kNeeds[] = {"papers", "minutes"};
  const std::string text = map.text("needs");
  if (!text.empty() && text != kNeeds[0] && text != kNeeds[1]) {
    map.wrong("needs", fmt::format("a meeting does not need \"{}\"", text),
              did_you_mean_one_of(text, kNeeds));
  }
  return text == kNeeds[1] ? MeetingNeed::kMinutes : MeetingNeed::kPapers;
}

// The keys that only some frequencies have.
void check_keys(const Duty& duty, const YamlMap& map) {
  using enum Frequency;
  struct Row {
    std::string_view key;
    std::vector<Frequency> fit;
  };
  static const Row kRows[] = {
      {"per_year", {kEachMeeting}},
      {"needs", {kEachMeeting}},
      {"by", {kAnnual, kFinancialYearStart}},
      {"within_days",
       {kEachMeeting, kTermly, kEachTermWorkshop, kAnnual, kFinancialYearStart, kQuarterly}},
      {"sections", {kOnChange, kTermly, kAnnual, kFinancialYearStart, kQuarterly}},
      {"tables", {kOnChange, kTermly, kAnnual, kFinancialYearStart, kQuarterly}},
      {"settled", {kTermly, kEachTermWorkshop, kAnnual, kFinancialYearStart, kQuarterly}},
  };
  for (const Row& row : kRows) {
    if (map.find(row.key) == nullptr || std::ranges::find(row.fit, duty.frequency) != row.fit.end())
      continue;
    map.wrong(
        row.key,
        fmt::format("a duty that is {} has no \"{}\"", frequency_name(duty.frequency), row.key),
        "take it out, or change the frequency");
  }
  if (duty.by && duty.within_days) {
    map.wrong("within_days", fmt::format("\"{}\" is due by a day and within days", duty.id),
              "keep \"by\" or \"within_days\"");
  }
}

// What is missed for good: a list of {period, reason}.
std::vector<std::string> read_settled(const YamlMap& duty, const YamlMapSource& source,
                                      Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"period", "reason"};
  std::vector<std::string> settled;
  for (const YamlNode& item : duty.list("settled")) {
    const YamlMap map(item, "a settled period", source, kKeys, diagnostics);
    std::string period = map.required_text("period");
    if (!map.required_text("reason").empty()) settled.push_back(std::move(period));
  }
  return settled;
}

bool names_quarter(std::string_view period) {
  constexpr std::string_view kBegin = "Quarter ", kMiddle = " of ";
  if (!period.starts_with(kBegin) || period.size() < kBegin.size() + 1) return false;
  const char number = period[kBegin.size()];
  const std::string_view rest = period.substr(kBegin.size() + 1);
  return number >= '1' && number <= '4' && rest.starts_with(kMiddle) &&
         parse_year_label(rest.substr(kMiddle.size())).has_value();
}

// Reports what is settled and is no period of such a duty.
void check_settled(const Duty& duty, const Calendar& calendar, const YamlMap& map) {
  std::vector<std::string_view> terms;
  for (const SchoolTerm& term : calendar.terms) terms.emplace_back(term.name.text);
  for (const std::string& period : duty.settled) {
    if (goes_by_terms(duty)) {
      if (std::ranges::find(terms, period) != terms.end()) continue;
      map.wrong("settled", fmt::format("the calendar has no term \"{}\"", period),
                did_you_mean_one_of(period, terms));
    } else if (duty.frequency == Frequency::kQuarterly) {
      if (names_quarter(period)) continue;
      map.wrong("settled", fmt::format("\"{}\" is no quarter of a year", period),
                "write it like this: Quarter 2 of 2026-27");
    } else if (!parse_year_label(period)) {
      map.wrong("settled", fmt::format("\"{}\" is no year", period), "write it like this: 2026-27");
    }
  }
}

std::optional<Duty> read_duty(const YamlNode& item, const std::vector<std::string>& folders,
                              const Calendar& calendar, const YamlMapSource& source,
                              Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {
      "id",   "what",     "clause", "frequency",   "page", "sections", "tables",
      "must", "per_year", "needs",  "within_days", "by",   "starts",   "settled"};
  const YamlMap map(item, "a duty", source, kKeys, diagnostics);
  Duty duty;
  duty.id = map.required_text("id");
  duty.what = map.required_text("what");
  duty.clause = map.required_text("clause");
  const std::optional<Frequency> frequency = read_frequency(map);
  duty.page = read_page(map, folders);
  duty.must = map.find("must") == nullptr || map.yes_or_no("must");
  duty.sections = map.texts("sections");
  duty.tables = map.texts("tables");
  const std::string per_year = map.number("per_year");
  if (!per_year.empty()) duty.per_year = static_cast<std::uint32_t>(std::stoul(per_year));
  duty.needs = read_needs(map);
  const std::string days = map.number("within_days");
  if (!days.empty()) duty.within_days = static_cast<std::uint32_t>(std::stoul(days));
  duty.by = read_by(map);
  duty.starts = map.date("starts");
  duty.settled = read_settled(map, source, diagnostics);
  duty.place = {std::string(source.path), item.line, item.column, 0};
  if (!frequency || duty.id.empty() || duty.what.empty() || duty.page.empty()) return std::nullopt;
  duty.frequency = *frequency;
  check_keys(duty, map);
  check_settled(duty, calendar, map);
  return duty;
}

}  // namespace

bool goes_by_terms(const Duty& duty) {
  return duty.frequency == Frequency::kTermly || duty.frequency == Frequency::kEachTermWorkshop;
}

Duty settings_duty(std::string id, std::string what, Date reaches, Place place) {
  Duty duty;
  duty.id = std::move(id);
  duty.what = std::move(what);
  duty.frequency = Frequency::kSettings;
  duty.reaches = reaches;
  duty.place = std::move(place);
  return duty;
}

std::string_view frequency_name(Frequency frequency) {
  return kFrequencies[static_cast<std::size_t>(frequency)];
}

std::vector<Duty> read_duties(const YamlMap& root, const std::vector<std::string>& folders,
                              const Calendar& calendar, const YamlMapSource& source,
                              Diagnostics& diagnostics) {
  std::vector<Duty> duties;
  for (const YamlNode& item : root.list("duties")) {
    std::optional<Duty> duty = read_duty(item, folders, calendar, source, diagnostics);
    if (!duty) continue;
    const std::string_view rule = source.rules.type;
    const auto same = [&](const Duty& other) { return other.id == duty->id; };
    if (std::ranges::any_of(duties, same)) {
      diagnostics.add(rule, duty->place, fmt::format("the duty \"{}\" is there twice", duty->id),
                      "give each duty an id of its own");
      continue;
    }
    if (goes_by_terms(*duty) && calendar.terms.empty()) {
      diagnostics.add(
          rule, duty->place,
          fmt::format("the duty \"{}\" goes by school terms, and there are none", duty->id),
          "put the terms under calendar:");
      continue;
    }
    duties.push_back(std::move(*duty));
  }
  return duties;
}

}  // namespace signpost
