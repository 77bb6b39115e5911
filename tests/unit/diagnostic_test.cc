#include "base/diagnostic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;

TEST(Diagnostics, AreSortedByPlaceAndRepeatsAreDropped) {
  const Diagnostic late{"rule-a", {"b.md", 2, 1, 0}, "late", ""};
  const Diagnostic early{"rule-b", {"b.md", 1, 9, 0}, "early", "do this"};
  const Diagnostic other_file{"rule-c", {"a.md", 7, 1, 0}, "other", ""};
  Diagnostics diagnostics;
  for (const Diagnostic& d : {late, early, late, other_file}) {
    diagnostics.add(d.rule, d.place, d.message, d.help);
  }
  EXPECT_THAT(diagnostics.take_sorted(), ElementsAre(other_file, early, late));
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Diagnostics, AppendKeepsInputOrder) {
  Diagnostics first;
  first.add("r", {"z.md", 1, 1, 0}, "one");
  Diagnostics second;
  second.add("r", {"a.md", 1, 1, 0}, "two");
  first.append(std::move(second));
  ASSERT_EQ(first.all().size(), 2U);
  EXPECT_EQ(first.all()[1].message, "two");
}

}  // namespace
}  // namespace signpost
