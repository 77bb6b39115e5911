#include "config/duties.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "duties/page_parts.h"
#include "unit/duty_rows.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

TEST(Duties, OnChangeNeedsThePageWithADayAndItsReview) {
  const DutyPage page{"about/a.md", "reviewed: 2026-01-10\nreview_due: 2027-01-10"};
  const DutyPage draft{"about/a.md", "reviewed: 2026-01-10\ndraft: true"};
  expect_rows(
      "frequency: on_change, page: about/a.md",
      {{"2026-11-23", {}, "never; missed  gap 1"},
       {"2026-11-23", {draft}, "never; missed  gap 1"},
       {"2026-11-23", {{"about/a.ur.md", "reviewed: 2026-01-10"}}, "never; missed  gap 1"},
       {"2026-11-23", {{"about/a.md", "nav_title: A"}}, "overdue; missed  gap 2 about/a.md"},
       {"2026-01-09", {page}, "overdue; missed  gap 2 about/a.md"},
       {"2026-11-23",
        {page},
        "met; next by 2027-01-10 gap 3 about/a.md; met by about/a.md on 2026-01-10"},
       {"2026-12-10",
        {page},
        "met; next by 2027-01-10 gap 3 about/a.md; met by about/a.md on 2026-01-10"},
       {"2026-12-11",
        {page},
        "due; next by 2027-01-10 gap 3 about/a.md; met by about/a.md on 2026-01-10"},
       {"2027-01-10",
        {page},
        "due; next by 2027-01-10 gap 3 about/a.md; met by about/a.md on 2026-01-10"},
       {"2027-01-11",
        {page},
        "overdue; missed by 2027-01-10 gap 3 about/a.md; met by about/a.md on 2026-01-10"},
       {"2027-01-11",
        {{"about/a.md", "reviewed: 2026-01-10"}},
        "met; met by about/a.md on 2026-01-10"}});
  expect_rows("frequency: on_change, page: about/a.md, starts: 2027-03-01",
              {{"2026-11-23", {}, "not-yet; next by 2027-03-01 gap 1"},
               {"2027-02-01", {}, "due; next by 2027-03-01 gap 1"},
               {"2027-03-02", {}, "never; missed by 2027-03-01 gap 1"}});
}

TEST(Duties, AnnualGoesByTheYearOfTheReport) {
  const DutyPage last{"reports/annual-2025.md",
                      "type: annual\nperiod: {from: 2025-04-01, to: 2026-03-31}\n"
                      "published: 2026-07-01",
                      kFigures};
  const DutyPage old{"reports/annual-2024.md",
                     "type: annual\nperiod: {from: 2024-04-01, to: 2025-03-31}\n"
                     "published: 2025-07-01",
                     kFigures};
  const DutyPage placeholder{"reports/annual-2025.md",
                             "type: annual\nperiod: {from: 2025-04-01, to: 2026-03-31}\n"
                             "due: 2026-07-31"};
  const DutyPage term{"reports/annual-x.md",
                      "type: termly\nperiod: {from: 2025-09-01, to: 2025-12-18}\n"
                      "published: 2026-01-10",
                      kFigures};
  expect_rows("frequency: annual, page: reports/annual-*.md, by: \"07-31\"",
              {{"2026-07-01",
                {old},
                "due; next 2025-26 by 2026-07-31 gap 4; met by reports/annual-2024.md on "
                "2025-07-01 for 2024-25"},
               {"2026-07-31",
                {},
                "never; missed 2024-25 by 2025-07-31 gap 4; next 2025-26 by 2026-07-31 gap 4"},
               {"2026-08-01",
                {old},
                "overdue; missed 2025-26 by 2026-07-31 gap 4; next 2026-27 by 2027-07-31 gap 4; "
                "met by reports/annual-2024.md on 2025-07-01 for 2024-25"},
               {"2026-08-01",
                {placeholder, term},
                "never; missed 2025-26 by 2026-07-31 gap 4; next 2026-27 by 2027-07-31 gap 4"},
               {"2026-08-01",
                {old, last},
                "met; next 2026-27 by 2027-07-31 gap 4; met by reports/annual-2025.md on "
                "2026-07-01 for 2025-26"},
               {"2027-07-31",
                {last},
                "due; next 2026-27 by 2027-07-31 gap 4; met by reports/annual-2025.md on "
                "2026-07-01 for 2025-26"}});
  expect_rows("frequency: annual, page: reports/*.md, within_days: 30",
              {{"2027-04-30",
                {last},
                "due; next 2026-27 by 2027-04-30 gap 4; met by reports/annual-2025.md on "
                "2026-07-01 for 2025-26"},
               {"2027-05-01",
                {last},
                "overdue; missed 2026-27 by 2027-04-30 gap 4; next 2027-28 by 2028-04-30 gap 4; "
                "met by reports/annual-2025.md on 2026-07-01 for 2025-26"}});
  expect_rows("frequency: annual, page: reports/*.md, by: \"07-31\", starts: 2026-11-23",
              {{"2026-11-23", {}, "not-yet; next 2026-27 by 2027-07-31 gap 4"},
               {"2026-11-23",
                {{"reports/index.md", "kind: page\nreviewed: 2026-11-23"}},
                "not-yet; next 2026-27 by 2027-07-31 gap 4"},
               {"2027-08-01",
                {},
                "never; missed 2026-27 by 2027-07-31 gap 4; next 2027-28 by 2028-07-31 gap 4"}});
}

TEST(Duties, AnnualWithoutADayOfTheYearComesRoundAfterTwelveMonths) {
  const DutyPage page{"about/a.md", "reviewed: 2024-02-29"};
  expect_rows(
      "frequency: annual, page: about/a.md",
      {{"2024-03-01",
        {page},
        "met; next by 2025-02-28 gap 3 about/a.md; met by about/a.md on 2024-02-29"},
       {"2025-02-28",
        {page},
        "due; next by 2025-02-28 gap 3 about/a.md; met by about/a.md on 2024-02-29"},
       {"2025-03-01",
        {page},
        "overdue; missed by 2025-02-28 gap 3 about/a.md; met by about/a.md on 2024-02-29"}});
}

TEST(Duties, AnEvaluationCountsWithItsResults) {
  const std::string fields =
      "year: 2025-26\nperiod: {from: 2025-04-01, to: 2026-03-31}\npublished: 2026-07-10";
  expect_rows("frequency: annual, page: evaluations/*.md, by: \"09-30\"",
              {{"2026-11-23",
                {{"evaluations/a.md", fields}},
                "never; missed 2025-26 by 2026-09-30 gap 4; next 2026-27 by 2027-09-30 gap 4"},
               {"2026-11-23",
                {{"evaluations/a.md", fields + "\nresults: evaluation-2025-26"}},
                "overdue; missed 2025-26 by 2026-09-30 gap 7 evaluations/a.md lacks replies in its "
                "results; next 2026-27 by 2027-09-30 gap 4"}});
}

TEST(Duties, AFinancialYearsMenuIsDueAtItsStart) {
  const DutyPage menu{"workshops/menu-2026.md",
                      "kind: workshop-menu\nyear: 2026-27\npublished: 2026-03-30"};
  expect_rows("frequency: financial_year_start, page: workshops/menu-*.md",
              {{"2026-04-02",
                {},
                "never; missed 2026-27 by 2026-04-01 gap 4; next 2027-28 by 2027-04-01 gap 4"},
               {"2026-03-30",
                {menu},
                "met; next 2027-28 by 2027-04-01 gap 4; met by workshops/menu-2026.md on "
                "2026-03-30 for 2026-27"},
               {"2027-03-02",
                {menu},
                "due; next 2027-28 by 2027-04-01 gap 4; met by workshops/menu-2026.md on "
                "2026-03-30 for 2026-27"},
               {"2027-04-02",
                {menu},
                "overdue; missed 2027-28 by 2027-04-01 gap 4; next 2028-29 by 2028-04-01 gap 4; "
                "met by workshops/menu-2026.md on 2026-03-30 for 2026-27"}});
}

TEST(Duties, EachTermHasAWorkshopThatIsNotCancelled) {
  const auto workshop = [](const std::string& date, const std::string& status) {
    return DutyPage{"workshops/a.md",
                    "who_for: All\nlearn: [a]\nlength: 1 hour\nrun_by: An adviser\nwhy: Asked\n"
                    "sessions: [{date: " +
                        date + ", from: \"10:00\", to: \"11:00\", online: true" + status + "}]"};
  };
  expect_rows("frequency: each_term_workshop, page: workshops/*.md, within_days: 14",
              {{"2026-09-15", {}, "due; next Autumn term 2026 by 2026-09-15 gap 4"},
               {"2026-09-16",
                {},
                "never; missed Autumn term 2026 by 2026-09-15 gap 4; next Spring term 2027 by "
                "2027-01-19 gap 4"},
               {"2026-09-16",
                {workshop("2026-10-14", "")},
                "not-yet; next Autumn term 2026 by 2026-12-18 gap 4; planned 2026-10-14"},
               {"2026-09-16",
                {workshop("2026-10-14", ", status: cancelled")},
                "never; missed Autumn term 2026 by 2026-09-15 gap 4; next Spring term 2027 by "
                "2027-01-19 gap 4"}});
}

TEST(Duties, TermlyReportsAreDueAfterTheTerm) {
  const DutyPage report{"reports/autumn.md",
                        "type: termly\nperiod: {from: 2026-09-01, to: 2026-12-18}\n"
                        "published: 2027-01-10",
                        kFigures};
  expect_rows("frequency: termly, page: reports/*.md, within_days: 30",
              {{"2026-11-23", {}, "not-yet; next Autumn term 2026 by 2027-01-17 gap 4"},
               {"2027-01-09", {report}, "due; next Autumn term 2026 by 2027-01-17 gap 4"},
               {"2027-01-10",
                {report},
                "met; next Spring term 2027 by 2027-04-25 gap 4; met by reports/autumn.md on "
                "2027-01-10 for Autumn term 2026"}});
}

TEST(Duties, EachMeetingHasItsPapersAndTheYearItsMeetings) {
  const std::string papers = "\npapers: [{title: Agenda, file: about/a.md}]";
  const DutyPage june{"group/june.md", "date: 2026-06-10\nminutes: agreed" + papers};
  const DutyPage bare{"group/june.md", "date: 2026-06-10\nminutes: not-yet"};
  const DutyPage march{"group/march.md", "date: 2027-03-10\nminutes: not-yet"};
  expect_rows(
      "frequency: each_meeting, page: group/*.md",
      {{"2026-11-23", {}, "never; missed  gap 1"},
       {"2026-11-23", {bare}, "overdue; missed 10 June 2026 by 2026-06-10 gap 5 group/june.md"},
       {"2026-11-23",
        {june, march},
        "met; next 10 March 2027 by 2027-03-10 gap 5 group/march.md; met by group/june.md on "
        "2026-06-10"},
       {"2027-02-08",
        {june, march},
        "due; next 10 March 2027 by 2027-03-10 gap 5 group/march.md; met by group/june.md on "
        "2026-06-10"},
       {"2027-03-11",
        {june, march},
        "overdue; missed 10 March 2027 by 2027-03-10 gap 5 group/march.md; met by group/june.md on "
        "2026-06-10"}});
  expect_rows("frequency: each_meeting, page: group/*.md, per_year: 2, starts: 2026-04-01",
              {{"2026-11-23",
                {june},
                "met; next 2026-27 by 2027-03-31 gap 6; met by group/june.md on 2026-06-10; 1 held "
                "0 planned"},
               {"2027-03-05",
                {june},
                "due; next 2026-27 by 2027-03-31 gap 6; met by group/june.md on 2026-06-10; 1 held "
                "0 planned"},
               {"2027-04-01",
                {june},
                "overdue; missed 2026-27 by 2027-03-31 gap 6; next 2027-28 by 2028-03-31 gap 6; "
                "met by group/june.md on 2026-06-10"},
               {"2026-11-23", {}, "not-yet; next 2026-27 by 2027-03-31 gap 6"}});
  expect_rows(
      "frequency: each_meeting, page: group/*.md, needs: minutes, within_days: 42",
      {{"2026-07-22", {bare}, "due; next 10 June 2026 by 2026-07-22 gap 5 group/june.md"},
       {"2026-07-23", {june}, "overdue; missed 10 June 2026 by 2026-07-22 gap 5 group/june.md"}});
}

TEST(Duties, PatternsFitAnyCharacters) {
  const struct {
    std::string_view path, pattern;
    bool fits;
  } rows[] = {
      {"reports/annual-2026.md", "reports/annual-*.md", true},
      {"reports/termly-2026.md", "reports/annual-*.md", false},
      {"workshops/2026-27/a.md", "workshops/*.md", true},
      {"a.md", "a.md", true},
      {"a.md.md", "*.md", true},
      {"a.mdx", "*.md", false},
      {"", "*", true},
      {"abcabd", "*abd", true},
      {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "*a*a*a*a*a*a*a*a*a*a*b", false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(matches_pattern(row.path, row.pattern), row.fits) << row.pattern;
}

TEST(Duties, SettingsSayWhatIsWrong) {
  const struct {
    std::string duties, message;
  } rows[] = {
      {kDuty + "frequency: anual, page: about/a.md}",
       "23:54 config-type: there is no frequency \"anual\" | did you mean \"annual\"?"},
      {kDuty + "frequency: annual, page: report/*.md}",
       "23:68 config-type: folders: has no \"report\" | did you mean \"reports\"?"},
      {kDuty + "frequency: annual, page: reports}",
       "23:68 config-type: \"reports\" is not the file of a page | write its path below content/, "
       "such as reports/*.md"},
      {kDuty + "frequency: annual, page: reports/*.md, by: \"02-30\"}",
       "23:86 config-type: \"02-30\" is not a day of the year | write the month and the day, in "
       "quotes: \"07-31\""},
      {kDuty + "frequency: annual, page: reports/*.md, by: \"07-31\", within_days: 3}",
       "23:108 config-type: \"x\" is due by a day and within days | keep \"by\" or "
       "\"within_days\""},
      {kDuty + "frequency: on_change, page: about/a.md, per_year: 3}",
       "23:93 config-type: a duty that is on_change has no \"per_year\" | take it out, or change "
       "the frequency"},
      {kDuty + "frequency: each_meeting, page: group/*.md, needs: paper}",
       "23:93 config-type: a meeting does not need \"paper\" | did you mean \"papers\"?"},
      {kDuty + "frequency: on_change, page: about/a.md, form: 3}",
       "23:83 config-unknown-key: a duty has no key \"form\" | a duty has: id, what, clause, "
       "frequency, page, sections, tables, must, per_year, needs, within_days, by, starts, "
       "settled"},
      {kDuty + "frequency: termly, page: group/*.md, settled: [{period: Autum term 2026, reason: "
               "Ice.}]}",
       "23:89 config-type: the calendar has no term \"Autum term 2026\" | did you mean \"Autumn "
       "term 2026\"?"},
      {kDuty + "frequency: quarterly, page: group/*.md, settled: [{period: Quarter 5 of 2026-27, "
               "reason: Ice.}]}",
       "23:92 config-type: \"Quarter 5 of 2026-27\" is no quarter of a year | write it like this: "
       "Quarter 2 of 2026-27"},
      {kDuty + "frequency: annual, page: group/*.md, settled: [{period: 2026, reason: Ice.}]}",
       "23:89 config-type: \"2026\" is no year | write it like this: 2026-27"},
      {kDuty + "frequency: on_change, page: a.md}\n" + kDuty + "frequency: on_change, page: b.md}",
       "24:5 config-type: the duty \"x\" is there twice | give each duty an id of its own"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(duty_site(row.duties + "\n", {}).messages, ElementsAre(row.message)) << row.duties;
  }
}

}  // namespace
}  // namespace signpost
