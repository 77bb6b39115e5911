#include "config/duties.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "duties/evidence.h"
#include "duties/status.h"
#include "unit/duty_site.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kDuty = "  - {id: x, what: The thing, clause: \"1\", ";

// "overdue 2026-09-30 2025-26 gap 4, met by reports/a.md on 2025-07-01".
std::string status_of(const std::string& keys, const std::vector<DutyPage>& pages,
                      std::string_view today) {
  const DutySite made = duty_site(kDuty + keys + "}\n", pages, *parse_date(today));
  EXPECT_THAT(made.messages, IsEmpty());
  const std::vector<DutyStatus>& all = made.loaded->on_day.duties;
  if (all.size() != 1) return "no status";
  const DutyStatus& status = all.front();
  std::string text(state_name(status.state));
  if (status.due) text += " " + iso_date(*status.due);
  if (!status.what_for.empty()) text += " " + status.what_for;
  if (status.gap != DutyGap::kNone) text += fmt::format(" gap {}", static_cast<int>(status.gap));
  if (status.page != kNoDutyPage) {
    text +=
        fmt::format(", met by {} on {}", made.loaded->site.pages[status.page].source_path.substr(8),
                    iso_date(*status.met_on));
  }
  if (status.held + status.planned > 0) {
    text += fmt::format(", {} held {} planned", status.held, status.planned);
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
  expect_rows("frequency: on_change, page: about/a.md",
              {{"2026-11-23", {}, "never gap 1"},
               {"2026-11-23", {draft}, "never gap 1"},
               {"2026-11-23", {{"about/a.ur.md", "reviewed: 2026-01-10"}}, "never gap 1"},
               {"2026-11-23", {{"about/a.md", "nav_title: A"}}, "never gap 2"},
               {"2026-01-09", {page}, "never gap 2"},
               {"2026-11-23", {page}, "met 2027-01-10, met by about/a.md on 2026-01-10"},
               {"2026-12-10", {page}, "met 2027-01-10, met by about/a.md on 2026-01-10"},
               {"2026-12-11", {page}, "due 2027-01-10 gap 3, met by about/a.md on 2026-01-10"},
               {"2027-01-10", {page}, "due 2027-01-10 gap 3, met by about/a.md on 2026-01-10"},
               {"2027-01-11", {page}, "overdue 2027-01-10 gap 3, met by about/a.md on 2026-01-10"},
               {"2027-01-11",
                {{"about/a.md", "reviewed: 2026-01-10"}},
                "met, met by about/a.md on 2026-01-10"}});
  expect_rows("frequency: on_change, page: about/a.md, starts: 2027-03-01",
              {{"2026-11-23", {}, "not-yet 2027-03-01"},
               {"2027-02-01", {}, "due 2027-03-01 gap 1"},
               {"2027-03-02", {}, "never 2027-03-01 gap 1"}});
}

TEST(Duties, AnnualGoesByTheYearOfTheReport) {
  const DutyPage last{"reports/annual-2025.md",
                      "type: annual\nperiod: {from: 2025-04-01, to: 2026-03-31}\n"
                      "published: 2026-07-01"};
  const DutyPage old{"reports/annual-2024.md",
                     "type: annual\nperiod: {from: 2024-04-01, to: 2025-03-31}\n"
                     "published: 2025-07-01"};
  const DutyPage placeholder{"reports/annual-2025.md",
                             "type: annual\nperiod: {from: 2025-04-01, to: 2026-03-31}\n"
                             "due: 2026-07-31"};
  const DutyPage term{"reports/annual-x.md",
                      "type: termly\nperiod: {from: 2025-09-01, to: 2025-12-18}\n"
                      "published: 2026-01-10"};
  const std::string met = ", met by reports/annual-2025.md on 2026-07-01";
  expect_rows("frequency: annual, page: reports/annual-*.md, by: \"07-31\"",
              {{"2026-07-01",
                {old},
                "due 2026-07-31 2025-26 gap 4, met by reports/annual-2024.md "
                "on 2025-07-01"},
               {"2026-07-31", {}, "never 2025-07-31 2024-25 gap 4"},
               {"2026-08-01",
                {old},
                "overdue 2026-07-31 2025-26 gap 4, met by "
                "reports/annual-2024.md on 2025-07-01"},
               {"2026-08-01", {placeholder, term}, "never 2026-07-31 2025-26 gap 4"},
               {"2026-08-01", {old, last}, "met 2027-07-31 2026-27" + met},
               {"2027-07-31", {last}, "due 2027-07-31 2026-27 gap 4" + met}});
  expect_rows("frequency: annual, page: reports/*.md, within_days: 30",
              {{"2027-04-30", {last}, "due 2027-04-30 2026-27 gap 4" + met},
               {"2027-05-01", {last}, "overdue 2027-04-30 2026-27 gap 4" + met}});
  expect_rows("frequency: annual, page: reports/*.md, by: \"07-31\", starts: 2026-11-23",
              {{"2026-11-23", {}, "not-yet 2027-07-31 2026-27"},
               {"2026-11-23",
                {{"reports/index.md", "kind: page\nreviewed: 2026-11-23"}},
                "not-yet 2027-07-31 2026-27"},
               {"2027-08-01", {}, "never 2027-07-31 2026-27 gap 4"}});
}

TEST(Duties, AnnualWithoutADayOfTheYearComesRoundAfterTwelveMonths) {
  const DutyPage page{"about/a.md", "reviewed: 2024-02-29"};
  expect_rows(
      "frequency: annual, page: about/a.md",
      {{"2024-03-01", {page}, "met 2025-02-28, met by about/a.md on 2024-02-29"},
       {"2025-02-28", {page}, "due 2025-02-28 gap 3, met by about/a.md on 2024-02-29"},
       {"2025-03-01", {page}, "overdue 2025-02-28 gap 3, met by about/a.md on 2024-02-29"}});
}

TEST(Duties, AnEvaluationCountsWithItsResults) {
  const std::string fields =
      "year: 2025-26\nperiod: {from: 2025-04-01, to: 2026-03-31}\npublished: 2026-07-10";
  expect_rows("frequency: annual, page: evaluations/*.md, by: \"09-30\"",
              {{"2026-11-23", {{"evaluations/a.md", fields}}, "never 2026-09-30 2025-26 gap 4"},
               {"2026-11-23",
                {{"evaluations/a.md", fields + "\nresults: evaluation-2025-26"}},
                "met 2027-09-30 2026-27, met by evaluations/a.md on 2026-07-10"}});
}

TEST(Duties, AFinancialYearsMenuIsDueAtItsStart) {
  const DutyPage menu{"workshops/menu-2026.md",
                      "kind: workshop-menu\nyear: 2026-27\npublished: 2026-03-30"};
  const std::string met = ", met by workshops/menu-2026.md on 2026-03-30";
  expect_rows("frequency: financial_year_start, page: workshops/menu-*.md",
              {{"2026-04-02", {}, "never 2026-04-01 2026-27 gap 4"},
               {"2026-03-30", {menu}, "met 2027-04-01 2027-28" + met},
               {"2027-03-02", {menu}, "due 2027-04-01 2027-28 gap 4" + met},
               {"2027-04-02", {menu}, "overdue 2027-04-01 2027-28 gap 4" + met}});
}

TEST(Duties, EachTermHasAWorkshopThatIsNotCancelled) {
  const auto workshop = [](const std::string& date, const std::string& status) {
    return DutyPage{"workshops/a.md",
                    "who_for: All\nlearn: [a]\nlength: 1 hour\nrun_by: An adviser\nwhy: Asked\n"
                    "sessions: [{date: " +
                        date + ", from: \"10:00\", to: \"11:00\", online: true" + status + "}]"};
  };
  expect_rows("frequency: each_term_workshop, page: workshops/*.md, within_days: 14",
              {{"2026-09-15", {}, "due 2026-09-15 Autumn term 2026 gap 4"},
               {"2026-09-16", {}, "never 2026-09-15 Autumn term 2026 gap 4"},
               {"2026-09-16",
                {workshop("2026-10-14", "")},
                "met 2027-01-19 Spring term 2027, met by workshops/a.md on 2026-10-14"},
               {"2026-09-16",
                {workshop("2026-10-14", ", status: cancelled")},
                "never 2026-09-15 Autumn term 2026 gap 4"}});
}

TEST(Duties, TermlyReportsAreDueAfterTheTerm) {
  const DutyPage report{"reports/autumn.md",
                        "type: termly\nperiod: {from: 2026-09-01, to: 2026-12-18}\n"
                        "published: 2027-01-10"};
  expect_rows("frequency: termly, page: reports/*.md, within_days: 30",
              {{"2026-11-23", {}, "not-yet 2027-01-17 Autumn term 2026"},
               {"2027-01-09", {report}, "due 2027-01-17 Autumn term 2026 gap 4"},
               {"2027-01-10",
                {report},
                "met 2027-04-25 Spring term 2027, met by reports/autumn.md on 2027-01-10"}});
}

TEST(Duties, EachMeetingHasItsPapersAndTheYearItsMeetings) {
  const std::string papers = "\npapers: [{title: Agenda, file: about/a.md}]";
  const DutyPage june{"group/june.md", "date: 2026-06-10\nminutes: agreed" + papers};
  const DutyPage bare{"group/june.md", "date: 2026-06-10\nminutes: not-yet"};
  const DutyPage march{"group/march.md", "date: 2027-03-10\nminutes: not-yet"};
  const std::string met = ", met by group/june.md on 2026-06-10";
  expect_rows("frequency: each_meeting, page: group/*.md",
              {{"2026-11-23", {}, "never gap 1"},
               {"2026-11-23", {bare}, "never 2026-06-10 10 June 2026 gap 5"},
               {"2026-11-23", {june, march}, "met 2027-03-10 10 March 2027" + met},
               {"2027-02-08", {june, march}, "due 2027-03-10 10 March 2027 gap 5" + met},
               {"2027-03-11", {june, march}, "overdue 2027-03-10 10 March 2027 gap 5" + met}});
  expect_rows("frequency: each_meeting, page: group/*.md, per_year: 2, starts: 2026-04-01",
              {{"2026-11-23", {june}, "met 2027-03-31 2026-27" + met + ", 1 held 0 planned"},
               {"2027-03-05", {june}, "due 2027-03-31 2026-27 gap 6" + met + ", 1 held 0 planned"},
               {"2027-04-01", {june}, "overdue 2027-03-31 2026-27 gap 6" + met},
               {"2026-11-23", {}, "not-yet 2027-03-31 2026-27"}});
  expect_rows("frequency: each_meeting, page: group/*.md, needs: minutes, within_days: 42",
              {{"2026-07-22", {bare}, "due 2026-07-22 10 June 2026 gap 5"},
               {"2026-07-23", {june}, "met" + met}});
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
       "frequency, page, must, per_year, needs, within_days, by, starts"},
      {kDuty + "frequency: on_change, page: a.md}\n" + kDuty + "frequency: on_change, page: b.md}",
       "24:5 config-type: the duty \"x\" is there twice | give each duty an id of its own"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(duty_site(row.duties + "\n", {}).messages, ElementsAre(row.message)) << row.duties;
  }
}

}  // namespace
}  // namespace signpost
