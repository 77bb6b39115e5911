#include "check/audit/quantities.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

std::string shown(const Quantity& found) {
  std::string text = fmt::format("{:.4g}", found.value);
  if (found.kind == QuantityKind::kPercent) text += '%';
  if (found.kind == QuantityKind::kFraction) text += '/';
  if (found.kind == QuantityKind::kTimes) text += 'x';
  if (found.is_left_out) text += " left out";
  if (found.is_ordinal) text += "th";
  return text;
}

// The quantities of a text, one after the other; ratios in brackets.
std::string read(std::string_view text) {
  const std::vector<Token> tokens = sentence_tokens(text);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < tokens.size();) {
    if (const auto ratio = find_ratio(tokens, i)) found.push_back('[' + shown(*ratio) + ']');
    const auto quantity = find_quantity(tokens, i);
    if (quantity) found.push_back(shown(*quantity));
    i = quantity ? quantity->next : i + 1;
  }
  return fmt::format("{}", fmt::join(found, ", "));
}

struct QuantityRow {
  const char* text;
  const char* quantities;
};

void expect(std::span<const QuantityRow> rows) {
  for (const QuantityRow& row : rows) EXPECT_EQ(read(row.text), row.quantities) << row.text;
}

TEST(Quantities, CountsStandInDigitsAndWords) {
  const QuantityRow rows[] = {
      {"413 families", "413"},
      {"1,234 views and 1\u00A0540 calls", "1234, 1540"},
      {"seventeen", "17"},
      {"twenty-one of them", "21"},
      {"four hundred and thirteen families", "413"},
      {"a hundred and thirty-six children", "136"},
      {"two thousand one hundred", "2100"},
      {"a dozen", "12"},
      {"three dozen and half a dozen", "36, 6"},
      {"2 dozen, 1.5 thousand", "24, 1500"},
      {"a couple of families, a pair", "2, 2"},
      {"two three", "2, 3"},
      {"two and a half", "2.5"},
      {"2\u00BD days", "2.5"},
      {"XVII families, MIX and XVII", "17"},
      {"the 413th family, the seventeenth case", "413th, 17th"},
      {"dozens of families, hundreds of calls", ""},
      {"at 10:30 on 3/4, 10am", ""},
  };
  expect(rows);
}

TEST(Quantities, SharesStandInPercentAndFractions) {
  const QuantityRow rows[] = {
      {"93.7%, 5 per cent, five percent", "93.7%, 5%, 5%"},
      {"half a per cent", "0.5%"},
      {"a quarter, three quarters and 2 thirds", "25/, 75/, 66.67/"},
      {"two thirds of the 12", "66.67/, 12"},
      {"half were girls, Half of the 26", "50/, 50/, 26"},
      {"\u00BE of the children", "75/"},
      {"one in five of the 15", "[20/], 1, 5, 15"},
      {"3 out of 10, 1 in 60", "[30/], 3, 10, [1.667/], 1, 60"},
      {"two of every three, 16 of 23", "[66.67/], 2, 3, 16, 23"},
      {"a third person, half an hour, a quarter year", ""},
      {"the third step, the second quarter", ""},
  };
  expect(rows);
}

TEST(Quantities, MultiplesCompareTwoNumbers) {
  const QuantityRow rows[] = {
      {"twice as many as the 3", "2x, 3"},
      {"67 times as many girls", "67x"},
      {"two and a half times the number", "2.5x"},
      {"three times more", "3x"},
      {"half as many boys, a third as many", "0.5x, 0.3333x"},
      {"half the number of girls", "0.5x"},
      {"referrals doubled, halved, a tenfold rise", "2x, 0.5x, 10x"},
      {"double the families", "2x"},
      {"twice a week, 3 times a month, a double room", "3"},
  };
  expect(rows);
}

TEST(Quantities, AllButSomeLeavesThemOut) {
  const QuantityRow rows[] = {
      {"all but 4 told us", "4 left out"},
      {"all but 0.5% of cases, all but a quarter", "0.5% left out, 25/ left out"},
      {"everyone except two", "2 left out"},
      {"all of them but a dozen", "12 left out"},
      {"all 413 families", "413"},
  };
  expect(rows);
}

}  // namespace
}  // namespace signpost
