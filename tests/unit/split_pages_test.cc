// A page that `parts:` splits, from its source to all the files that it becomes.
#include <span>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/site_index.h"
#include "unit/small_site.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

constexpr std::string_view kConfig = R"(languages:
  - {tag: en-GB, name: English, dir: ltr}
  - {tag: ur, name: اردو, dir: rtl}
taxonomies:
  topics: [{id: plans, title: Plans, summary: About plans.}]
  audiences: [{id: parents, title: Parents, summary: For parents.}]
folders:
  factsheets: {kind: factsheet, title: Factsheets, summary: One topic each.}
)";

constexpr std::string_view kFields = R"(topics: [plans]
audiences: [parents]
reviewed: 2026-09-30
review_due: 2027-09-30
owner: Service lead
law: ["Children and Families Act 2014, section 44"]
law_checked: 2026-09-01
)";

constexpr std::string_view kFrame = R"({{page.url}} {{page.canonical}}
title {{page.title}}|{{page.part_of}}|{{page.summary}}
{{#breadcrumbs}}
crumb {{title}} {{href}}
{{/breadcrumbs}}
{{#languages}}
language {{tag}} {{href}}{{#current}} here{{/current}}
{{/languages}}
{{#contents}}
contents {{title}} {{href}}
{{/contents}}
{{#hub}}
hub {{title}} {{href}} {{whole}} {{number_text}} #{{anchor}}{{#is_opening}} opening{{/is_opening}}{{#is_part}} part{{/is_part}}{{#is_whole}} whole{{/is_whole}}
{{#parts}}
part {{title}} {{href}} #{{id}}{{#current}} here{{/current}}{{#headings}} ({{title}} {{href}} {{id}}){{/headings}}{{#anchors}} [{{id}} {{href}}]{{/anchors}}
{{/parts}}
{{#previous}}
previous {{title}} {{href}}
{{/previous}}
{{#next}}
next {{title}} {{href}}
{{/next}}
{{/hub}}
{{{content}}}
json {{{json_ld}}}
)";

class SplitPagesTest : public SmallSite {
 protected:
  SplitPagesTest() {
    folder_.write("site-config.yaml", small_config(kConfig));
    const std::string theme = "themes/signpost/";
    for (const char* layout : {"page", "factsheet", "list", "search", "software", "not-found"}) {
      folder_.write(theme + "layouts/" + layout + ".mustache", kFrame);
    }
    folder_.write(theme + "i18n/en.yaml", "home: Home\npart_number: Part {number} of {total}\n");
    folder_.write("content/index.md",
                  "---\ntitle: Home\nsummary: Help.\n---\n"
                  "[After](factsheets/reviews.md#after) [all](factsheets/reviews.md)\n");
    page("reviews.md", R"(title: Reviews
summary: What a review is.
parts: [{from: Before, title: Getting ready}, {from: After}]
)",
         R"(A review is a [check](#at-it).[^1]

## Before

Read.[^1] See [later](#after), [here](#at-it) and [home](../index.md).[^2]

## At it

Speak.

## After

### In writing

Wait.[^2]

### In court

## Last

End.

[^1]: The Act.
[^2]: The rules.
)");
    page("reviews.ur.md", "title: Jaiza\nsummary: Kya hai.\nparts: [{from: پہلے}, {from: Baad}]\n",
         "Yeh.\n\n## پہلے\n\nParho.\n\n## Baad\n\nRuko.\n");
    make("2026-10-01", "https://anytown.example/");
  }

  void page(const std::string& name, std::string_view own_fields, std::string_view text) {
    folder_.write("content/factsheets/" + name, std::string("---\n")
                                                    .append(own_fields)
                                                    .append(kFields)
                                                    .append("---\n")
                                                    .append(text));
  }

  std::string part(std::string_view of, std::string_view url) {
    const std::size_t index = page_at(of);
    for (const OutputFile& file : render_parts(context_, index, loaded_->documents[index], {}, 0)) {
      if (file.url == url) return file.bytes;
    }
    return "(no such file)";
  }
};

TEST_F(SplitPagesTest, TheFirstPageHasTheOpeningAndWhereEveryHeadingIsNow) {
  EXPECT_EQ(rendered("factsheets/reviews.html"),
            R"(EXPECTED_OPENING)");
}

TEST_F(SplitPagesTest, APartHasItsHeadingsAndTheFootnotesThatItRefersTo) {
  EXPECT_EQ(part("factsheets/reviews.html", "factsheets/reviews/getting-ready.html"),
            R"(EXPECTED_READY)");
}

TEST_F(SplitPagesTest, APartThatIsCalledAsItsHeadingShowsItOnce) {
  EXPECT_EQ(part("factsheets/reviews.html", "factsheets/reviews/after.html"),
            R"(EXPECTED_AFTER)");
}

TEST_F(SplitPagesTest, OnePageHasAllOfIt) {
  EXPECT_EQ(part("factsheets/reviews.html", "factsheets/reviews/all.html"),
            R"(EXPECTED_ALL)");
}

TEST_F(SplitPagesTest, PartsOfATranslationAreNumberedWhereAnAddressCannotHaveTheirTitle) {
  EXPECT_EQ(part("factsheets/reviews.ur.html", "factsheets/reviews/part-1.ur.html"),
            R"(EXPECTED_URDU)");
}

TEST_F(SplitPagesTest, LinksOfOtherPagesLeadToThePartWithTheHeading) {
  EXPECT_EQ(rendered("index.html"), R"(EXPECTED_HOME)");
}

TEST_F(SplitPagesTest, TheSitemapHasTheFirstPageAndTheWholeOne) {
  EXPECT_EQ(listing("sitemap.xml"), R"(EXPECTED_SITEMAP)");
}

TEST_F(SplitPagesTest, TheSearchHasEveryPassageOnceAtThePageThatKnowsWhereItIs) {
  const std::size_t page = page_at("factsheets/reviews.html");
  const search::IndexDocument found =
      index_document(loaded_->site.pages[page], loaded_->documents[page],
                     loaded_->site.words_of(loaded_->site.pages[page]), loaded_->data);
  EXPECT_EQ(found.url, "factsheets/reviews.html");
  std::vector<std::pair<std::string, std::string>> passages;
  for (const search::Passage& each : found.passages) passages.emplace_back(each.anchor, each.text);
  EXPECT_THAT(passages, ElementsAre(Pair("", "A review is a check."),
                                    Pair("before", "Read. See later, here and home."),
                                    Pair("at-it", "Speak."), Pair("after", ""),
                                    Pair("in-writing", "Wait."), Pair("in-court", ""),
                                    Pair("last", "End.\nThe Act.\nThe rules.")));
}

}  // namespace
}  // namespace signpost
