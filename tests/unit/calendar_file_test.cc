#include "render/calendar_file.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace signpost {
namespace {

// Lines as they are read here; a file has CR LF.
std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

constexpr std::string_view kZone = R"(BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:STANDARD
DTSTART:19961027T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
)";

Date day(std::string_view text) { return parse_date(text).value(); }

CalendarEvent event_on(std::string_view date) {
  CalendarEvent event;
  event.uid = "a-" + std::string(date);
  event.title = "Help at school";
  event.date = day(date);
  event.from = "10:00";
  event.to = "11:30";
  return event;
}

std::string expected_event(std::string_view uid, std::string_view digits, std::string_view more) {
  return "BEGIN:VEVENT\nUID:" + std::string(uid) +
         "\nDTSTAMP:20261123T000000Z\nDTSTART;TZID=Europe/London:" + std::string(digits) +
         "T100000\nDTEND;TZID=Europe/London:" + std::string(digits) +
         "T113000\nSUMMARY:Help at school\n" + std::string(more) + "END:VEVENT\n";
}

constexpr std::string_view kConfirmed = "STATUS:CONFIRMED\nSEQUENCE:0\n";

TEST(CalendarFile, HoldsTheTimeZoneAndEveryEventInLocalTime) {
  // Winter, summer, and the Sundays on which the clocks change.
  const std::vector<CalendarEvent> events = {event_on("2027-01-20"), event_on("2026-06-17"),
                                             event_on("2026-10-25"), event_on("2027-03-28")};
  std::string expected =
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Signpost//Signpost//EN\nNAME:Anytown: Workshops\n"
      "X-WR-CALNAME:Anytown: Workshops\n";
  expected += kZone;
  expected += expected_event("a-2027-01-20", "20270120", kConfirmed);
  expected += expected_event("a-2026-06-17", "20260617", kConfirmed);
  expected += expected_event("a-2026-10-25", "20261025", kConfirmed);
  expected += expected_event("a-2027-03-28", "20270328", kConfirmed);
  expected += "END:VCALENDAR\n";
  EXPECT_EQ(calendar_file("Anytown: Workshops", events, day("2026-11-23")), with_crlf(expected));
}

TEST(CalendarFile, EscapesTextsAndTellsWhatIsCancelled) {
  CalendarEvent event = event_on("2026-12-09");
  event.title = "Plans; reviews, and \"more\" \\ \x01";
  event.description = "One.\nTwo, three.";
  event.location = "Room 1; or online";
  event.url = "https://www.example.org/a.html";
  event.is_cancelled = true;
  std::string expected =
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Signpost//Signpost//EN\n" + std::string(kZone);
  expected += R"(BEGIN:VEVENT
UID:a-2026-12-09
DTSTAMP:20261123T000000Z
DTSTART;TZID=Europe/London:20261209T100000
DTEND;TZID=Europe/London:20261209T113000
SUMMARY:Plans\; reviews\, and "more" \\)"
              " \n"
              R"(DESCRIPTION:One.\nTwo\, three.
LOCATION:Room 1\; or online
URL:https://www.example.org/a.html
STATUS:CANCELLED
SEQUENCE:1
END:VEVENT
END:VCALENDAR
)";
  EXPECT_EQ(calendar_file("", std::span(&event, 1), day("2026-11-23")), with_crlf(expected));
}

TEST(CalendarFile, LinesAreShortAndLettersWhole) {
  CalendarEvent event = event_on("2026-12-09");
  for (int i = 0; i < 60; ++i) event.description += "گھر é ";
  const std::string file = calendar_file("", std::span(&event, 1), day("2026-11-23"));
  std::string unfolded;
  for (const std::string_view line : split(file, '\n')) {
    EXPECT_LE(line.size(), 76U) << line;  // 75 bytes and the CR
    EXPECT_FALSE(find_invalid_utf8(line).has_value()) << line;
    if (line.empty()) continue;
    ASSERT_TRUE(line.ends_with('\r'));
    const std::string_view text = line.substr(0, line.size() - 1);
    unfolded += text.starts_with(' ') ? std::string(text.substr(1)) : "\n" + std::string(text);
  }
  EXPECT_NE(unfolded.find("\nDESCRIPTION:" + event.description + "\n"), unfolded.npos);
}

}  // namespace
}  // namespace signpost
