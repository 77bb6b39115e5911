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
    folder_.write(
        "content/factsheets/" + name,
        std::string("---\n").append(own_fields).append(kFields).append("---\n").append(text));
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
            R"html(factsheets/reviews.html https://anytown.example/factsheets/reviews.html
title Reviews||What a review is.
crumb Home ../index.html
crumb Factsheets ../factsheets/index.html
language en-GB ../factsheets/reviews.html here
language ur ../factsheets/reviews.ur.html
hub Reviews ../factsheets/reviews.html ../factsheets/reviews/all.html  # opening
part Getting ready ../factsheets/reviews/getting-ready.html # (Before ../factsheets/reviews/getting-ready.html#before before) (At it ../factsheets/reviews/getting-ready.html#at-it at-it)
part After ../factsheets/reviews/after.html #after (Last ../factsheets/reviews/after.html#last last) [in-writing ../factsheets/reviews/after.html#in-writing] [in-court ../factsheets/reviews/after.html#in-court]
next Getting ready ../factsheets/reviews/getting-ready.html
<p>A review is a <a href="reviews/getting-ready.html#at-it">check</a>.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
<section class="footnotes" data-footnotes>
<ol>
<li id="fn-1">
<p>The Act. <a href="#fnref-1" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="1" aria-label="Back to reference 1">↩</a></p>
</li>
</ol>
</section>

json {"@context":"https://schema.org","@graph":[{"@type":"CollectionPage","headline":"Reviews","description":"What a review is.","inLanguage":"en-GB","isAccessibleForFree":true,"url":"https://anytown.example/factsheets/reviews.html","hasPart":[{"@type":"WebPage","name":"Getting ready","url":"https://anytown.example/factsheets/reviews/getting-ready.html"},{"@type":"WebPage","name":"After","url":"https://anytown.example/factsheets/reviews/after.html"}]},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"https://anytown.example/"},{"@type":"ListItem","position":2,"name":"Factsheets","item":"https://anytown.example/factsheets/index.html"},{"@type":"ListItem","position":3,"name":"Reviews","item":"https://anytown.example/factsheets/reviews.html"}]}]}
)html");
}

TEST_F(SplitPagesTest, APartHasItsHeadingsAndTheFootnotesThatItRefersTo) {
  EXPECT_EQ(
      part("factsheets/reviews.html", "factsheets/reviews/getting-ready.html"),
      R"html(factsheets/reviews/getting-ready.html https://anytown.example/factsheets/reviews/all.html
title Getting ready|Reviews|
crumb Home ../../index.html
crumb Factsheets ../../factsheets/index.html
crumb Reviews ../../factsheets/reviews.html
language en-GB ../../factsheets/reviews/getting-ready.html here
language ur ../../factsheets/reviews/part-1.ur.html
hub Reviews ../../factsheets/reviews.html ../../factsheets/reviews/all.html Part 1 of 2 # part
part Getting ready ../../factsheets/reviews/getting-ready.html # here (Before ../../factsheets/reviews/getting-ready.html#before before) (At it ../../factsheets/reviews/getting-ready.html#at-it at-it)
part After ../../factsheets/reviews/after.html #after (Last ../../factsheets/reviews/after.html#last last) [in-writing ../../factsheets/reviews/after.html#in-writing] [in-court ../../factsheets/reviews/after.html#in-court]
next After ../../factsheets/reviews/after.html
<h2 id="before">Before</h2>
<p>Read.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" data-footnote-ref>1</a></sup> See <a href="after.html#after">later</a>, <a href="#at-it">here</a> and <a href="../../index.html">home</a>.<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" data-footnote-ref>2</a></sup></p>
<h2 id="at-it">At it</h2>
<p>Speak.</p>
<section class="footnotes" data-footnotes>
<ol>
<li id="fn-1">
<p>The Act. <a href="#fnref-1-2" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="1-2" aria-label="Back to reference 1-2">↩<sup class="footnote-ref">2</sup></a></p>
</li>
<li id="fn-2">
<p>The rules. <a href="#fnref-2" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="2" aria-label="Back to reference 2">↩</a></p>
</li>
</ol>
</section>

json {"@context":"https://schema.org","@graph":[{"@type":"WebPage","headline":"Getting ready","inLanguage":"en-GB","isAccessibleForFree":true,"url":"https://anytown.example/factsheets/reviews/getting-ready.html","isPartOf":{"@type":"Article","name":"Reviews","url":"https://anytown.example/factsheets/reviews/all.html"}},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"https://anytown.example/"},{"@type":"ListItem","position":2,"name":"Factsheets","item":"https://anytown.example/factsheets/index.html"},{"@type":"ListItem","position":3,"name":"Reviews","item":"https://anytown.example/factsheets/reviews.html"},{"@type":"ListItem","position":4,"name":"Getting ready","item":"https://anytown.example/factsheets/reviews/getting-ready.html"}]}]}
)html");
}

TEST_F(SplitPagesTest, APartThatIsCalledAsItsHeadingShowsItOnce) {
  EXPECT_EQ(part("factsheets/reviews.html", "factsheets/reviews/after.html"),
            R"html(factsheets/reviews/after.html https://anytown.example/factsheets/reviews/all.html
title After|Reviews|
crumb Home ../../index.html
crumb Factsheets ../../factsheets/index.html
crumb Reviews ../../factsheets/reviews.html
language en-GB ../../factsheets/reviews/after.html here
language ur ../../factsheets/reviews/baad.ur.html
contents In writing #in-writing
contents In court #in-court
contents Last #last
hub Reviews ../../factsheets/reviews.html ../../factsheets/reviews/all.html Part 2 of 2 #after part
part Getting ready ../../factsheets/reviews/getting-ready.html # (Before ../../factsheets/reviews/getting-ready.html#before before) (At it ../../factsheets/reviews/getting-ready.html#at-it at-it)
part After ../../factsheets/reviews/after.html #after here (Last ../../factsheets/reviews/after.html#last last) [in-writing ../../factsheets/reviews/after.html#in-writing] [in-court ../../factsheets/reviews/after.html#in-court]
previous Getting ready ../../factsheets/reviews/getting-ready.html
<h2 id="in-writing">In writing</h2>
<p>Wait.<sup class="footnote-ref"><a href="#fn-2" id="fnref-2-2" data-footnote-ref>2</a></sup></p>
<h2 id="in-court">In court</h2>
<h2 id="last">Last</h2>
<p>End.</p>
<section class="footnotes" data-footnotes>
<ol>
<li id="fn-2" value="2">
<p>The rules. <a href="#fnref-2-2" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="2-2" aria-label="Back to reference 2-2">↩<sup class="footnote-ref">2</sup></a></p>
</li>
</ol>
</section>

json {"@context":"https://schema.org","@graph":[{"@type":"WebPage","headline":"After","inLanguage":"en-GB","isAccessibleForFree":true,"url":"https://anytown.example/factsheets/reviews/after.html","isPartOf":{"@type":"Article","name":"Reviews","url":"https://anytown.example/factsheets/reviews/all.html"}},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"https://anytown.example/"},{"@type":"ListItem","position":2,"name":"Factsheets","item":"https://anytown.example/factsheets/index.html"},{"@type":"ListItem","position":3,"name":"Reviews","item":"https://anytown.example/factsheets/reviews.html"},{"@type":"ListItem","position":4,"name":"After","item":"https://anytown.example/factsheets/reviews/after.html"}]}]}
)html");
}

TEST_F(SplitPagesTest, OnePageHasAllOfIt) {
  EXPECT_EQ(part("factsheets/reviews.html", "factsheets/reviews/all.html"),
            R"html(factsheets/reviews/all.html https://anytown.example/factsheets/reviews/all.html
title Reviews||What a review is.
crumb Home ../../index.html
crumb Factsheets ../../factsheets/index.html
crumb Reviews ../../factsheets/reviews.html
language en-GB ../../factsheets/reviews/all.html here
language ur ../../factsheets/reviews/all.ur.html
contents Before #before
contents At it #at-it
contents After #after
contents Last #last
hub Reviews ../../factsheets/reviews.html ../../factsheets/reviews/all.html  # whole
part Getting ready ../../factsheets/reviews/getting-ready.html # (Before ../../factsheets/reviews/getting-ready.html#before before) (At it ../../factsheets/reviews/getting-ready.html#at-it at-it)
part After ../../factsheets/reviews/after.html #after (Last ../../factsheets/reviews/after.html#last last) [in-writing ../../factsheets/reviews/after.html#in-writing] [in-court ../../factsheets/reviews/after.html#in-court]
<p>A review is a <a href="#at-it">check</a>.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
<h2 id="before">Before</h2>
<p>Read.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" data-footnote-ref>1</a></sup> See <a href="#after">later</a>, <a href="#at-it">here</a> and <a href="../../index.html">home</a>.<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" data-footnote-ref>2</a></sup></p>
<h2 id="at-it">At it</h2>
<p>Speak.</p>
<h2 id="after">After</h2>
<h3 id="in-writing">In writing</h3>
<p>Wait.<sup class="footnote-ref"><a href="#fn-2" id="fnref-2-2" data-footnote-ref>2</a></sup></p>
<h3 id="in-court">In court</h3>
<h2 id="last">Last</h2>
<p>End.</p>
<section class="footnotes" data-footnotes>
<ol>
<li id="fn-1">
<p>The Act. <a href="#fnref-1" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="1" aria-label="Back to reference 1">↩</a> <a href="#fnref-1-2" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="1-2" aria-label="Back to reference 1-2">↩<sup class="footnote-ref">2</sup></a></p>
</li>
<li id="fn-2">
<p>The rules. <a href="#fnref-2" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="2" aria-label="Back to reference 2">↩</a> <a href="#fnref-2-2" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="2-2" aria-label="Back to reference 2-2">↩<sup class="footnote-ref">2</sup></a></p>
</li>
</ol>
</section>

json {"@context":"https://schema.org","@graph":[{"@type":"Article","headline":"Reviews","description":"What a review is.","inLanguage":"en-GB","isAccessibleForFree":true,"url":"https://anytown.example/factsheets/reviews/all.html","dateModified":"2026-09-30","publisher":{"@type":"Organization","name":"Anytown SENDIASS","url":"https://anytown.example/"}},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"https://anytown.example/"},{"@type":"ListItem","position":2,"name":"Factsheets","item":"https://anytown.example/factsheets/index.html"},{"@type":"ListItem","position":3,"name":"Reviews","item":"https://anytown.example/factsheets/reviews.html"},{"@type":"ListItem","position":4,"name":"Reviews","item":"https://anytown.example/factsheets/reviews/all.html"}]}]}
)html");
}

TEST_F(SplitPagesTest, PartsOfATranslationAreNumberedWhereAnAddressCannotHaveTheirTitle) {
  EXPECT_EQ(
      part("factsheets/reviews.ur.html", "factsheets/reviews/part-1.ur.html"),
      R"html(factsheets/reviews/part-1.ur.html https://anytown.example/factsheets/reviews/all.ur.html
title پہلے|Jaiza|
crumb صفحۂ اول ../../index.html
crumb <span lang="en-GB" dir="ltr">Factsheets</span> ../../factsheets/index.html
crumb Jaiza ../../factsheets/reviews.ur.html
language en-GB ../../factsheets/reviews/getting-ready.html
language ur ../../factsheets/reviews/part-1.ur.html here
hub Jaiza ../../factsheets/reviews.ur.html ../../factsheets/reviews/all.ur.html حصہ 1 از 2 #پہلے part
part پہلے ../../factsheets/reviews/part-1.ur.html #پہلے here
part Baad ../../factsheets/reviews/baad.ur.html #baad
next Baad ../../factsheets/reviews/baad.ur.html
<p>Parho.</p>

json {"@context":"https://schema.org","@graph":[{"@type":"WebPage","headline":"پہلے","inLanguage":"ur","isAccessibleForFree":true,"url":"https://anytown.example/factsheets/reviews/part-1.ur.html","isPartOf":{"@type":"Article","name":"Jaiza","url":"https://anytown.example/factsheets/reviews/all.ur.html"}},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"صفحۂ اول","item":"https://anytown.example/"},{"@type":"ListItem","position":2,"name":"<span lang="en-GB" dir="ltr">Factsheets</span>","item":"https://anytown.example/factsheets/index.html"},{"@type":"ListItem","position":3,"name":"Jaiza","item":"https://anytown.example/factsheets/reviews.ur.html"},{"@type":"ListItem","position":4,"name":"پہلے","item":"https://anytown.example/factsheets/reviews/part-1.ur.html"}]}]}
)html");
}

TEST_F(SplitPagesTest, LinksOfOtherPagesLeadToThePartWithTheHeading) {
  EXPECT_EQ(rendered("index.html"), R"html(index.html https://anytown.example/
title Home||Help.
<p><a href="factsheets/reviews/after.html#after">After</a> <a href="factsheets/reviews.html">all</a></p>

json {"@context":"https://schema.org","@graph":[{"@type":"GovernmentService","name":"Anytown SENDIASS","serviceType":"Special educational needs and disabilities information, advice and support","areaServed":{"@type":"AdministrativeArea","name":"Anytown"},"isAccessibleForFree":true,"provider":{"@type":"Organization","name":"Anytown SENDIASS","url":"https://anytown.example/"},"availableChannel":{"@type":"ServiceChannel","servicePhone":{"@type":"ContactPoint","telephone":"+441632960001","email":"help@anytown.example","hoursAvailable":[{"@type":"OpeningHoursSpecification","dayOfWeek":["https://schema.org/Monday","https://schema.org/Tuesday"],"opens":"09:00","closes":"17:00"},{"@type":"OpeningHoursSpecification","description":"Christmas Day","validFrom":"2026-12-25","validThrough":"2026-12-25","opens":"00:00","closes":"00:00"}]},"servicePostalAddress":{"@type":"PostalAddress","streetAddress":"1 High Street, Anytown"}}}]}
)html");
}

TEST_F(SplitPagesTest, TheSitemapHasTheFirstPageAndTheWholeOne) {
  EXPECT_EQ(listing("sitemap.xml"), R"html(<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://anytown.example/a-to-z.html</loc></url>
<url><loc>https://anytown.example/audiences/index.html</loc></url>
<url><loc>https://anytown.example/audiences/parents.html</loc></url>
<url><loc>https://anytown.example/factsheets/index.html</loc></url>
<url><loc>https://anytown.example/factsheets/reviews.html</loc><lastmod>2026-09-30</lastmod></url>
<url><loc>https://anytown.example/factsheets/reviews.ur.html</loc><lastmod>2026-09-30</lastmod></url>
<url><loc>https://anytown.example/factsheets/reviews/all.html</loc><lastmod>2026-09-30</lastmod></url>
<url><loc>https://anytown.example/factsheets/reviews/all.ur.html</loc><lastmod>2026-09-30</lastmod></url>
<url><loc>https://anytown.example/</loc></url>
<url><loc>https://anytown.example/languages.html</loc></url>
<url><loc>https://anytown.example/languages.ur.html</loc></url>
<url><loc>https://anytown.example/search.html</loc></url>
<url><loc>https://anytown.example/search.ur.html</loc></url>
<url><loc>https://anytown.example/software-used.html</loc></url>
<url><loc>https://anytown.example/topics/index.html</loc></url>
<url><loc>https://anytown.example/topics/plans.html</loc></url>
</urlset>
)html");
}

TEST_F(SplitPagesTest, TheSearchHasEveryPassageOnceAtThePageThatKnowsWhereItIs) {
  const std::size_t page = page_at("factsheets/reviews.html");
  const search::IndexDocument found =
      index_document(loaded_->site.pages[page], loaded_->documents[page],
                     loaded_->site.words_of(loaded_->site.pages[page]), loaded_->data);
  EXPECT_EQ(found.url, "factsheets/reviews.html");
  std::vector<std::pair<std::string, std::string>> passages;
  for (const search::Passage& each : found.passages) passages.emplace_back(each.anchor, each.text);
  EXPECT_THAT(passages,
              ElementsAre(Pair("", "A review is a check."),
                          Pair("before", "Read. See later, here and home."),
                          Pair("at-it", "Speak."), Pair("after", ""), Pair("in-writing", "Wait."),
                          Pair("in-court", ""), Pair("last", "End.\nThe Act.\nThe rules.")));
}

}  // namespace
}  // namespace signpost
