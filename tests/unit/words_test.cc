#include "words/words.h"

#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "unit/english_words.h"
#include "words/marks.h"
#include "words/times.h"

namespace signpost {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

Words polish() {
  return {"pl",
          "ltr",
          {{"people",
            {"{n} osoby",
             {{"one", "{n} osoba"},
              {"few", "{n} osoby"},
              {"many", "{n} osób"},
              {"other", "{n} osoby"}}}},
           {"weeks", {"{n} weeks", {{"one", "{n} week"}, {"other", "{n} weeks"}}, true}},
           {"home", {"Home", {}, true}},
           {"number_group", {" "}},
           {"number_point", {","}},
           {"percent", {"{n} %"}}}};
}

TEST(Words, FillInWhatIsNamed) {
  EXPECT_EQ(filled("{a} and {b}, not {c} or { or {a", {{"a", "{b}"}, {"b", "2"}}),
            "{b} and 2, not {c} or { or {a");
}

TEST(Words, TakeTheFormThatGoesWithTheNumber) {
  const Words words = polish();
  const std::pair<std::int64_t, std::string_view> rows[] = {
      {0, "0 osób"},   {1, "1 osoba"},   {2, "2 osoby"},       {5, "5 osób"},
      {12, "12 osób"}, {22, "22 osoby"}, {1022, "1 022 osoby"}};
  for (const auto& [number, text] : rows) EXPECT_EQ(words.count("people", number), text);
  EXPECT_EQ(english().count("unit_weeks", 1), "1 week");
  EXPECT_EQ(english().count("unit_weeks", 20), "20 weeks");
  EXPECT_EQ(english().count("evaluation_replies", 1234), "1,234 people replied.");
}

TEST(Words, SayThatTheyAreEnglishWhereTheLanguageLacksThem) {
  const Words words = polish();
  EXPECT_EQ(mark_up(words.text("home")), "<span lang=\"en\" dir=\"ltr\">Home</span>");
  EXPECT_EQ(mark_up(words.count("weeks", 1)), "<span lang=\"en\" dir=\"ltr\">1 week</span>");
  EXPECT_EQ(words.plain("home"), "Home");
  EXPECT_TRUE(words.has_marks());
  EXPECT_FALSE(english().has_marks());
  EXPECT_EQ(words.text("nothing"), "");
}

TEST(Words, OfThePageStayItsOwnWithinEnglish) {
  const Words words(
      "ar", "rtl",
      {{"table_note", {"Note: {text}", {}, true}},
       {"date", {"{day} {month} {year}", {}, true}},
       {"unit_days", {"{n} days", {{"one", "{n} day"}, {"other", "{n} days"}}, true}}});
  EXPECT_EQ(mark_up(words.text("table_note", {{"text", "ملاحظة {text}"}})),
            "<span lang=\"en\" dir=\"ltr\">Note: <span lang=\"ar\" dir=\"rtl\">ملاحظة "
            "{text}</span></span>");
  EXPECT_EQ(mark_up(words.text("date", {{"day", "12"}, {"month", "أكتوبر"}, {"year", "2026"}})),
            "12 أكتوبر 2026");
  EXPECT_EQ(mark_up(words.count("unit_days", 5)), "<span lang=\"en\" dir=\"ltr\">5 days</span>");
}

TEST(Words, SetFactsApartFromRightToLeftOnly) {
  EXPECT_EQ(english().fact("01632 960 001"), "01632 960 001");
  const Words urdu("ur", "rtl", {});
  EXPECT_EQ(mark_up(urdu.fact("01632 960 001")), "<bdi>01632 960 001</bdi>");
}

TEST(Marks, BecomeElementsInTextAlone) {
  const std::string fact = set_apart("5");
  const std::string word = in_language("Mon", "en", "ltr");
  EXPECT_EQ(mark_up("<title>" + fact + "</title><p title=\"a>" + word + "\">" + word + " " +
                    set_apart("1 " + word) + "</p><script>\"" + fact + "\"</script>"),
            "<title>5</title><p title=\"a>Mon\"><span lang=\"en\" dir=\"ltr\">Mon</span> "
            "<bdi>1 <span lang=\"en\" dir=\"ltr\">Mon</span></bdi></p><script>\"5\"</script>");
  EXPECT_EQ(without_marks(fact + word), "5Mon");
}

TEST(Marks, WithoutTheirOtherHalfAreLeftOut) {
  EXPECT_EQ(mark_up("<p>\u2068a<b>b\u2069</b>\u2069</p>"), "<p>a<b>b</b></p>");
  EXPECT_EQ(mark_up("\uFDD0\u2068a\uFDD2\u2069\uFDD1"), "a");
  EXPECT_EQ(mark_up("\uFDD0x\" onload y\uFDD1a\uFDD2"),
            "<span lang=\"x&quot;\" dir=\"onload y\">a</span>");
}

TEST(Times, AreWrittenAsPeopleSayThem) {
  const struct {
    std::string_view time, text;
  } rows[] = {{"09:00", "9am"},     {"09:30", "9:30am"},  {"12:00", "midday"},
              {"12:15", "12:15pm"}, {"00:05", "12:05am"}, {"17:00", "5pm"},
              {"24:00", "24:00"},   {"9:00", "9:00"},     {"09:60", "09:60"}};
  for (const auto& row : rows) EXPECT_EQ(time_text(english(), row.time), row.text);
}

TEST(Times, OfDaysAndPeriods) {
  EXPECT_EQ(date_text(english(), day("2026-09-03")), "3 September 2026");
  EXPECT_EQ(date_text(Words(), day("2026-09-03")), "2026-09-03");
  EXPECT_EQ(weekday_date_text(english(), day("2026-11-23")), "Monday 23 November 2026");
  EXPECT_EQ(weekday_date_text(english(), day("2028-02-29")), "Tuesday 29 February 2028");
  EXPECT_EQ(period_text(english(), day("2026-04-01"), day("2027-03-31")),
            "1 April 2026 to 31 March 2027");
}

TEST(Times, OfOpening) {
  const std::vector<std::string> three = {"monday", "wednesday", "friday"};
  EXPECT_EQ(hours_text(english(), "12:00", "20:30", three),
            "midday to 8:30pm, Monday, Wednesday and Friday");
  const std::vector<std::string> two = {"monday", "tuesday"};
  EXPECT_EQ(hours_text(english(), "00:15", "12:30", two), "12:15am to 12:30pm, Monday and Tuesday");
}

TEST(Times, ListsHaveTheLanguagesCommas) {
  const std::vector<std::string> lines = {"1 High Street", "Rivertown", "RT1 1AA"};
  const std::span<const std::string> none;
  EXPECT_EQ(series_text(english(), lines), "1 High Street, Rivertown, RT1 1AA");
  EXPECT_EQ(list_text(english(), lines), "1 High Street, Rivertown and RT1 1AA");
  EXPECT_EQ(series_text(english(), none) + list_text(english(), none), "");
}

TEST(Times, NumbersHaveTheLanguagesSeparators) {
  EXPECT_EQ(number_text(english(), 6628, 0), "6,628");
  EXPECT_EQ(percent_text(english(), 7.5, 1), "7.5%");
  EXPECT_EQ(number_text(polish(), -1234567.5, 2), "\u22121 234 567,50");
  EXPECT_EQ(percent_text(polish(), 7.5, 1), "7,5 %");
}

}  // namespace
}  // namespace signpost
