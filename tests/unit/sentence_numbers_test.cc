#include "check/audit/sentence_numbers.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

// "413 people": what a sentence says in numbers.
std::string read(std::string_view text) {
  std::vector<std::string> words;
  const SentenceNumbers said = read_sentence_numbers(text);
  for (const SentenceNumber& number : said.numbers) {
    std::string word = fmt::format("{:.{}f}", number.value, number.decimals);
    if (number.kind == QuantityKind::kPercent) word += '%';
    if (number.kind == QuantityKind::kFraction) word += '/';
    if (number.kind == QuantityKind::kTimes) word += 'x';
    if (number.is_left_out) word += " left out";
    if (number.counts_people) word += " people";
    if (number.is_measure) word += " measure";
    words.push_back(word);
  }
  for (const int year : said.years) words.push_back(fmt::format("y{}", year));
  if (said.is_of > 0) words.push_back(fmt::format("of {}", said.is_of));
  return fmt::format("{}", fmt::join(words, ", "));
}

TEST(SentenceNumbers, AreReadInDigitsAndWords) {
  struct Row {
    const char* text;
    const char* numbers;
  };
  const Row rows[] = {
      {"We helped 413 families.", "413 people"},
      {"Four hundred and thirteen families", "413 people"},
      {"forty-two children and twenty-one others", "42 people, 21"},
      {"6,628 contacts, 1\u00A0540 calls", "6628, 1540"},
      {"1,234,567 views", "1234567"},
      {"It fell by 93.7% to 4.", "93.7%, 4"},
      {"5 per cent of 60", "5%, 60"},
      {"a quarter, three quarters and 2 thirds", "25/, 75/, 67/"},
      {"1 in 4 parents", "25/, 1, 4 people"},
      {"1 child, one child, one day", "1 people, 1 people"},
      {"In 2017-18 and in 2019", "y2017, y2018, y2019"},
      {"31 August, at 10:00, 2 hours, page 4", "31 measure, 2 measure, 4 measure"},
      {"\u00A3500 and 3rd and 01632 960 017", "960017, 960, 17"},
      {"2 in every 1,000 children", "2, of 1000"},
      {"\u06F4\u06F1\u06F3 \u062E\u0627\u0646\u062F\u0627\u0646", "413"},
      {"\uFF14\uFF11\uFF13", "413"},
      {"\u0967\u0968 and \uFF11 and XVII children", "12, 1 people, 17 people"},
      {"413\u00A0families, 1 540 families", "413 people, 1540 people, 1, 540 people"},
      {"twice as many, all but 4", "2x, 4 left out"},
      {"the 413th family, the 3rd child, the 413th page", "413 people"},
      {"nothing at all", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.numbers) << row.text;
}

TEST(SentenceNumbers, KnowWordsByTheirStems) {
  const auto shares = [](std::string_view a, std::string_view b) {
    return share_word(read_sentence_numbers(a).words, read_sentence_numbers(b).words);
  };
  EXPECT_TRUE(shares("families", "The family"));
  EXPECT_TRUE(shares("Children", "each child's"));
  EXPECT_TRUE(shares("Not known", "2 families did not say"));
  EXPECT_TRUE(shares("Not known", "the gender is missing"));
  EXPECT_TRUE(shares("rodziny", "413 rodzin"));
  EXPECT_FALSE(shares("Boys", "the girls of it"));
  EXPECT_FALSE(shares("all of the", "all of the"));
}

}  // namespace
}  // namespace signpost
