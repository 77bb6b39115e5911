// Pages, lists and the search page of a small site, made with a theme that prints the values it is
// given.
#include "unit/render_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(RenderSiteTest, PageIsGivenAllThatItsFrontMatterSays) {
  make("");
  EXPECT_EQ(rendered("factsheets/plan.html"),
            R"(../|factsheets/plan.html|factsheet|Plan &amp; review
nav Factsheets ../factsheets/index.html current
nav Contact us ../contact.html
foot A to Z of all pages ../a-to-z.html
crumb Home ../index.html
crumb Factsheets ../factsheets/index.html
contents One #one
contents Two #two (Two and a half)
contents Three #three
topic Plans ../topics/plans.html About plans.
review 30 September 2026 2027-09-30 Service lead
law Children and Families Act 2014, section 36
css ../assets/main.5f546eb460.css
)");
}

TEST_F(RenderSiteTest, PageOffersItsRelatedPagesInTheirOrder) {
  make("");
  EXPECT_EQ(rendered("contact.html", {"news/first.html", "factsheets/plan.html"}),
            R"(|contact.html|page|Contact us
nav Factsheets factsheets/index.html
nav Contact us contact.html current here
foot A to Z of all pages a-to-z.html
crumb Home index.html
language en-GB ltr contact.html here
language ur rtl contact.ur.html
related (First &lt;news&gt; | news/first.html | About it. | News | 2026-10-01) (Plan &amp; review | factsheets/plan.html | What a plan is. | Factsheet | )
css assets/main.5f546eb460.css
)");
}

TEST_F(RenderSiteTest, HomeHasAllTopicsAndTheNewestNews) {
  make("");
  EXPECT_EQ(rendered("index.html"), R"(|index.html|page|Welcome
nav Factsheets factsheets/index.html
nav Contact us contact.html
foot A to Z of all pages a-to-z.html
topic Plans topics/plans.html About plans.
news Second news news/second.html 2026-11-02
news First &lt;news&gt; news/first.html 2026-10-01
css assets/main.5f546eb460.css
)");
}

TEST_F(RenderSiteTest, TranslationHasItsOwnMenuTrailAndStyles) {
  make("");
  EXPECT_EQ(rendered("contact.ur.html"), R"(|contact.ur.html|page|رابطہ
nav <span lang="en-GB" dir="ltr">Factsheets</span> factsheets/index.html
nav رابطہ contact.ur.html current here
foot <span lang="en-GB" dir="ltr">A to Z of all pages</span> a-to-z.html
crumb گھر index.html
language en-GB ltr contact.html
language ur rtl contact.ur.html here
css assets/main.rtl.ef2a875407.css
)");
}

TEST_F(RenderSiteTest, SectionListsItsPagesNewsTheNewestFirst) {
  make("");
  EXPECT_EQ(listing("news/index.html"), R"(../|news/index.html|list|News
nav Factsheets ../factsheets/index.html
nav Contact us ../contact.html
foot A to Z of all pages ../a-to-z.html
crumb Home ../index.html
list 
item Second news | ../news/second.html | About it. | News | 2 November 2026
item First &lt;news&gt; | ../news/first.html | About it. | News | 1 October 2026
css ../assets/main.5f546eb460.css
)");
}

TEST_F(RenderSiteTest, OwnIndexPageOpensTheSection) {
  folder_.write("content/factsheets/index.md", page("All factsheets", "kind: page\n"));
  make("");
  EXPECT_THAT(listing_urls(), Not(Contains("factsheets/index.html")));
  EXPECT_EQ(rendered("factsheets/index.html"), R"(../|factsheets/index.html|page|All factsheets
nav Factsheets ../factsheets/index.html current here
nav Contact us ../contact.html
foot A to Z of all pages ../a-to-z.html
crumb Home ../index.html
list 
item Plan &amp; review | ../factsheets/plan.html | What a plan is. | Factsheet | 
css ../assets/main.5f546eb460.css
)");
}

TEST_F(RenderSiteTest, AToZHasPagesAndGlossaryUnderTheLettersThatExist) {
  make("");
  EXPECT_EQ(listing("a-to-z.html"), R"(|a-to-z.html|list|A to Z
nav Factsheets factsheets/index.html
nav Contact us contact.html
foot A to Z of all pages a-to-z.html
crumb Home index.html
letter C #c
letter F #f
letter P #p
letter S #s
list C c
item Contact us | contact.html | About it. | Page | 
list F f
item First &lt;news&gt; | news/first.html | About it. | News | 1 October 2026
list P p
item Plan &amp; review | factsheets/plan.html | What a plan is. | Factsheet | 
list S s
item Second news | news/second.html | About it. | News | 2 November 2026
word letter E #word-e
words E word-e
word EHC: Education, health and care: A kind of plan.
css assets/main.5f546eb460.css
)");
}

TEST_F(RenderSiteTest, MakesTheFilesOfListsInTheOrderOfTheirAddresses) {
  make("https://anytown.example/send/");
  EXPECT_THAT(
      listing_urls(),
      ElementsAre("404.html", "_headers", "a-to-z.html", "audiences/index.html",
                  "audiences/parents.html", "factsheets/index.html", "feed.xml", "languages.html",
                  "languages.ur.html", "news/index.html", "nginx-security-headers.conf",
                  "old/plan.html", "robots.txt", "search.html", "search.ur.html", "sitemap.xml",
                  "software-used.html", "topics/index.html", "topics/plans.html"));
}

constexpr std::string_view kSearch =
    R"({{links.search}} {{search.language}} {{search.index}} {{search.engine}}
script {{assets.search_js}}
{{#search.kinds}}
kind {{id}} {{title}}
{{/search.kinds}}
{{#search.topics}}
topic {{id}} {{title}}
{{/search.topics}}
{{#search.audiences}}
audience {{id}} {{title}}
{{/search.audiences}}
{{#search.folders}}
folder {{id}} {{title}}
{{/search.folders}}
{{#languages}}
language {{tag}} {{href}}{{#current}} here{{/current}}
{{/languages}}
{{#letters}}
{{#href}}
letter {{letter}}
{{/href}}
{{/letters}}
{{#lists}}
{{#items}}
item {{title}} {{href}}
{{/items}}
{{/lists}}
)";

TEST_F(RenderSiteTest, SearchPageOfEachLanguageIsToldWhereItsIndexIsAndWhatIdsMean) {
  folder_.write("themes/signpost/layouts/search.mustache", kSearch);
  folder_.write("themes/signpost/scripts/search.js", "c");
  folder_.write("themes/signpost/theme.yaml", "search_script: scripts/search.js\n");
  folder_.write("themes/signpost/i18n/ur.yaml", "home: گھر\nkind_page: صفحہ\n");
  make("");
  context_.search_engine_urls["en-GB"] = "assets/engine.js";
  EXPECT_EQ(listing("search.html"), R"(search.html en-GB search/index.en-GB.js assets/engine.js
script assets/search.2e7d2c03a9.js
kind factsheet Factsheets
kind page General information
kind news News
topic plans Plans
audience parents Parents
folder factsheets Factsheets
folder news News
language en-GB search.html here
language ur search.ur.html
letter C
letter F
letter P
letter S
)");
  EXPECT_EQ(listing("search.ur.html"), R"(search.ur.html ur search/index.ur.js 
script assets/search.2e7d2c03a9.js
kind page صفحہ
folder factsheets Factsheets
folder news News
language en-GB search.html
language ur search.ur.html here
item رابطہ contact.ur.html
)");
}

TEST_F(RenderSiteTest, EveryPageLeadsToTheSearchOfItsLanguage) {
  folder_.write("themes/signpost/layouts/page.mustache", kSearch);
  folder_.write("themes/signpost/layouts/factsheet.mustache",
                "{{page.is_search}} {{links.search}} {{search.index}} {{search.engine}}");
  folder_.write("content/search.md", page("Find it", ""));
  make("");
  EXPECT_THAT(rendered("contact.ur.html"), StartsWith("search.ur.html ur search/index.ur.js \n"));
  EXPECT_EQ(rendered("factsheets/plan.html"), " ../search.html ../search/index.en-GB.js \n");
  // A page of content/ at the address has the search page's layout.
  EXPECT_THAT(rendered("search.html"), StartsWith("|search.html|page|Find it\n"));
}

}  // namespace
}  // namespace signpost
