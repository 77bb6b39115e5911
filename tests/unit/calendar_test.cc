#include "config/calendar.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr YamlMapSource kSource = {"site-config.yaml", kConfigRules, "see the comments"};

struct Loaded {
  Calendar calendar;
  std::vector<std::string> messages;  // "line rule: message | help"
};

Loaded load(const std::string& text) {
  Diagnostics diagnostics;
  const YamlNode root = parse_yaml(text, kSource.path, 1, diagnostics);
  Loaded loaded{read_calendar(root, kSource, diagnostics), {}};
  for (const Diagnostic& d : diagnostics.take_sorted()) {
    loaded.messages.push_back(std::to_string(d.place.line) + " " + d.rule + ": " + d.message +
                              " | " + d.help);
  }
  return loaded;
}

Date day(std::string_view text) { return *parse_date(text); }

TEST(Calendar, KnowsTheYearOfADay) {
  const struct {
    std::string config;
    std::string_view date, year;
  } rows[] = {
      {"", "2026-03-31", "2025-26"},
      {"", "2026-04-01", "2026-27"},
      {"year_starts: \"09-01\"", "2026-08-31", "2025-26"},
      {"year_starts: \"09-01\"", "2026-09-01", "2026-27"},
      {"", "2099-12-31", "2099-00"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(load(row.config).calendar.year_of(day(row.date)), row.year);
}

TEST(Calendar, KnowsTheDaysOfAYear) {
  const auto text = [](const std::string& config, std::string_view label) {
    const std::optional<Period> period = load(config).calendar.year_period(label);
    return period ? period_text(*period) : "none";
  };
  EXPECT_EQ(text("", "2026-27"), "1 April 2026 to 31 March 2027");
  EXPECT_EQ(text("year_starts: \"09-01\"", "2017-18"), "1 September 2017 to 31 August 2018");
  for (const char* wrong : {"2026-28", "2026", "2026-7", "2026/27", "", "20a6-27"}) {
    EXPECT_EQ(text("", wrong), "none") << wrong;
  }
}

TEST(Calendar, FindsTheTermOfADayOrTheNext) {
  const Calendar calendar = load(R"(terms:
  - {name: Autumn, from: 2026-09-01, to: 2026-12-18}
  - {name: Spring, from: 2027-01-04, to: 2027-03-25}
)")
                                .calendar;
  const auto name = [&](std::string_view date) -> std::string {
    const SchoolTerm* term = calendar.term_at(day(date));
    return term == nullptr ? "none" : term->name.text;
  };
  EXPECT_EQ(name("2026-07-01"), "Autumn");
  EXPECT_EQ(name("2026-12-18"), "Autumn");
  EXPECT_EQ(name("2026-12-19"), "Spring");
  EXPECT_EQ(name("2027-03-26"), "none");
  EXPECT_EQ(calendar.term_of(day("2026-12-18")), &calendar.terms[0]);
  EXPECT_EQ(calendar.term_of(day("2026-12-19")), nullptr);
}

TEST(Calendar, ReportsWhatCannotBe) {
  EXPECT_THAT(load("year_starts: \"31-12\"").messages,
              ElementsAre("1 config-type: \"31-12\" is not a day of the year | write the month and "
                          "the day, in quotes: \"04-01\""));
  EXPECT_THAT(load("terms: [{name: Autumn, from: 2026-12-18, to: 2026-09-01}]").messages,
              ElementsAre("1 config-type: the term ends on 1 September 2026, before it begins | "
                          "check the two dates"));
  EXPECT_THAT(load("terms:\n  - {name: A, from: 2026-09-01, to: 2026-12-18}\n"
                   "  - {name: B, from: 2026-12-18, to: 2027-02-01}")
                  .messages,
              ElementsAre("2 config-type: \"B\" begins before \"A\" has ended | put the terms in "
                          "order, none inside another"));
  EXPECT_THAT(load("year_starts: \"09-01\"").messages, IsEmpty());
}

}  // namespace
}  // namespace signpost
