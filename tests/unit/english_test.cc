#include "base/english.h"

#include <optional>
#include <string_view>

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(English, MonthsAndNumeralsByTheirWords) {
  const struct {
    std::string_view word;
    std::optional<unsigned> month, by_beginning, numeral;
  } rows[] = {
      {"january", 1, 1, {}}, {"december", 12, 12, {}}, {"sept", {}, 9, {}},
      {"ma", {}, {}, {}},    {"mar", {}, 3, {}},       {"may", 5, 5, {}},
      {"mayor", {}, {}, {}}, {"January", {}, {}, {}},  {"", {}, {}, {}},
      {"zero", {}, {}, 0},   {"twenty", {}, {}, 20},   {"thirty", {}, {}, {}},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(english_month(row.word), row.month) << row.word;
    EXPECT_EQ(english_month_by_beginning(row.word), row.by_beginning) << row.word;
    EXPECT_EQ(english_numeral(row.word), row.numeral) << row.word;
  }
}

}  // namespace
}  // namespace signpost
