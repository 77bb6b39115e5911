// What counts as the thing itself: figures, replies, a meeting that took place.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "unit/duty_rows.h"

namespace signpost {
namespace {

TEST(DutyProof, PapersOfAGroupAreNoMeetingOfIt) {
  const DutyPage terms{"group/terms.md", "kind: policy\nreviewed: 2026-11-09"};
  const DutyPage agenda{"group/agenda.md", "kind: page\nreviewed: 2026-11-09"};
  const DutyPage draft{"group/a.md",
                       "date: 2026-11-18\nminutes: not-yet\ndraft: true\n"
                       "attendance: [{group: Parents, number: 6}]"};
  const std::string never =
      "never; missed Autumn term 2026 by 2026-12-18 gap 4; next Spring term 2027 by 2027-03-26 gap "
      "4";
  expect_rows("frequency: termly, page: group/*.md, starts: 2026-04-01",
              {{"2027-01-10", {terms}, never},
               {"2027-01-10", {terms, agenda, draft}, never},
               {"2027-01-10", {}, never}});
  expect_rows("frequency: each_meeting, page: group/*.md",
              {{"2027-01-10", {terms, draft}, "never; missed  gap 1"}});
  expect_rows("frequency: termly, page: \"group/scorecard-*.md\", starts: 2026-04-01",
              {{"2027-01-10",
                {{"group/scorecard-autumn.md", "kind: page\nreviewed: 2026-12-10"}},
                "met; next Spring term 2027 by 2027-03-26 gap 4; met by group/scorecard-autumn.md "
                "on 2026-12-10 for Autumn term 2026"}});
  expect_rows("frequency: annual, page: reports/*.md, by: \"07-31\", starts: 2026-04-01",
              {{"2026-11-30",
                {{"reports/how-we-count.md", "kind: page\nreviewed: 2026-03-01"}},
                "never; missed 2025-26 by 2026-07-31 gap 4; next 2026-27 by 2027-07-31 gap 4"}});
}

TEST(DutyProof, AMeetingShowsWithinSixWeeksThatItWasHeld) {
  const std::string planned = "date: 2026-12-09\nminutes: not-yet";
  const std::string lacks = " lacks attendance or minutes that show that the meeting was held";
  const std::string met =
      "met; next Spring term 2027 by 2027-03-26 gap 4; met by group/a.md on 2026-12-09 for Autumn "
      "term 2026";
  expect_rows(
      "frequency: termly, page: group/*.md, starts: 2026-04-01",
      {{"2026-12-08",
        {{"group/a.md", planned}},
        "not-yet; next Autumn term 2026 by 2026-12-18 gap 4; planned 2026-12-09"},
       {"2026-12-10",
        {{"group/a.md", planned}},
        "not-yet; next Autumn term 2026 by 2027-01-20 gap 7 group/a.md" + lacks},
       {"2026-12-21",
        {{"group/a.md", planned}},
        "due; next Autumn term 2026 by 2027-01-20 gap 7 group/a.md" + lacks},
       {"2027-01-21",
        {{"group/a.md", planned}},
        "overdue; missed Autumn term 2026 by 2027-01-20 gap 7 group/a.md" + lacks +
            "; next Spring term 2027 by 2027-03-26 gap 4"},
       {"2027-01-21", {{"group/a.md", planned + "\nattendance: [{group: NHS, number: 2}]"}}, met},
       {"2027-01-21", {{"group/a.md", "date: 2026-12-09\nminutes: draft"}}, met},
       {"2027-01-21",
        {{"group/a.md", planned + "\nattendance: [{group: NHS, number: 0}]"}},
        "overdue; missed Autumn term 2026 by 2027-01-20 gap 7 group/a.md" + lacks +
            "; next Spring term 2027 by 2027-03-26 gap 4"}});
  expect_rows("frequency: each_meeting, page: group/*.md, per_year: 1, starts: 2026-04-01",
              {{"2026-12-10",
                {{"group/a.md", planned}},
                "overdue; missed 9 December 2026 by 2026-12-09 gap 5 group/a.md; next 2026-27 by "
                "2027-03-31 gap 6; planned 2027-03-31; 0 held 1 planned"}});
}

TEST(DutyProof, AMeetingThatWasCalledOffIsNone) {
  const DutyPage off{"group/a.md", "date: 2026-11-18\nminutes: not-yet\ncancelled: true"};
  const DutyPage later{"group/b.md", "date: 2026-12-16\nminutes: not-yet\ncancelled: true"};
  expect_rows("frequency: termly, page: group/*.md, starts: 2026-04-01",
              {{"2026-12-10", {off, later}, "due; next Autumn term 2026 by 2026-12-18 gap 4"},
               {"2026-12-19",
                {off, later},
                "never; missed Autumn term 2026 by 2026-12-18 gap 4; next Spring term 2027 by "
                "2027-03-26 gap 4"}});
  expect_rows("frequency: each_meeting, page: group/*.md, needs: minutes, within_days: 42",
              {{"2027-03-10", {off, later}, "not-yet"}});
}

TEST(DutyProof, AReportComesOutAfterItsPeriod) {
  const std::string fields = "type: annual\nperiod: {from: 2025-04-01, to: 2026-03-31}\n";
  const std::string early =
      "overdue; missed 2025-26 by 2026-07-31 gap 7 reports/a.md lacks day of publication after its "
      "period, which ends on 31 March 2026; next 2026-27 by 2027-07-31 gap 4";
  expect_rows(
      "frequency: annual, page: reports/*.md, by: \"07-31\", starts: 2026-04-01",
      {{"2026-11-30", {{"reports/a.md", fields + "published: 2026-02-10", kFigures}}, early},
       {"2026-11-30",
        {{"reports/a.md", fields + "published: 2026-03-31", kFigures}},
        "met; next 2026-27 by 2027-07-31 gap 4; met by reports/a.md on 2026-03-31 for "
        "2025-26"}});
}

TEST(DutyProof, WordsAreNoFigures) {
  const std::string fields =
      "type: termly\nperiod: {from: 2026-09-01, to: 2026-12-18}\npublished: 2027-01-05";
  const std::string lacks_figures =
      "overdue; missed Autumn term 2026 by 2027-01-17 gap 7 reports/a.md lacks figures: a table, a "
      "chart, or a link to the report's file; next Spring term 2027 by 2027-04-25 gap 4";
  const std::string lacks_section =
      "overdue; missed Autumn term 2026 by 2027-01-17 gap 7 reports/a.md lacks a section headed "
      "\"workshops\"; next Spring term 2027 by 2027-04-25 gap 4";
  const std::string met =
      "met; next Spring term 2027 by 2027-04-25 gap 4; met by reports/a.md on 2027-01-05 for "
      "Autumn term 2026";
  const auto table = [](const std::string& cell) {
    return "| Term | People |\n|---|---|\n| Autumn 2026 | " + cell + " |";
  };
  const auto report = [&](const std::string& body) {
    return std::vector<DutyPage>{{"reports/a.md", fields, body}};
  };
  const std::string keys =
      "frequency: termly, page: reports/*.md, within_days: 30, starts: 2026-04-01";
  expect_rows(keys, {{"2027-01-31", report(table("not known")), lacks_figures},
                     {"2027-01-31", report(table("from April 2027")), lacks_figures},
                     {"2027-01-31", report(table("14")), met}});
  const std::string figures = table("14") + "\n\n";
  expect_rows(
      keys + ", sections: [workshops]",
      {{"2027-01-31", report(figures + "## Why there were no workshops\n\nIce."), lacks_section},
       {"2027-01-31", report(figures + "## Workshops\n\nTo come."), lacks_section},
       {"2027-01-31",
        report(figures + "## Workshops\n\nThis page will say:\n\n- how many came\n\n## Costs"),
        lacks_section},
       {"2027-01-31", report(figures + "## Workshops\n\n### Online\n\nWe ran two."), met}});
}

TEST(DutyProof, MinutesThatAreStillToComeAreNone) {
  const DutyPage agreed{"group/a.md", "date: 2026-06-10\nminutes: agreed",
                        "## Minutes\n\nNot yet."};
  expect_rows(
      "frequency: each_meeting, page: group/*.md, needs: minutes, within_days: 42",
      {{"2026-11-30", {agreed}, "overdue; missed 10 June 2026 by 2026-07-22 gap 5 group/a.md"}});
}

TEST(DutyProof, AnEvaluationHasReplies) {
  const std::string fields =
      "year: 2025-26\nperiod: {from: 2025-04-01, to: 2026-03-31}\nresults: evaluation-2025-26";
  const std::string sets =
      "- version: one\n  title: One\n  scale: [0, 1]\n  good_from: 1\n  questions:\n"
      "    - {key: ease, text: \"How easy?\", low: Hard, high: Easy, said: it was easy}\n";
  const auto site = [&](const std::string& day, int replies) {
    const std::string counts = replies == 0 ? "[0, 0]" : "[10, 30]";
    return std::vector<DutyPage>{
        {"evaluations/a.md", fields + day},
        {"_data/question-sets.yaml", sets},
        {"_data/evaluation-2025-26.yaml",
         fmt::format("question_set: one\nperiod: {{from: 2025-04-01, to: 2026-03-31}}\n"
                     "replies: {}\nanswers: {{ease: {}}}\n",
                     replies, counts)}};
  };
  const std::string published = "\npublished: 2026-07-10";
  const std::string none =
      "overdue; missed 2025-26 by 2026-12-31 gap 7 evaluations/a.md lacks replies in its results; "
      "next 2026-27 by 2027-12-31 gap 4";
  expect_rows("frequency: annual, page: evaluations/*.md, by: \"12-31\", starts: 2026-11-23",
              {{"2027-01-31", site(published, 0), none},
               {"2027-01-31", site("", 0), none},
               {"2027-01-31", site(published, 40),
                "met; next 2026-27 by 2027-12-31 gap 4; met by evaluations/a.md on 2026-07-10 for "
                "2025-26"},
               {"2027-01-31", site("\ndue: 2026-12-31", 40),
                "met; next 2026-27 by 2027-12-31 gap 4; met by evaluations/a.md for 2025-26"}});
}

}  // namespace
}  // namespace signpost
