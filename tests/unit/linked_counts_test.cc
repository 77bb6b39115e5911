#include "disclosure/linked_counts.h"

#include <vector>

#include <gtest/gtest.h>

namespace signpost {
namespace {

constexpr WholeNumber kSmall = {1, 4};

LinkedSum told(std::vector<SignedTerm> terms, std::int64_t least, std::int64_t greatest,
               std::size_t source) {
  return {std::move(terms), least, greatest, source};
}

// 277, 134 and a small count.
LinkedCounts gender() {
  LinkedCounts linked;
  linked.counts = {{{277, 277}, false}, {{134, 134}, false}, {kSmall, true}};
  return linked;
}

TEST(LinkedCounts, HoldWhereNothingElseIsTold) {
  EXPECT_EQ(audit_linked_counts(gender()).given_away, std::vector<GivenAway>());
}

TEST(LinkedCounts, AreGivenAwayByATotalElsewhere) {
  LinkedCounts linked = gender();
  linked.sums.push_back(told({{0, 1}, {1, 1}, {2, 1}}, 413, 413, 7));
  EXPECT_EQ(audit_linked_counts(linked).given_away, (std::vector<GivenAway>{{2, {7}}}));
}

TEST(LinkedCounts, HoldWhereThreeValuesAreLeft) {
  LinkedCounts linked = gender();
  linked.sums.push_back(told({{2, 1}}, 2, 4, 7));
  EXPECT_EQ(audit_linked_counts(linked).given_away, std::vector<GivenAway>());
  linked.sums.push_back(told({{2, 1}}, 3, 4, 8));
  EXPECT_EQ(audit_linked_counts(linked).given_away, (std::vector<GivenAway>{{2, {8}}}));
}

TEST(LinkedCounts, AreGivenAwayByTwoSourcesTogether) {
  LinkedCounts linked;
  linked.counts = {{{1, 1000}, false}, {kSmall, true}};
  linked.sums.push_back(told({{0, 1}, {1, 1}}, 136, 136, 3));
  linked.sums.push_back(told({{0, 1}}, 134, 134, 5));
  EXPECT_EQ(audit_linked_counts(linked).given_away, (std::vector<GivenAway>{{1, {3, 5}}}));
}

TEST(LinkedCounts, NameEachSourceThatIsEnough) {
  LinkedCounts linked = gender();
  linked.sums.push_back(told({{2, 1}}, 2, 2, 3));
  linked.sums.push_back(told({{2, 1}}, 2, 3, 5));
  EXPECT_EQ(audit_linked_counts(linked).given_away, (std::vector<GivenAway>{{2, {3}}, {2, {5}}}));
}

TEST(LinkedCounts, OfRoundedOnesLeaveTheirRange) {
  LinkedCounts linked;
  linked.counts = {{{273, 277}, true}, {{128, 132}, true}, {{1, 7}, true}};
  linked.sums.push_back(told({{0, 1}, {1, 1}, {2, 1}}, 413, 413, 0));
  EXPECT_EQ(audit_linked_counts(linked).given_away, std::vector<GivenAway>());
}

TEST(LinkedCounts, AreNotLookedAtInTooLargeParts) {
  LinkedCounts linked;
  linked.counts.resize(500, {kSmall, true});
  LinkedSum sum;
  for (std::size_t i = 0; i < linked.counts.size(); ++i) sum.terms.push_back({i, 1});
  sum.least = sum.greatest = 500;
  sum.source = 4;
  linked.sums.push_back(sum);
  EXPECT_EQ(audit_linked_counts(linked).too_large, (std::vector<std::size_t>{4}));
}

}  // namespace
}  // namespace signpost
