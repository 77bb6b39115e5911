// What is made for machines: old addresses, the sitemap, the feed, JSON-LD; and layouts that lack.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/render_site.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

TEST_F(RenderSiteTest, NotFoundPageLinksFromTheHostsRoot) {
  make("https://anytown.example/send/");
  EXPECT_EQ(listing("404.html"), "/send/|/send/index.html|/send/assets/main.5f546eb460.css\n");
}

TEST_F(RenderSiteTest, OldAddressLeadsToThePage) {
  make("https://anytown.example/");
  EXPECT_EQ(listing("old/plan.html"),
            "Plan &amp; review ../factsheets/plan.html "
            "https://anytown.example/factsheets/plan.html\n");
}

TEST_F(RenderSiteTest, SitemapNeedsABaseUrl) {
  make("");
  EXPECT_EQ(listing("sitemap.xml"), "(no such file)");
  EXPECT_EQ(listing("robots.txt"), "User-agent: *\nAllow: /\n");
  EXPECT_THAT(found_rules(), Contains("base-url-missing"));
}

TEST_F(RenderSiteTest, SitemapHasEveryPageWithItsLastChange) {
  make("https://anytown.example/?a&b/");
  EXPECT_EQ(listing("sitemap.xml"), R"(<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://anytown.example/?a&amp;b/a-to-z.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/audiences/index.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/audiences/parents.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/contact.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/contact.ur.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/factsheets/index.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/factsheets/plan.html</loc><lastmod>2026-09-30</lastmod></url>
<url><loc>https://anytown.example/?a&amp;b/</loc></url>
<url><loc>https://anytown.example/?a&amp;b/languages.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/languages.ur.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/news/first.html</loc><lastmod>2026-10-01</lastmod></url>
<url><loc>https://anytown.example/?a&amp;b/news/index.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/news/second.html</loc><lastmod>2026-11-02</lastmod></url>
<url><loc>https://anytown.example/?a&amp;b/search.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/search.ur.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/software-used.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/topics/index.html</loc></url>
<url><loc>https://anytown.example/?a&amp;b/topics/plans.html</loc></url>
</urlset>
)");
}

TEST_F(RenderSiteTest, FeedHasTheNews) {
  make("https://anytown.example/");
  EXPECT_EQ(listing("feed.xml"), R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<title>Anytown SENDIASS: News</title>
<id>urn:uuid:2c3b7dd8-e444-8dd1-a87e-7ce79214dbc5</id>
<updated>2026-11-02T00:00:00Z</updated>
<author><name>Anytown SENDIASS</name>
</author>
<link rel="self" type="application/atom+xml" href="https://anytown.example/feed.xml"/>
<link rel="alternate" type="text/html" href="https://anytown.example/"/>
<entry>
<title>Second news</title>
<id>urn:uuid:f1f820d8-9adb-8dc7-83e0-484ef014624c</id>
<published>2026-11-02T00:00:00Z</published>
<updated>2026-11-02T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://anytown.example/news/second.html"/>
<summary>About it.</summary>
</entry>
<entry>
<title>First &lt;news&gt;</title>
<id>urn:uuid:21de1af5-5030-89e7-a1d4-58b2775a7e05</id>
<published>2026-10-01T00:00:00Z</published>
<updated>2026-10-01T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://anytown.example/news/first.html"/>
<summary>About it.</summary>
</entry>
</feed>
)");
}

TEST_F(RenderSiteTest, SearchEnginesAreToldTheHoursAndTheArticle) {
  folder_.write("themes/signpost/layouts/page.mustache", "{{{json_ld}}}");
  folder_.write("themes/signpost/layouts/factsheet.mustache", "{{{json_ld}}}");
  folder_.write("content/contact.md", page("Contact </script><!-- us", ""));
  make("https://anytown.example/");
  EXPECT_EQ(
      rendered("contact.html"),
      R"({"@context":"https://schema.org","@graph":[{"@type":"GovernmentService",)"
      R"("name":"Anytown SENDIASS","serviceType":"Special educational needs and disabilities )"
      R"(information, advice and support","areaServed":{"@type":"AdministrativeArea",)"
      R"("name":"Anytown"},"isAccessibleForFree":true,"provider":{"@type":"Organization",)"
      R"("name":"Anytown SENDIASS","url":"https://anytown.example/"},"availableChannel":)"
      R"({"@type":"ServiceChannel","servicePhone":{"@type":"ContactPoint",)"
      R"("telephone":"+441632960001","email":"help@anytown.example","hoursAvailable":[)"
      R"({"@type":"OpeningHoursSpecification","dayOfWeek":["https://schema.org/Monday",)"
      R"("https://schema.org/Tuesday"],"opens":"09:00","closes":"17:00"},)"
      R"({"@type":"OpeningHoursSpecification","description":"Christmas Day",)"
      R"("validFrom":"2026-12-25","validThrough":"2026-12-25","opens":"00:00",)"
      R"("closes":"00:00"}]},"servicePostalAddress":{"@type":"PostalAddress",)"
      R"("streetAddress":"1 High Street, Anytown"}}},{"@type":"BreadcrumbList",)"
      R"("itemListElement":[{"@type":"ListItem","position":1,"name":"Home",)"
      R"("item":"https://anytown.example/"},{"@type":"ListItem","position":2,)"
      R"("name":"Contact \u003c/script>\u003c!-- us",)"
      R"("item":"https://anytown.example/contact.html"}]}]})"
      "\n");
  EXPECT_EQ(rendered("factsheets/plan.html"),
            R"({"@context":"https://schema.org","@graph":[{"@type":"Article",)"
            R"("headline":"Plan & review","description":"What a plan is.","inLanguage":"en-GB",)"
            R"("isAccessibleForFree":true,"url":"https://anytown.example/factsheets/plan.html",)"
            R"("dateModified":"2026-09-30","publisher":{"@type":"Organization",)"
            R"("name":"Anytown SENDIASS","url":"https://anytown.example/"}},)"
            R"({"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,)"
            R"("name":"Home","item":"https://anytown.example/"},{"@type":"ListItem",)"
            R"("position":2,"name":"Factsheets",)"
            R"("item":"https://anytown.example/factsheets/index.html"},{"@type":"ListItem",)"
            R"("position":3,"name":"Plan & review",)"
            R"("item":"https://anytown.example/factsheets/plan.html"}]}]})"
            "\n");
}

TEST_F(RenderSiteTest, ReportsLayoutsThatTheThemeLacks) {
  std::filesystem::remove(folder_.path() / "themes/signpost/layouts/search.mustache");
  folder_.write("themes/signpost/layouts/news.mustache", "{{#x}}");
  make("https://anytown.example/");
  std::vector<Diagnostic> found;
  for (Diagnostic& each : diagnostics_.take_sorted()) {
    if (each.rule == "template-missing-layout" || each.rule == "template-syntax")
      found.push_back(std::move(each));
  }
  EXPECT_THAT(found,
              ElementsAre(Diagnostic{"template-missing-layout",
                                     {"site-config.yaml", 0, 0, 0},
                                     "the theme \"signpost\" has no layout \"languages\"",
                                     "add the file themes/signpost/layouts/languages.mustache"},
                          Diagnostic{"template-missing-layout",
                                     {"site-config.yaml", 0, 0, 0},
                                     "the theme \"signpost\" has no layout \"search\"",
                                     "add the file themes/signpost/layouts/search.mustache"},
                          Diagnostic{"template-syntax",
                                     {"themes/signpost/layouts/news.mustache", 1, 1, 6},
                                     "the section \"x\" is not closed",
                                     "type \"{{/x}}\" where the section ends"}));
}

}  // namespace
}  // namespace signpost
