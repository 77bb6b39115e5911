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
            R"(state      duty                           how it stands
never      Annual report, with how many   Nothing is there yet. Overdue since 31
           people we helped and what it   July 2026: 2025-26. Next: 2026-27, by
           cost                           31 July 2027.
due        Meetings (recommended)         Next: the papers of 9 December 2026,
                                          by 9 December 2026 (in 16 days).
due        Closing days in                The last one is 25 December 2026 (in
           site-config.yaml               32 days): add more.
met        Privacy notice                 Dated 5 October 2026.

4 duties: 1 met, 2 due, 0 overdue, 1 never, 0 not yet due
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
      "missed": [],
      "planned_on": null,
      "page": {
        "title": "about/privacy.md",
        "url": "about/privacy.html",
        "date": "2026-10-05",
        "for": null
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
      "missed": [
        {
          "for": "2025-26",
          "due": "2026-07-31",
          "days": -115,
          "gap": "period",
          "lacks": null,
          "page": null
        }
      ],
      "planned_on": null,
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
      "missed": [],
      "planned_on": null,
      "page": null,
      "held": 0,
      "planned": 1,
      "per_year": 3
    },
    {
      "id": "closing-days",
      "what": "Closing days in site-config.yaml",
      "clause": null,
      "frequency": "settings",
      "must": true,
      "state": "due",
      "due": "2026-12-25",
      "days": 32,
      "for": null,
      "gap": "calendar",
      "missed": [],
      "planned_on": null,
      "page": null,
      "held": null,
      "planned": null,
      "per_year": null
    }
  ]
}
)");
}

TEST(DutyReport, CalendarHasADayForEachDutyThatIsDue) {
  EXPECT_EQ(duties_ics(lines("2026-11-23"), "anytown.example", *parse_date("2026-11-23")),
            "BEGIN:VCALENDAR\r\n"
            "VERSION:2.0\r\n"
            "PRODID:-//Signpost//Signpost//EN\r\n"
            "BEGIN:VEVENT\r\n"
            "UID:duty-annual-report-2025-26@anytown.example\r\n"
            "DTSTAMP:20261123T000000Z\r\n"
            "DTSTART;VALUE=DATE:20260731\r\n"
            "TRANSP:TRANSPARENT\r\n"
            "SUMMARY:Due: Annual report\\, with how many people we helped and what it \r\n"
            " cost (2025-26)\r\n"
            "DESCRIPTION:Specification\\, KPI 1\r\n"
            "STATUS:CONFIRMED\r\n"
            "SEQUENCE:0\r\n"
            "BEGIN:VALARM\r\n"
            "ACTION:DISPLAY\r\n"
            "DESCRIPTION:Due: Annual report\\, with how many people we helped and what \r\n"
            " it cost (2025-26)\r\n"
            "TRIGGER:-P30D\r\n"
            "END:VALARM\r\n"
            "END:VEVENT\r\n"
            "BEGIN:VEVENT\r\n"
            "UID:duty-meetings-group-june-md@anytown.example\r\n"
            "DTSTAMP:20261123T000000Z\r\n"
            "DTSTART;VALUE=DATE:20261209\r\n"
            "TRANSP:TRANSPARENT\r\n"
            "SUMMARY:Due: Meetings (9 December 2026)\r\n"
            "DESCRIPTION:KPI 1\r\n"
            "STATUS:CONFIRMED\r\n"
            "SEQUENCE:0\r\n"
            "BEGIN:VALARM\r\n"
            "ACTION:DISPLAY\r\n"
            "DESCRIPTION:Due: Meetings (9 December 2026)\r\n"
            "TRIGGER:-P30D\r\n"
            "END:VALARM\r\n"
            "END:VEVENT\r\n"
            "BEGIN:VEVENT\r\n"
            "UID:duty-closing-days@anytown.example\r\n"
            "DTSTAMP:20261123T000000Z\r\n"
            "DTSTART;VALUE=DATE:20261225\r\n"
            "TRANSP:TRANSPARENT\r\n"
            "SUMMARY:Due: Closing days in site-config.yaml\r\n"
            "STATUS:CONFIRMED\r\n"
            "SEQUENCE:0\r\n"
            "BEGIN:VALARM\r\n"
            "ACTION:DISPLAY\r\n"
            "DESCRIPTION:Due: Closing days in site-config.yaml\r\n"
            "TRIGGER:-P30D\r\n"
            "END:VALARM\r\n"
            "END:VEVENT\r\n"
            "END:VCALENDAR\r\n");
}

}  // namespace
}  // namespace signpost
