#include "search/related_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A site of pages that all say the same, so that only which page may be offered matters; and of as
// many that say something else, without which those would have nothing of their own.
class RelatedPagesTest : public ::testing::Test {
 protected:
  RelatedPagesTest() {
    context_.site = &site_;
    context_.languages = {{"en-GB", "English", "ltr"}, {"ur", "Urdu", "rtl"}};
  }

  void add(const std::string& folder, const std::string& slug, const std::string& language,
           const std::string& words = "mediation and tribunal") {
    Page page;
    page.folder = folder;
    page.slug = slug;
    page.language = language;
    page.url = (folder.empty() ? "" : folder + "/") + slug + ".html";
    site_.pages.push_back(page);
    search::StemCache stems(language);
    search::IndexDocument document;
    document.title = words;
    subjects_.push_back(
        search::subject_terms(search::tokenize(document, stems), search::stop_terms(stems)));
  }

  RelatedPages find(std::size_t jobs) {
    for (const char* language : {"en-GB", "ur"}) {
      for (int i = 0; i < 3; ++i) add("other", "other" + std::to_string(i), language, "bread");
    }
    return find_related_pages(context_, subjects_, folder_.path(), jobs, diagnostics_);
  }

  TemporaryFolder folder_;
  Site site_;
  RenderContext context_;
  std::vector<search::TokenizedDocument> subjects_;
  Diagnostics diagnostics_;
};

TEST_F(RelatedPagesTest, AreOfTheSameLanguageAndNotTheirOwnTranslations) {
  add("", "a", "en-GB");
  add("", "a.ur", "ur");
  add("", "b", "en-GB");
  add("", "c.ur", "ur");
  const RelatedPages related = find(2);
  EXPECT_THAT(related[0], ElementsAre(2));
  EXPECT_THAT(related[1], ElementsAre(3));
  EXPECT_THAT(related[2], ElementsAre(0));
  EXPECT_THAT(related[3], ElementsAre(1));
  EXPECT_TRUE(diagnostics_.take_sorted().empty());
}

TEST_F(RelatedPagesTest, AreNotPagesThatOnlyListOthers) {
  context_.listings = {{"search.html", "Search", "", "en-GB", ListingType::kSearch, 0}};
  add("", "a", "en-GB");
  add("factsheets", "index", "en-GB");
  add("", "search", "en-GB");
  add("", "welcome", "en-GB");
  site_.pages.back().fields.entries.push_back({"layout", 0, 0, std::string("home")});
  add("", "b", "en-GB");
  const RelatedPages related = find(1);
  EXPECT_THAT(related[0], ElementsAre(4));
  EXPECT_THAT(related[1], IsEmpty());
  EXPECT_THAT(related[2], IsEmpty());
  EXPECT_THAT(related[3], IsEmpty());
  EXPECT_THAT(related[4], ElementsAre(0));
}

TEST_F(RelatedPagesTest, BeginWithThoseThatFrontMatterNames) {
  for (const char* slug : {"a", "b", "c", "d", "e"}) add("", slug, "en-GB");
  add("", "far", "en-GB", "bread");
  for (std::size_t i = 0; i < site_.pages.size(); ++i) {
    site_.page_by_source.emplace("content/" + site_.pages[i].slug + ".md", i);
  }
  const std::vector<std::string> named = {"far.md", "missing.md", "d.md", "a.md", "far.md"};
  site_.pages.front().fields.entries.push_back({"related", 0, 0, named});
  const RelatedPages related = find(1);
  EXPECT_THAT(related[0], ElementsAre(5, 3, 1, 2));
  EXPECT_THAT(related[1], ElementsAre(0, 2, 3, 4));
}

TEST_F(RelatedPagesTest, ReportsAFolderThatCannotBeWritten) {
  add("", "a", "en-GB");
  add("", "b", "en-GB");
  const RelatedPages related =
      find_related_pages(context_, subjects_, "/proc/nowhere", 2, diagnostics_);
  EXPECT_THAT(related, ElementsAre(IsEmpty(), IsEmpty()));
  const std::vector<Diagnostic> found = diagnostics_.take_sorted();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().rule, "io-index");
}

}  // namespace
}  // namespace signpost
