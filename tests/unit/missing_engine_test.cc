#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/search_engine.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> missing(const TemporaryFolder& share, const std::vector<Language>& all) {
  Diagnostics diagnostics;
  check_search_engines(all, share.path(), diagnostics);
  std::vector<std::string> messages;
  for (const Diagnostic& each : diagnostics.take_sorted()) {
    messages.push_back(each.rule + ": " + each.message);
  }
  return messages;
}

TEST(SearchEngines, ALanguageWhoseWordsAreStemmedNeedsItsOwn) {
  const Language english{"en-GB", "English", "ltr"}, urdu{"ur", "Urdu", "rtl"};
  const Language portuguese{"pt", "Portuguese", "ltr"};
  const TemporaryFolder none;
  EXPECT_THAT(missing(none, {english, urdu}),
              ElementsAre("search-engine-missing: this program was built without the search of the "
                          "browser"));
  const TemporaryFolder share;
  share.write("search/search-engine.en.0123456789.1of1.js", "x");
  EXPECT_THAT(missing(share, {english, urdu}), IsEmpty());
  EXPECT_THAT(missing(share, {english, portuguese}),
              ElementsAre("search-engine-missing: this program was built without the search of the "
                          "browser for pages in \"pt\""));
  share.write("search/search-engine.pt.0123456789.1of1.js", "x");
  EXPECT_THAT(missing(share, {english, portuguese}), IsEmpty());
}

}  // namespace
}  // namespace signpost
