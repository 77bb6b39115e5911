// Workshops from their files to pages and calendar files, with a theme that prints what it is
// given.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "publications/workshops.h"
#include "unit/english_words.h"
#include "unit/small_site.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kConfig = R"(languages:
  - {tag: en-GB, name: English, dir: ltr}
  - {tag: ur, name: اردو, dir: rtl}
calendar:
  terms:
    - {name: Summer term, from: 2026-04-13, to: 2026-07-21}
    - {name: Autumn term, from: 2026-09-01, to: 2026-12-18}
    - {name: Spring term, from: 2027-01-04, to: 2027-03-25}
folders:
  training: {kind: workshop, title: Training, summary: What we teach.}
)";

constexpr std::string_view kMenu = R"(---
title: Menu 2026-27
kind: workshop-menu
summary: The year.
year: 2026-27
published: 2026-03-30
---
Words.
)";

constexpr std::string_view kPlans = R"(---
title: Plans, step by step
summary: What a plan is.
who_for: Parents
learn: [how to ask, how to check]
length: 2 hours
run_by: An adviser
why: Families asked.
sessions:
  - {date: 2026-06-17, from: "10:00", to: "12:00", venue: "Hall, Anytown", attended: 4}
  - {date: 2026-08-12, from: "10:00", to: "12:00", venue: "Hall, Anytown", attended: 5}
  - {date: 2026-11-22, from: "10:00", to: "12:00", venue: "Hall, Anytown"}
  - {date: 2026-11-23, from: "10:00", to: "12:00", venue: "Hall, Anytown", status: full}
  - {date: 2026-11-23, from: "09:00", to: "09:30", online: true}
  - {date: 2027-01-20, from: "18:00", to: "19:30", venue: "Hall, Anytown", online: true,
     access: Step-free, booking: Say how you will come., places: 20}
---
Words.
)";

constexpr std::string_view kReviews = R"(---
title: Reviews
summary: What a review is.
who_for: Parents
learn: [how it works]
length: 1 hour
run_by: An adviser
why: Families asked.
sessions:
  - {date: 2026-12-02, from: "10:00", to: "11:00", online: true, status: cancelled}
---
Words.
)";

constexpr std::string_view kReviewsInUrdu = R"(---
title: جائزے
summary: جائزہ کیا ہے۔
who_for: والدین
learn: [طریقہ]
length: 1 گھنٹہ
run_by: مشیر
why: خاندانوں نے کہا۔
---
الفاظ
)";

constexpr std::string_view kSession =
    "{{title}} {{href}} | {{date.text}} {{starts.text}}-{{ends.text}} {{ends.iso}} | {{venue}}"
    "{{#is_online}} online{{/is_online}} | {{access}} {{booking}} {{places}}"
    "{{#is_over}} over{{/is_over}}{{#is_full}} full{{/is_full}}{{#is_cancelled}} "
    "cancelled{{/is_cancelled}}{{#came}} came {{came}}{{#came_rounded}} or "
    "so{{/came_rounded}}{{/came}}"
    "{{#came_few}} {{came_few}}{{/came_few}} | "
    "{{calendar}} {{mail}}\n";

constexpr std::string_view kWorkshop = R"({{#workshop}}
{{#fields}}
{{who_for}} | {{length}} | {{run_by}} | {{why}}{{#learn}} | {{.}}{{/learn}}
{{/fields}}
{{#menu}}menu {{title}} {{href}}{{/menu}}
{{#groups}}
[{{name}}]
{{#sessions}}
{{> session}}
{{/sessions}}
{{/groups}}
{{#has_over}}
[over]
{{/has_over}}
{{#over}}
{{> session}}
{{/over}}
{{all}} {{this_term}} {{past}} {{feed}}
{{/workshop}}
)";

constexpr std::string_view kMenuLayout = R"({{#workshop_menu}}
{{fields.year}} {{period}} {{fields.published.text}}
{{#packages}}
{{title}} {{href}} {{summary}} {{fields.who_for}}
{{/packages}}
{{#groups}}
[{{name}}]{{#sessions}} {{title}} {{date.iso}};{{/sessions}}

{{/groups}}
{{#has_over}}
over{{#over}} {{title}} {{date.iso}};{{/over}}
{{/has_over}}
{{/workshop_menu}}
{{^workshop}}no workshop{{/workshop}}
)";

constexpr std::string_view kListing = R"({{#workshops}}
{{#term}}{{name}} {{begins.text}} {{until.text}}{{/term}}{{#is_term_now}} now{{/is_term_now}}
{{#next_term}}next {{name}}{{/next_term}}
sessions{{#sessions}} {{title}} {{date.iso}};{{/sessions}}

over{{#over}} {{title}} {{date.iso}};{{/over}}

{{#later}}
later [{{name}}]{{#sessions}} {{title}} {{date.iso}};{{/sessions}}

{{/later}}
{{#years}}
past {{year}}{{#sessions}} {{title}} {{date.iso}};{{/sessions}}

{{/years}}
{{#menus}}
menu {{title}} {{href}} {{summary}}
{{/menus}}
{{/workshops}}
)";

std::string without_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

class WorkshopPagesTest : public SmallSite {
 protected:
  WorkshopPagesTest() {
    folder_.write("site-config.yaml", small_config(kConfig));
    const std::string theme = "themes/signpost/";
    for (const char* layout : {"page", "list", "search", "software", "not-found", "redirect"}) {
      folder_.write(theme + "layouts/" + layout + ".mustache", "{{page.title}}\n");
    }
    folder_.write(theme + "layouts/workshop.mustache", kWorkshop);
    folder_.write(theme + "layouts/workshop-menu.mustache", kMenuLayout);
    for (const char* layout : {"workshops", "workshops-this-term", "workshops-past"}) {
      folder_.write(theme + "layouts/" + layout + ".mustache", kListing);
    }
    folder_.write(theme + "partials/session.mustache", kSession);
    folder_.write(theme + "i18n/en.yaml",
                  "home: Home\nsession_online: Online\nsession_or_online: or online\n"
                  "session_access: Access\nsession_booking: Booking\nbooking_phone: Ring\n"
                  "booking_email: Write to\nworkshops_calendar: Workshops\n"
                  "session_came_people: \"{n}\"\nsession_came_few: few (under {n})\n" +
                      english_time_strings());
    folder_.write("content/index.md", "---\ntitle: Home\nsummary: About it.\n---\nWords.\n");
    folder_.write("content/training/2026-27/index.md", kMenu);
    folder_.write("content/training/2026-27/plans.md", kPlans);
    folder_.write("content/training/2026-27/reviews.md", kReviews);
    folder_.write("content/training/2026-27/reviews.ur.md", kReviewsInUrdu);
  }

  void make(std::string_view today, const std::string& base_url = "") {
    SmallSite::make(today, base_url);
  }
};

TEST_F(WorkshopPagesTest, WorkshopHasItsSessionsByTermAndThoseThatAreOver) {
  make("2026-11-23");
  EXPECT_EQ(rendered("training/2026-27/plans.html"),
            R"(Parents | 2 hours | An adviser | Families asked. | how to ask | how to check
menu Menu 2026-27 ../../training/2026-27/index.html
[Autumn term]
Plans, step by step ../../training/2026-27/plans.html | Monday 23 November 2026 9am-9:30am 2026-11-23T09:30:00+00:00 |  online |    | ../../training/2026-27/plans-2026-11-23-0900.ics mailto:help@anytown.example?subject=Plans%2C%20step%20by%20step%2C%2023%20November%202026
Plans, step by step ../../training/2026-27/plans.html | Monday 23 November 2026 10am-midday 2026-11-23T12:00:00+00:00 | Hall, Anytown |    full | ../../training/2026-27/plans-2026-11-23.ics mailto:help@anytown.example?subject=Plans%2C%20step%20by%20step%2C%2023%20November%202026
[Spring term]
Plans, step by step ../../training/2026-27/plans.html | Wednesday 20 January 2027 6pm-7:30pm 2027-01-20T19:30:00+00:00 | Hall, Anytown online | Step-free Say how you will come. 20 | ../../training/2026-27/plans-2027-01-20.ics mailto:help@anytown.example?subject=Plans%2C%20step%20by%20step%2C%2020%20January%202027
[over]
Plans, step by step ../../training/2026-27/plans.html | Sunday 22 November 2026 10am-midday 2026-11-22T12:00:00+00:00 | Hall, Anytown |    over |  
Plans, step by step ../../training/2026-27/plans.html | Wednesday 12 August 2026 10am-midday 2026-08-12T12:00:00+01:00 | Hall, Anytown |    over came 5 |  
Plans, step by step ../../training/2026-27/plans.html | Wednesday 17 June 2026 10am-midday 2026-06-17T12:00:00+01:00 | Hall, Anytown |    over few (under 5) |  
../../training/index.html ../../training/this-term.html ../../training/past.html ../../training/workshops.ics
)");
}

TEST_F(WorkshopPagesTest, AStrictSiteTellsNoCountUnderEight) {
  folder_.write("site-config.yaml",
                small_config(std::string(kConfig) + "disclosure: {profile: strict}\n"));
  folder_.write("content/training/2026-27/plans.md", R"(---
title: Plans
summary: What a plan is.
who_for: Parents
learn: [how to ask]
length: 2 hours
run_by: An adviser
why: Families asked.
sessions:
  - {date: 2026-06-17, from: "10:00", to: "12:00", online: true, attended: 6}
  - {date: 2026-08-12, from: "10:00", to: "12:00", online: true, attended: 14}
  - {date: 2026-09-09, from: "10:00", to: "12:00", online: true, attended: 0}
---
Words.
)");
  make("2026-11-23");
  const std::string page = rendered("training/2026-27/plans.html");
  EXPECT_THAT(page, HasSubstr("17 June 2026 10am-midday 2026-06-17T12:00:00+01:00 |  online |    "
                              "over few (under 8) | "));
  EXPECT_THAT(page, HasSubstr("12 August 2026 10am-midday 2026-08-12T12:00:00+01:00 |  online |    "
                              "over came 15 or so | "));
  EXPECT_THAT(page, HasSubstr("9 September 2026 10am-midday 2026-09-09T12:00:00+01:00 |  online | "
                              "   over came 0 | "));
}

TEST_F(WorkshopPagesTest, TranslationHasTheSessionsOfItsOriginal) {
  make("2026-11-23");
  EXPECT_EQ(rendered("training/2026-27/reviews.ur.html"),
            R"(والدین | 1 گھنٹہ | مشیر | خاندانوں نے کہا۔ | طریقہ
menu Menu 2026-27 ../../training/2026-27/index.html
[Autumn term]
جائزے ../../training/2026-27/reviews.ur.html | <bdi>بدھ، 2 دسمبر 2026</bdi> <bdi>صبح 10 بجے</bdi>-<bdi>صبح 11 بجے</bdi> 2026-12-02T11:00:00+00:00 |  online |    cancelled |  
../../training/index.html ../../training/this-term.html ../../training/past.html ../../training/workshops.ics
)");
}

TEST_F(WorkshopPagesTest, MenuHasItsWorkshopsAndAllTheirSessions) {
  make("2026-11-23");
  EXPECT_EQ(rendered("training/2026-27/index.html"),
            R"(2026-27 1 April 2026 to 31 March 2027 30 March 2026
Plans, step by step ../../training/2026-27/plans.html What a plan is. Parents
Reviews ../../training/2026-27/reviews.html What a review is. Parents
[Autumn term] Plans, step by step 2026-11-23; Plans, step by step 2026-11-23; Reviews 2026-12-02;
[Spring term] Plans, step by step 2027-01-20;
over Plans, step by step 2026-11-22; Plans, step by step 2026-08-12; Plans, step by step 2026-06-17;
no workshop
)");
}

TEST_F(WorkshopPagesTest, ThisTermIsTheOneOfToday) {
  make("2026-11-23");
  EXPECT_EQ(listing("training/this-term.html"), R"(Autumn term 1 September 2026 18 December 2026 now
next Spring term
sessions Plans, step by step 2026-11-23; Plans, step by step 2026-11-23; Reviews 2026-12-02;
over Plans, step by step 2026-11-22;
later [Spring term] Plans, step by step 2027-01-20;
past 2026-27 Plans, step by step 2026-11-22; Plans, step by step 2026-08-12; Plans, step by step 2026-06-17;
menu Menu 2026-27 ../training/2026-27/index.html The year.
)");
}

TEST_F(WorkshopPagesTest, InHolidaysThisTermIsTheNextOne) {
  make("2026-12-19");
  EXPECT_EQ(listing("training/this-term.html"), R"(Spring term 4 January 2027 25 March 2027

sessions Plans, step by step 2027-01-20;
over
past 2026-27 Reviews 2026-12-02; Plans, step by step 2026-11-23; Plans, step by step 2026-11-23; Plans, step by step 2026-11-22; Plans, step by step 2026-08-12; Plans, step by step 2026-06-17;
menu Menu 2026-27 ../training/2026-27/index.html The year.
)");
}

TEST_F(WorkshopPagesTest, AfterTheLastTermThereIsNone) {
  make("2027-03-26");
  EXPECT_EQ(listing("training/past.html"), R"(
sessions
over
past 2026-27 Plans, step by step 2027-01-20; Reviews 2026-12-02; Plans, step by step 2026-11-23; Plans, step by step 2026-11-23; Plans, step by step 2026-11-22; Plans, step by step 2026-08-12; Plans, step by step 2026-06-17;
menu Menu 2026-27 ../training/2026-27/index.html The year.
)");
}

TEST_F(WorkshopPagesTest, EverySessionHasACalendarFileOfItsOwn) {
  make("2026-11-23");
  std::vector<std::string> calendars;
  for (const std::string& url : listing_urls()) {
    if (url.ends_with(".ics")) calendars.push_back(url);
  }
  // The first one written for a day keeps the day's address when another is added.
  EXPECT_THAT(
      calendars,
      ElementsAre("training/2026-27/plans-2026-06-17.ics", "training/2026-27/plans-2026-08-12.ics",
                  "training/2026-27/plans-2026-11-22.ics",
                  "training/2026-27/plans-2026-11-23-0900.ics",
                  "training/2026-27/plans-2026-11-23.ics", "training/2026-27/plans-2027-01-20.ics",
                  "training/2026-27/reviews-2026-12-02.ics", "training/workshops.ics"));
  const std::string feed = listing("training/workshops.ics");
  std::size_t count = 0;
  for (std::size_t at = feed.find("BEGIN:VEVENT"); at != feed.npos;
       at = feed.find("BEGIN:VEVENT", at + 1)) {
    ++count;
  }
  EXPECT_EQ(count, 7U);
  EXPECT_THAT(feed, HasSubstr("\r\nNAME:Anytown SENDIASS: Workshops\r\n"));
}

TEST_F(WorkshopPagesTest, CalendarFileSaysWhereAndHowToBook) {
  make("2026-11-23", "https://www.example.org/");
  const std::string file = listing("training/2026-27/plans-2027-01-20.ics");
  EXPECT_EQ(without_returns(file.substr(file.find("BEGIN:VEVENT"))), R"(BEGIN:VEVENT
UID:99660497-613f-83bf-9cd6-ef470a272e80
DTSTAMP:20261123T000000Z
DTSTART;TZID=Europe/London:20270120T180000
DTEND;TZID=Europe/London:20270120T193000
SUMMARY:Plans\, step by step
DESCRIPTION:What a plan is.\nAccess: Step-free\nBooking: Say how you will 
 come.\nRing 01632 960 001\nWrite to help@anytown.example
LOCATION:Hall\, Anytown\, or online
URL:https://www.example.org/training/2026-27/plans.html
STATUS:CONFIRMED
SEQUENCE:0
END:VEVENT
END:VCALENDAR
)");
  EXPECT_THAT(listing("training/2026-27/reviews-2026-12-02.ics"),
              HasSubstr("\r\nSTATUS:CANCELLED\r\nSEQUENCE:1\r\n"));
}

TEST_F(WorkshopPagesTest, IdentifiersStayWhenTheSiteMoves) {
  make("2026-11-23", "https://www.example.org/");
  const std::string here = listing("training/2026-27/plans-2026-06-17.ics");
  make("2026-11-23", "https://other.example.org/");
  const std::string there = listing("training/2026-27/plans-2026-06-17.ics");
  const auto uid = [](const std::string& file) {
    const std::size_t begin = file.find("UID:");
    return file.substr(begin, file.find('\r', begin) - begin);
  };
  EXPECT_EQ(uid(here), uid(there));
  EXPECT_NE(here, there);
}

TEST_F(WorkshopPagesTest, SearchEnginesAreToldOfTheSessionsToCome) {
  folder_.write("themes/signpost/layouts/workshop.mustache", "{{{json_ld}}}\n");
  make("2026-11-23");
  EXPECT_EQ(
      rendered("training/2026-27/plans.html"),
      R"({"@context":"https://schema.org","@graph":[{"@type":"Event","name":"Plans, step by step","description":"What a plan is.","startDate":"2026-11-23T09:00:00+00:00","endDate":"2026-11-23T09:30:00+00:00","eventStatus":"https://schema.org/EventScheduled","eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode","location":{"@type":"VirtualLocation","name":"Online"},"isAccessibleForFree":true,"inLanguage":"en-GB","organizer":{"@type":"Organization","name":"Anytown SENDIASS"}},{"@type":"Event","name":"Plans, step by step","description":"What a plan is.","startDate":"2026-11-23T10:00:00+00:00","endDate":"2026-11-23T12:00:00+00:00","eventStatus":"https://schema.org/EventScheduled","eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode","location":{"@type":"Place","name":"Hall, Anytown","address":"Hall, Anytown"},"isAccessibleForFree":true,"inLanguage":"en-GB","organizer":{"@type":"Organization","name":"Anytown SENDIASS"}},{"@type":"Event","name":"Plans, step by step","description":"What a plan is.","startDate":"2027-01-20T18:00:00+00:00","endDate":"2027-01-20T19:30:00+00:00","eventStatus":"https://schema.org/EventScheduled","eventAttendanceMode":"https://schema.org/MixedEventAttendanceMode","location":[{"@type":"Place","name":"Hall, Anytown","address":"Hall, Anytown"},{"@type":"VirtualLocation","name":"Online"}],"maximumAttendeeCapacity":20,"isAccessibleForFree":true,"inLanguage":"en-GB","organizer":{"@type":"Organization","name":"Anytown SENDIASS"}}]}
)");
  EXPECT_EQ(
      rendered("training/2026-27/reviews.html"),
      R"({"@context":"https://schema.org","@graph":[{"@type":"Event","name":"Reviews","description":"What a review is.","startDate":"2026-12-02T10:00:00+00:00","endDate":"2026-12-02T11:00:00+00:00","eventStatus":"https://schema.org/EventCancelled","eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode","location":{"@type":"VirtualLocation","name":"Online"},"isAccessibleForFree":true,"inLanguage":"en-GB","organizer":{"@type":"Organization","name":"Anytown SENDIASS"}}]}
)");
}

class NoWorkshops : public SmallSite {};

TEST_F(NoWorkshops, MakeNoPages) {
  folder_.write("site-config.yaml", small_config(kConfig));
  folder_.write("content/index.md", "---\ntitle: Home\nsummary: About it.\n---\nWords.\n");
  make("2026-11-23", "");
  EXPECT_TRUE(find_workshops(loaded_->site).empty());
  EXPECT_THAT(listing_urls(), Not(testing::Contains(HasSubstr("training"))));
}

}  // namespace
}  // namespace signpost
