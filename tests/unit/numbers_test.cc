#include "data/numbers.h"

#include <string>

#include <gtest/gtest.h>

namespace signpost {
namespace {

// What a text is as a number: "value/decimals", with % at the end, or "none".
std::string parsed(const std::optional<Number>& number) {
  if (!number) return "none";
  return number_text(number->value, number->decimals) + "/" + std::to_string(number->decimals) +
         (number->percent ? "%" : "");
}

TEST(Numbers, AreReadAsStaffTypeThem) {
  struct Case {
    const char* text;
    const char* number;
  };
  const Case cases[] = {
      {"0", "0/0"},
      {"6628", "6,628/0"},
      {"6,628", "6,628/0"},
      {"1,234,567.50", "1,234,567.50/2"},
      {"-19,142",
       "\xE2\x88\x92"
       "19,142/0"},
      {"\xE2\x88\x92"
       "5.7",
       "\xE2\x88\x92"
       "5.7/1"},
      {"+12.7%", "12.7/1%"},
      {"7.5 %", "7.5/1%"},
      {"0.25", "0.25/2"},
      {"", "none"},
      {"-", "none"},
      {"%", "none"},
      {"6,62", "none"},
      {"66,28", "none"},
      {",628", "none"},
      {"1,2345", "none"},
      {"012", "none"},
      {".5", "none"},
      {"5.", "none"},
      {"1.2.3", "none"},
      {"1e5", "none"},
      {"NaN", "none"},
      {"inf", "none"},
      {"12o", "none"},
      {"1 234", "none"},
      {"0.1234567", "none"},
      {"1234567890123456", "none"},
      {"\xC2\xA3"
       "5",
       "none"},
  };
  for (const Case& each : cases)
    EXPECT_EQ(parsed(parse_number(each.text)), each.number) << each.text;
}

TEST(Numbers, AreFoundInWords) {
  struct Case {
    const char* text;
    const char* number;
  };
  const Case cases[] = {
      {"413 families", "413/0"},
      {"just under 10%", "10/0%"},
      {"up by 148%, on last year", "148/0%"},
      {"(7.5%)", "7.5/1%"},
      {"\xC2\xA3"
       "63,000 a year.",
       "63,000/0"},
      {"many", "none"},
      {"level2", "none"},
      {"", "none"},
  };
  for (const Case& each : cases)
    EXPECT_EQ(parsed(find_number(each.text)), each.number) << each.text;
}

TEST(Numbers, AreRoundedAwayFromZero) {
  EXPECT_DOUBLE_EQ(rounded(2.5, 0), 3);
  EXPECT_DOUBLE_EQ(rounded(-2.5, 0), -3);
  EXPECT_DOUBLE_EQ(rounded(0.125, 2), 0.13);
  EXPECT_DOUBLE_EQ(rounded(147.98658, 1), 148.0);
  EXPECT_EQ(number_text(-0.4, 0), "0");
}

TEST(Symbols, AreThoseOfTheStatisticalService) {
  EXPECT_EQ(find_symbol("c"), "c");
  EXPECT_EQ(find_symbol("[low]"), "low");
  EXPECT_EQ(find_symbol("*"), "");
  EXPECT_EQ(find_symbol("C"), "");
}

}  // namespace
}  // namespace signpost
