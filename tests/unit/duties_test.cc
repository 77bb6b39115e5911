#include "config/duties.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "duties/page_parts.h"
#include "duties/report.h"
#include "duties/status.h"
#include "unit/duty_site.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kDuty = "  - {id: x, what: The thing, clause: \"1\", ";

const std::string kFigures = "| What | How many |\n|---|---|\n| Calls | 120 |";

// "2025-26 by 2026-07-31 gap 4 reports/a.md lacks figures".
std::string miss_text(const Site& site, const DutyMiss& miss) {
  std::string text = miss.what_for;
  if (miss.due) text += (text.empty() ? "by " : " by ") + iso_date(*miss.due);
  if (miss.gap != DutyGap::kNone) text += fmt::format(" gap {}", static_cast<int>(miss.gap));
  if (miss.page != kNoDutyPage) text += " " + site.pages[miss.page].source_path.substr(8);
  if (!miss.lacks.empty()) text += " lacks " + miss.lacks;
  return text;
}

// "overdue; missed 2024-25 by 2025-07-31 gap 4; next 2025-26 by 2026-07-31; met by reports/a.md on
// 2024-07-01 for 2023-24".
std::string status_of(const std::string& keys, const std::vector<DutyPage>& pages,
                      std::string_view today) {
  const DutySite made = duty_site(kDuty + keys + "}\n", pages, *parse_date(today));
  EXPECT_THAT(made.messages, IsEmpty());
  const std::vector<DutyStatus>& all = made.loaded->on_day.duties;
  const Site& site = made.loaded->site;
  if (all.empty()) return "no status";
  const DutyStatus& status = all.front();
  std::string text(state_name(status.state));
  for (const DutyMiss& miss : status.missed) text += "; missed " + miss_text(site, miss);
  if (status.next.due) text += "; next " + miss_text(site, status.next);
  if (status.planned_on) text += "; planned " + iso_date(*status.planned_on);
  if (status.page != kNoDutyPage) {
    text += fmt::format("; met by {}", site.pages[status.page].source_path.substr(8));
    if (status.met_on) text += " on " + iso_date(*status.met_on);
    if (!status.met_for.empty()) text += " for " + status.met_for;
  }
  if (status.held + status.planned > 0) {
    text += fmt::format("; {} held {} planned", status.held, status.planned);
  }
  return text;
}

struct Row {
  std::string_view today;
  std::vector<DutyPage> pages;
  std::string status;
};

void expect_rows(const std::string& keys, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(status_of(keys, row.pages, row.today), row.status) << keys << " on " << row.today;
  }
}

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
                "met; next 2026-27 by 2027-09-30 gap 4; met by evaluations/a.md on 2026-07-10 for "
                "2025-26"}});
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

TEST(Duties, AReportIsThereWithItsFigures) {
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

TEST(Duties, APageHoldsTheSectionsAndTablesThatAreAskedFor) {
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

TEST(Duties, MinutesAreThereWhenSomebodyCanReadThem) {
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

TEST(Duties, ThreeMeetingsAYearAreOneInEachTerm) {
  const std::string papers = "\nminutes: not-yet\npapers: [{title: Agenda, file: about/a.md}]";
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

TEST(Duties, WhatIsMissedStaysUntilItIsThereOrSettled) {
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

TEST(Duties, QuartersAreThoseOfTheYear) {
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

TEST(Duties, NobodyCanTellBeyondTheLastTerm) {
  const std::string held = "\nminutes: not-yet\npapers: [{title: Agenda, file: about/a.md}]";
  const std::vector<DutyPage> meetings = {{"group/a.md", "date: 2026-10-14" + held},
                                          {"group/b.md", "date: 2027-02-10" + held}};
  expect_rows(
      "frequency: termly, page: group/*.md",
      {{"2027-03-26", meetings, "met; met by group/b.md on 2027-02-10 for Spring term 2027"},
       {"2027-03-27", meetings,
        "not-known; met by group/b.md on 2027-02-10 for Spring term 2027"}});
}

TEST(Duties, SettingsHaveToReachOn) {
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
      {kDuty + "frequency: on_change, page: a.md}\n" + kDuty + "frequency: on_change, page: b.md}",
       "24:5 config-type: the duty \"x\" is there twice | give each duty an id of its own"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(duty_site(row.duties + "\n", {}).messages, ElementsAre(row.message)) << row.duties;
  }
}

}  // namespace
}  // namespace signpost
