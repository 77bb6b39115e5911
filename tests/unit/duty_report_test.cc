#include <gtest/gtest.h>

#include "duties/calendar.h"
#include "duties/report.h"
#include "unit/duty_site.h"

namespace signpost {
namespace {

constexpr char kDuties[] = R"(  - id: privacy
    what: Privacy notice
    clause: UK GDPR
    frequency: on_change
    page: about/privacy.md
  - id: annual-report
    what: Annual report, with how many people we helped and what it cost
    clause: "Specification, KPI 1"
    frequency: annual
    page: reports/*.md
    by: "07-31"
  - id: meetings
    what: Meetings
    clause: "KPI 1"
    frequency: each_meeting
    page: group/*.md
    per_year: 3
    starts: 2026-06-01
    must: false
)";

std::vector<DutyLine> lines(std::string_view today) {
  const DutySite made = duty_site(kDuties,
                                  {{"about/privacy.md", "reviewed: 2026-10-05"},
                                   {"group/june.md", "date: 2026-12-09\nminutes: not-yet"}},
                                  *parse_date(today));
  return duty_lines(made.loaded->site, made.loaded->on_day.duties);
}

TEST(DutyReport, TextIsATableOfEightyColumns) {
  EXPECT_EQ(duties_text(lines("2026-11-23"), *parse_date("2026-11-23")),
            R"(state      duty                                    next
never      Annual report, with how many people we  2025-26: 31 July 2026
           helped and what it cost
due        Meetings (recommended)                  9 December 2026, in 16 days
met        Privacy notice                          no day set

3 duties: 1 met, 1 due, 0 overdue, 1 never, 0 not yet due
)");
}

TEST(DutyReport, JsonHasEveryKeyOfEveryDuty) {
  EXPECT_EQ(duties_json(lines("2026-11-23"), *parse_date("2026-11-23")), R"({
  "date": "2026-11-23",
  "duties": [
    {
      "id": "privacy",
      "what": "Privacy notice",
      "clause": "UK GDPR",
      "frequency": "on_change",
      "must": true,
      "state": "met",
      "due": null,
      "days": null,
      "for": null,
      "gap": null,
      "page": {
        "title": "about/privacy.md",
        "url": "about/privacy.html",
        "date": "2026-10-05"
      },
      "held": null,
      "planned": null,
      "per_year": null
    },
    {
      "id": "annual-report",
      "what": "Annual report, with how many people we helped and what it cost",
      "clause": "Specification, KPI 1",
      "frequency": "annual",
      "must": true,
      "state": "never",
      "due": "2026-07-31",
      "days": -115,
      "for": "2025-26",
      "gap": "period",
      "page": null,
      "held": null,
      "planned": null,
      "per_year": null
    },
    {
      "id": "meetings",
      "what": "Meetings",
      "clause": "KPI 1",
      "frequency": "each_meeting",
      "must": false,
      "state": "due",
      "due": "2026-12-09",
      "days": 16,
      "for": "9 December 2026",
      "gap": "meeting",
      "page": null,
      "held": 0,
      "planned": 1,
      "per_year": 3
    }
  ]
}
)");
}

TEST(DutyReport, CalendarHasADayForEachDutyThatIsDue) {
  EXPECT_EQ(
      duties_ics(lines("2026-11-23"), *parse_date("2026-11-23")),
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Signpost//Signpost//EN\r\n"
      "BEGIN:VEVENT\r\nUID:duty-annual-report-2026-07-31@signpost\r\n"
      "DTSTAMP:20261123T000000Z\r\nDTSTART;VALUE=DATE:20260731\r\n"
      "TRANSP:TRANSPARENT\r\n"
      "SUMMARY:Due: Annual report\\, with how many people we helped and what it \r\n"
      " cost (2025-26)\r\nDESCRIPTION:Specification\\, KPI 1\r\nSTATUS:CONFIRMED\r\nSEQUENCE:0\r\n"
      "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
      "DESCRIPTION:Due: Annual report\\, with how many people we helped and what \r\n"
      " it cost (2025-26)\r\nTRIGGER:-P30D\r\nEND:VALARM\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:duty-meetings-2026-12-09@signpost\r\n"
      "DTSTAMP:20261123T000000Z\r\nDTSTART;VALUE=DATE:20261209\r\n"
      "TRANSP:TRANSPARENT\r\n"
      "SUMMARY:Due: Meetings (9 December 2026)\r\nDESCRIPTION:KPI 1\r\n"
      "STATUS:CONFIRMED\r\nSEQUENCE:0\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
      "DESCRIPTION:Due: Meetings (9 December 2026)\r\nTRIGGER:-P30D\r\n"
      "END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

}  // namespace
}  // namespace signpost
