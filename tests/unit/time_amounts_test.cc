#include "check/page/time_amounts.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Each as "words: number unit", with "!" where it is said as a limit.
std::vector<std::string> amounts(std::string_view text) {
  static constexpr std::string_view kUnits[] = {"days",   "school days",  "working days",
                                                "months", "times a year", "day of the year"};
  std::vector<std::string> found;
  for (const TimeAmount& each : find_time_amounts(text)) {
    found.push_back(fmt::format("{}: {} {}{}", text.substr(each.begin, each.end - each.begin),
                                each.number, kUnits[static_cast<std::size_t>(each.unit)],
                                each.is_said_as_limit ? "!" : ""));
  }
  return found;
}

TEST(TimeAmounts, AreReadInWordsAndDigits) {
  EXPECT_THAT(amounts("within 20 weeks"), ElementsAre("20 weeks: 140 days!"));
  EXPECT_THAT(amounts("the 20-week limit"), ElementsAre("20-week: 140 days!"));
  EXPECT_THAT(amounts("shut for four weeks or more"), ElementsAre("four weeks: 28 days!"));
  EXPECT_THAT(amounts("fifteen school days from the notice"),
              ElementsAre("fifteen school days: 15 school days!"));
  EXPECT_THAT(amounts("2 weeks' notice"), ElementsAre("2 weeks: 14 days"));
  EXPECT_THAT(amounts("within a month"), ElementsAre("a month: 1 months!"));
  EXPECT_THAT(amounts("by week 6"), ElementsAre("week 6: 42 days!"));
  EXPECT_THAT(amounts("from the sixth school day"),
              ElementsAre("sixth school day: 6 school days!"));
  EXPECT_THAT(amounts("3 times a year"), ElementsAre("3 times a year: 3 times a year"));
  EXPECT_THAT(amounts("6 weeks of the day"), ElementsAre("6 weeks: 42 days!"));
  EXPECT_THAT(amounts("from 25 december to 1 january"),
              ElementsAre("25 december: 1225 day of the year!", "1 january: 101 day of the year!"));
}

TEST(TimeAmounts, ThatCanBeNoLimitAreLeftOut) {
  for (const std::string_view text :
       {"less than 2 weeks left", "3 weeks ago", "6 months old", "3 days a week", "6 weeks long",
        "the last 6 months", "6 to 8 weeks", "6-8 weeks", "two or three weeks", "do it in a hurry",
        "a day at school", "it lasted 20 weeks", "31 march 2027", "year 11", "3 weeks to go"}) {
    EXPECT_THAT(amounts(text), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace signpost
