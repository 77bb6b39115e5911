#include "disclosure/share_base.h"

#include <optional>
#include <vector>

#include <gtest/gtest.h>

namespace signpost {
namespace {

struct SharesCase {
  const char* why;
  std::vector<double> percents;
  std::uint8_t decimals;
  bool is_whole;
  std::optional<std::size_t> telling;
};

TEST(ShareBase, TellsWhichSharesGiveASmallCountAway) {
  const SharesCase cases[] = {
      {"1, 5 and 2 of 8", {12.5, 62.5, 25}, 1, true, 0},
      {"only 261 to 264 people fit, and some above 472", {93.9, 2.3, 1.9, 1.5}, 1, true, 3},
      {"a tenth of a per cent of few", {5.6, 40, 1.8, 1.5, 7.3, 2.9, 40.6, 0.3}, 1, true, 7},
      {"6 and 1 of 7, 14 …", {85.7, 14.3}, 1, true, 1},
      {"whole percentages fit many", {94, 6}, 0, true, std::nullopt},
      {"three quarters", {75, 25}, 0, true, std::nullopt},
      {"five groups", {41, 29, 17, 8, 5}, 0, true, std::nullopt},
      {"180 of 364", {49.45, 21.70, 4.40, 1.65}, 2, false, std::nullopt},
      {"one share", {81.4}, 1, false, std::nullopt},
      {"shares that no number of people has", {12.34, 56.78}, 2, true, std::nullopt},
      {"none", {}, 0, true, std::nullopt},
  };
  for (const SharesCase& row : cases) {
    std::vector<PrintedShare> shares;
    for (const double percent : row.percents) shares.push_back({percent, row.decimals});
    EXPECT_EQ(find_telling_share(shares, row.is_whole, 5), row.telling) << row.why;
  }
}

}  // namespace
}  // namespace signpost
