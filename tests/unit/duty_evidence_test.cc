#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "duties/evidence.h"
#include "duties/report.h"
#include "unit/duty_rows.h"

namespace signpost {
namespace {

TEST(DutyEvidence, AReportIsThereWithItsFigures) {
  const std::string fields =
      "type: annual\nperiod: {from: 2025-04-01, to: 2026-03-31}\npublished: 2026-07-01";
  const std::string undated = "type: annual\nperiod: {from: 2025-04-01, to: 2026-03-31}";
  const std::string head = "| What | How many |\n|---|---|\n| Calls | not known |";
  expect_rows(
      "frequency: annual, page: reports/*.md, by: \"07-31\", starts: 2026-04-01",
      {{"2026-11-30",
        {{"reports/a.md", fields, "No figures yet."}},
        "overdue; missed 2025-26 by 2026-07-31 gap 7 reports/a.md lacks figures: a table, a chart, "
        "or a link to the report's file; next 2026-27 by 2027-07-31 gap 4"},
       {"2026-11-30",
        {{"reports/a.md", fields, head}},
        "overdue; missed 2025-26 by 2026-07-31 gap 7 reports/a.md lacks figures: a table, a chart, "
        "or a link to the report's file; next 2026-27 by 2027-07-31 gap 4"},
       {"2026-11-30",
        {{"reports/a.md", fields, kFigures}},
        "met; next 2026-27 by 2027-07-31 gap 4; met by reports/a.md on 2026-07-01 for 2025-26"},
       {"2026-11-30",
        {{"reports/a.md", undated, kFigures}},
        "met; next 2026-27 by 2027-07-31 gap 4; met by reports/a.md for 2025-26"},
       {"2026-11-30",
        {{"reports/a.md", fields + "\nexample: Made up.", kFigures}},
        "never; missed 2025-26 by 2026-07-31 gap 4; next 2026-27 by 2027-07-31 gap 4"}});
}

TEST(DutyEvidence, APageHoldsTheSectionsAndTablesThatAreAskedFor) {
  const std::string fields =
      "type: annual\nperiod: {from: 2025-04-01, to: 2026-03-31}\npublished: 2026-07-01";
  const std::string empty = kFigures + "\n\n## Publicity in the year\n\n## Other things\n\nText.";
  const std::string full = kFigures + "\n\n## Publicity in the year\n\nPostcards.\n";
  const std::string keys =
      "frequency: annual, page: reports/*.md, by: \"07-31\", starts: 2026-04-01, ";
  expect_rows(
      keys + "sections: [publicity]",
      {{"2026-11-30",
        {{"reports/a.md", fields, empty}},
        "overdue; missed 2025-26 by 2026-07-31 gap 7 reports/a.md lacks a section headed "
        "\"publicity\"; next 2026-27 by 2027-07-31 gap 4"},
       {"2026-11-30",
        {{"reports/a.md", fields, full}},
        "met; next 2026-27 by 2027-07-31 gap 4; met by reports/a.md on 2026-07-01 for 2025-26"}});
  expect_rows(keys + "tables: [reach-*]",
              {{"2026-11-30",
                {{"reports/a.md", fields, full}},
                "overdue; missed 2025-26 by 2026-07-31 gap 7 reports/a.md lacks a table or chart "
                "\"reach-*\" with figures; next 2026-27 by 2027-07-31 gap 4"}});
}

TEST(DutyEvidence, MinutesAreThereWhenSomebodyCanReadThem) {
  const std::string agreed = "date: 2026-06-10\nminutes: agreed";
  expect_rows("frequency: each_meeting, page: group/*.md, needs: minutes, within_days: 42",
              {{"2026-11-30",
                {{"group/a.md", agreed}},
                "overdue; missed 10 June 2026 by 2026-07-22 gap 5 group/a.md"},
               {"2026-11-30",
                {{"group/a.md", agreed, "## Minutes\n\nWe met."}},
                "met; met by group/a.md on 2026-06-10"},
               {"2026-11-30",
                {{"group/a.md", agreed + "\nminutes_file: about/m.md"}},
                "overdue; missed 10 June 2026 by 2026-07-22 gap 5 group/a.md"},
               {"2026-11-30",
                {{"group/a.md", agreed + "\nminutes_file: about/m.md"},
                 {"about/m.md", "reviewed: 2026-06-12"}},
                "met; met by group/a.md on 2026-06-10"},
               {"2026-11-30",
                {{"group/a.md", "date: 2026-06-10\nminutes: not-yet", "## Minutes\n\nSoon."}},
                "overdue; missed 10 June 2026 by 2026-07-22 gap 5 group/a.md"}});
}

TEST(DutyEvidence, ThreeMeetingsAYearAreOneInEachTerm) {
  const std::string papers =
      "\nminutes: not-yet\nattendance: [{group: Parents, number: 6}]\n"
      "papers: [{title: Agenda, file: about/a.md}]";
  const DutyPage april{"group/april.md", "date: 2026-04-08" + papers};
  const DutyPage october{"group/october.md", "date: 2026-10-14" + papers};
  const DutyPage to_come{"group/december.md", "date: 2026-12-09" + papers};
  const std::string keys =
      "frequency: each_meeting, page: group/*.md, per_year: 3, starts: 2026-04-01";
  expect_rows(keys,
              {{"2026-11-30",
                {april},
                "due; next Autumn term 2026 by 2026-12-18 gap 6; met by group/april.md on "
                "2026-04-08; 1 held 0 planned"},
               {"2026-11-30",
                {april, to_come},
                "met; next Autumn term 2026 by 2026-12-18 gap 6; planned 2026-12-09; met by "
                "group/april.md on 2026-04-08; 1 held 1 planned"},
               {"2026-12-18",
                {april},
                "due; next Autumn term 2026 by 2026-12-18 gap 6; met by group/april.md on "
                "2026-04-08; 1 held 0 planned"},
               {"2026-12-19",
                {april},
                "overdue; missed Autumn term 2026 by 2026-12-18 gap 6; next Spring term 2027 by "
                "2027-03-26 gap 6; met by group/april.md on 2026-04-08; 1 held 0 planned"},
               {"2026-12-19",
                {april, october},
                "met; next Spring term 2027 by 2027-03-26 gap 6; met by group/october.md on "
                "2026-10-14; 2 held 0 planned"},
               {"2027-03-27",
                {april},
                "overdue; missed Autumn term 2026 by 2026-12-18 gap 6; missed Spring term 2027 by "
                "2027-03-26 gap 6; met by group/april.md on 2026-04-08; 1 held 0 planned"},
               {"2027-03-27",
                {april, october},
                "overdue; missed Spring term 2027 by 2027-03-26 gap 6; met by group/october.md on "
                "2026-10-14; 2 held 0 planned"}});
  expect_rows("frequency: termly, page: group/*.md, starts: 2026-04-01",
              {{"2026-12-19",
                {april, to_come},
                "met; next Spring term 2027 by 2027-03-26 gap 4; met by group/december.md on "
                "2026-12-09 for Autumn term 2026"},
               {"2026-12-01",
                {april, to_come},
                "not-yet; next Autumn term 2026 by 2026-12-18 gap 4; planned 2026-12-09"}});
}

TEST(DutyEvidence, WhatIsMissedStaysUntilItIsThereOrSettled) {
  const auto report = [](int year) {
    return DutyPage{
        fmt::format("reports/annual-{}.md", year),
        fmt::format("type: annual\nperiod: {{from: {}-04-01, to: {}-03-31}}", year, year + 1),
        kFigures};
  };
  const std::string keys = "frequency: annual, page: reports/*.md, by: \"07-31\"";
  expect_rows(keys,
              {{"2026-11-30",
                {report(2021), report(2023)},
                "overdue; missed 2022-23 by 2023-07-31 gap 4; missed 2024-25 by 2025-07-31 gap 4; "
                "missed 2025-26 by 2026-07-31 gap 4; next 2026-27 by 2027-07-31 gap 4; met by "
                "reports/annual-2023.md for 2023-24"},
               {"2026-11-30",
                {report(2021), report(2022), report(2023)},
                "overdue; missed 2024-25 by 2025-07-31 gap 4; missed 2025-26 by 2026-07-31 gap 4; "
                "next 2026-27 by 2027-07-31 gap 4; met by reports/annual-2023.md for 2023-24"},
               {"2026-11-30",
                {},
                "never; missed 2025-26 by 2026-07-31 gap 4; next 2026-27 by 2027-07-31 gap 4"}});
  expect_rows(keys + ", settled: [{period: 2022-23, reason: Nobody counted.}]",
              {{"2026-11-30",
                {report(2021), report(2023), report(2024)},
                "overdue; missed 2025-26 by 2026-07-31 gap 4; next 2026-27 by 2027-07-31 gap 4; "
                "met by reports/annual-2024.md for 2024-25"}});
}

TEST(DutyEvidence, QuartersAreThoseOfTheYear) {
  const DutyPage first{"reports/q1.md", "type: termly\nperiod: {from: 2026-04-01, to: 2026-06-30}",
                       kFigures};
  expect_rows("frequency: quarterly, page: reports/*.md, within_days: 30, starts: 2026-04-01",
              {{"2026-07-30",
                {},
                "never; missed Quarter 4 of 2025-26 by 2026-04-30 gap 4; next Quarter 1 of 2026-27 "
                "by 2026-07-30 gap 4"},
               {"2026-11-30",
                {first},
                "overdue; missed Quarter 4 of 2025-26 by 2026-04-30 gap 4; missed Quarter 2 of "
                "2026-27 by 2026-10-30 gap 4; next Quarter 3 of 2026-27 by 2027-01-30 gap 4; met "
                "by reports/q1.md for Quarter 1 of 2026-27"}});
}

TEST(DutyEvidence, NobodyCanTellBeyondTheLastTerm) {
  const std::string held = "\nminutes: draft\npapers: [{title: Agenda, file: about/a.md}]";
  const std::vector<DutyPage> meetings = {{"group/a.md", "date: 2026-10-14" + held},
                                          {"group/b.md", "date: 2027-02-10" + held}};
  expect_rows(
      "frequency: termly, page: group/*.md",
      {{"2027-03-26", meetings, "met; met by group/b.md on 2027-02-10 for Spring term 2027"},
       {"2027-03-27", meetings,
        "not-known; met by group/b.md on 2027-02-10 for Spring term 2027"}});
}

TEST(DutyEvidence, SettingsHaveToReachOn) {
  const auto states = [](std::string_view today) {
    const DutySite made =
        duty_site(kDuty + "frequency: on_change, page: about/a.md}\n", {}, *parse_date(today));
    std::string text;
    const std::vector<DutyLine> lines = duty_lines(made.loaded->site, made.loaded->on_day.duties);
    for (const DutyLine& line : lines) {
      if (line.duty.frequency != Frequency::kSettings) continue;
      text += fmt::format("{} {}; ", line.duty.id, state_name(line.status.state));
    }
    return text;
  };
  EXPECT_EQ(states("2026-09-24"), "");
  EXPECT_EQ(states("2026-12-25"), "closing-days due; ");
  EXPECT_EQ(states("2026-12-26"), "school-terms due; closing-days overdue; ");
  EXPECT_EQ(states("2027-03-26"), "school-terms due; closing-days overdue; ");
  EXPECT_EQ(states("2027-03-27"), "school-terms overdue; closing-days overdue; ");
}

}  // namespace
}  // namespace signpost
