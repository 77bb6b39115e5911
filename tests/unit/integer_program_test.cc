#include "disclosure/integer_program.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

constexpr std::size_t kFirst[] = {0};
constexpr std::size_t kFirstTwo[] = {0, 1};

TEST(IntegerProgram, FindsTheEndsOfWhatFits) {
  // a + b = 7 with a from 1 to 4, b at most 5.
  const IntegerProgram program{{{1, 4}, {0, 5}}, {{{{0, 1}, {1, 1}}, 7}}};
  EXPECT_EQ(find_extreme(program, kFirst, Goal::kLeast), 2);
  EXPECT_EQ(find_extreme(program, kFirst, Goal::kGreatest), 4);
  EXPECT_EQ(find_extreme(program, kFirstTwo, Goal::kLeast), 7);
}

TEST(IntegerProgram, KnowsThatTheNumbersAreWhole) {
  // a + b = 3, b + c = 3, a + c = 2 has 1, 2, 1 only; without the last whole number it has none.
  const IntegerProgram whole{{{0, 9}, {0, 9}, {0, 9}},
                             {{{{0, 1}, {1, 1}}, 3}, {{{1, 1}, {2, 1}}, 3}, {{{0, 1}, {2, 1}}, 2}}};
  EXPECT_EQ(find_extreme(whole, kFirst, Goal::kGreatest), 1);
  const IntegerProgram halves{
      {{0, 9}, {0, 9}, {0, 9}},
      {{{{0, 1}, {1, 1}}, 3}, {{{1, 1}, {2, 1}}, 3}, {{{0, 1}, {2, 1}}, 1}}};
  EXPECT_EQ(find_extreme(halves, kFirst, Goal::kGreatest), std::nullopt);
}

TEST(IntegerProgram, SubtractsTermsWithAMinus) {
  // a = b + 2: a total and its part.
  const IntegerProgram program{{{0, 9}, {3, 5}}, {{{{0, 1}, {1, -1}}, 2}}};
  EXPECT_EQ(find_extreme(program, kFirst, Goal::kLeast), 5);
  EXPECT_EQ(find_extreme(program, kFirst, Goal::kGreatest), 7);
}

TEST(IntegerProgram, HasNoValueWhereNothingFits) {
  const IntegerProgram program{{{1, 2}}, {{{{0, 1}}, 5}}};
  EXPECT_EQ(find_extreme(program, kFirst, Goal::kLeast), std::nullopt);
  EXPECT_EQ(find_extreme({}, {}, Goal::kLeast), 0);
}

}  // namespace
}  // namespace signpost
