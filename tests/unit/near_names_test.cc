#include "base/near_names.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

std::string nearest(const NearNames& names, const std::vector<std::string>& texts,
                    std::string_view word) {
  const std::size_t found = names.find(word);
  return found == names.size() ? "" : texts[found];
}

TEST(NearNames, AreFoundAmongFewAndMany) {
  for (const std::size_t count : {0U, 10'000U}) {
    std::vector<std::string> texts = {"governing-body", "appeals", "school-transport"};
    for (std::size_t i = 0; i < count; ++i) texts.push_back("part-" + std::to_string(i));
    const NearNames names({texts.begin(), texts.end()});
    EXPECT_EQ(nearest(names, texts, "govening-body"), "governing-body") << count;
    EXPECT_EQ(nearest(names, texts, "Appeal"), "appeals") << count;
    EXPECT_EQ(nearest(names, texts, "shcool-transport"), "school-transport") << count;
    EXPECT_EQ(nearest(names, texts, "something-else"), "") << count;
    EXPECT_EQ(nearest(names, texts, std::string(100, 'a')), "") << count;
  }
}

// A comparison of all with all would take hours.
TEST(NearNames, DoNotCompareAllWithAll) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 200'000; ++i)
    texts.push_back("a-heading-of-a-page-" + std::to_string(i));
  const NearNames names({texts.begin(), texts.end()});
  std::size_t found = 0;
  for (std::size_t i = 0; i < 2'000; ++i) {
    found += names.find("a-haeding-of-a-page-" + std::to_string(i)) < names.size() ? 1U : 0U;
  }
  EXPECT_EQ(found, 2'000);
}

}  // namespace
}  // namespace signpost
