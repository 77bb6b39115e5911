// Whole files of a small site, made with a theme that prints the values it is given.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "markdown/markdown.h"
#include "render/render.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::StartsWith;

constexpr std::string_view kConfig = R"(service:
  name: Anytown SENDIASS
  short_name: SENDIASS
  area: Anytown
  phone: "01632 960 001"
  email: help@anytown.example
  address: [1 High Street, Anytown]
  hours: {days: [monday, tuesday], from: "09:00", to: "17:00"}
  closures: [{date: 2026-12-25, reason: Christmas Day}]
promises: {first_contact_working_days: 5}
independence: {funded_by: [Anytown Council], statement: We do not take sides.}
languages:
  - {tag: en-GB, name: English, dir: ltr}
  - {tag: ur, name: اردو, dir: rtl}
navigation:
  - {title: Factsheets, page: factsheets/index.md}
  - {title: Contact us, page: contact.md}
footer:
  - {title: A to Z of all pages, page: a-to-z.md}
taxonomies:
  topics:
    - {id: plans, title: Plans, summary: About plans.}
    - {id: empty, title: Empty, summary: Nothing here.}
  audiences:
    - {id: parents, title: Parents, summary: For parents.}
folders:
  factsheets: {kind: factsheet, title: Factsheets, summary: One topic each.}
  news: {kind: news, title: News, summary: What is new.}
)";

constexpr std::string_view kFactsheet = R"(---
title: Plan & review
summary: What a plan is.
topics: [plans]
audiences: [parents]
reviewed: 2026-09-30
review_due: 2027-09-30
owner: Service lead
law: ["Children and Families Act 2014, section 36"]
law_checked: 2026-09-01
aliases: [old/plan.html]
---
## One

Words.

## Two

### Two and a half

Words.

## Three

Words.
)";

constexpr std::string_view kFrame = R"({{root}}|{{page.url}}|{{page.kind}}|{{page.title}}
{{#navigation}}
nav {{title}} {{href}}{{#current}} current{{/current}}{{#current_page}} here{{/current_page}}
{{/navigation}}
{{#footer_links}}
foot {{title}} {{href}}
{{/footer_links}}
{{#breadcrumbs}}
crumb {{title}} {{href}}
{{/breadcrumbs}}
{{#languages}}
language {{tag}} {{dir}} {{href}}{{#current}} here{{/current}}
{{/languages}}
{{#contents}}
contents {{title}} {{href}}{{#has_children}}{{#children}} ({{title}}){{/children}}{{/has_children}}
{{/contents}}
{{#topics}}
topic {{title}} {{href}} {{summary}}
{{/topics}}
{{#review}}
review {{reviewed.text}} {{review_due.iso}} {{owner}}{{#law_note}} {{law_note}}{{/law_note}}
{{/review}}
{{#law}}
law {{.}}
{{/law}}
{{#has_related}}
related{{#related}} ({{title}} | {{href}} | {{summary}} | {{kind_label}} | {{date.iso}}){{/related}}
{{/has_related}}
{{#latest_news}}
news {{title}} {{href}} {{date.iso}}
{{/latest_news}}
{{#letters}}
{{#href}}
letter {{letter}} {{href}}
{{/href}}
{{/letters}}
{{#lists}}
list {{#heading}}{{heading}} {{id}}{{/heading}}
{{#items}}
item {{title}} | {{href}} | {{summary}} | {{kind_label}} | {{date.text}}
{{/items}}
{{/lists}}
css {{assets.css}}
)";

class RenderSiteTest : public ::testing::Test {
 protected:
  RenderSiteTest() {
    folder_.write("site-config.yaml", kConfig);
    const std::string theme = "themes/signpost/";
    for (const char* layout : {"page", "home", "factsheet", "news", "list", "search", "software"}) {
      folder_.write(theme + "layouts/" + layout + ".mustache", kFrame);
    }
    folder_.write(theme + "layouts/not-found.mustache", "{{root}}|{{links.home}}|{{assets.css}}\n");
    folder_.write(theme + "layouts/redirect.mustache",
                  "{{redirect.title}} {{redirect.href}} {{page.canonical}}\n");
    folder_.write(theme + "styles/main.css", "a{}");
    folder_.write(theme + "styles/main.rtl.css", "b{}");
    folder_.write(theme + "theme.yaml", "styles: styles/main.css\n");
    folder_.write(theme + "i18n/en.yaml",
                  "home: Home\nnews: News\na_to_z: A to Z\nsearch: Search\nnot_found: Not found\n"
                  "software: Software used\ntopics: Topics\naudiences: Who it is for\n");
    folder_.write(theme + "i18n/ur.yaml", "home: گھر\n");
    folder_.write("content/index.md", page("Welcome", "layout: home\n"));
    folder_.write("content/contact.md", page("Contact us", ""));
    folder_.write("content/contact.ur.md", page("رابطہ", ""));
    folder_.write("content/factsheets/plan.md", kFactsheet);
    folder_.write("content/news/first.md", page("First <news>", "date: 2026-10-01\n"));
    folder_.write("content/news/second.md", page("Second news", "date: 2026-11-02\n"));
    folder_.write(
        "content/_data/glossary.yaml",
        "- {short: EHC, long: \"Education, health and care\", meaning: A kind of plan.}\n");
  }

  static std::string page(const std::string& title, const std::string& more) {
    return "---\ntitle: " + title + "\nsummary: About it.\n" + more + "---\nWords.\n";
  }

  // Makes the site from its files.
  void make(const std::string& base_url) {
    config_ = load_config(folder_.path(), diagnostics_);
    config_.base_url = base_url;
    data_ = load_data(config_, parse_date("2026-11-23").value(), diagnostics_);
    std::vector<Page> pages;
    std::vector<Body> bodies;
    for (const SourceFile& file : discover(config_, diagnostics_)) {
      std::optional<ParsedPage> parsed = parse_page(file, config_, Drafts::kLeaveOut, diagnostics_);
      if (!parsed) continue;
      pages.push_back(std::move(parsed->page));
      bodies.push_back(std::move(parsed->body));
    }
    site_ = assemble_site(config_, std::move(pages), {}, diagnostics_);
    for (std::size_t i = 0; i < site_.pages.size(); ++i) {
      documents_.push_back(parse_markdown(site_, data_, i, bodies[i], diagnostics_));
    }
    Theme theme = load_theme(config_, "", diagnostics_);
    context_ = make_render_context(site_, data_, std::move(theme), {Date(), 1}, diagnostics_);
  }

  std::size_t page_at(std::string_view url) const { return site_.page_by_url.find(url)->second; }

  std::string rendered(std::string_view url, std::initializer_list<std::string_view> related = {}) {
    std::vector<std::size_t> pages;
    for (const std::string_view each : related) pages.push_back(page_at(each));
    const std::size_t page = page_at(url);
    return render_page(context_, page, documents_[page], pages, 0);
  }

  std::string listing(std::string_view url) {
    for (const OutputFile& file : render_listings(context_)) {
      if (file.url == url) return file.bytes;
    }
    return "(no such file)";
  }

  std::vector<std::string> found_rules() {
    std::vector<std::string> rules;
    for (const Diagnostic& each : diagnostics_.take_sorted()) rules.push_back(each.rule);
    return rules;
  }

  TemporaryFolder folder_;
  Config config_;
  SiteData data_;
  Site site_;
  std::vector<Document> documents_;
  RenderContext context_;
  Diagnostics diagnostics_;
};

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
nav Factsheets factsheets/index.html
nav رابطہ contact.ur.html current here
foot A to Z of all pages a-to-z.html
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
  EXPECT_THAT(listing_urls(context_), Not(Contains("factsheets/index.html")));
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
letter E #e
letter F #f
letter P #p
letter S #s
list C c
item Contact us | contact.html | About it. | Page | 
list E e
item EHC: Education, health and care |  | A kind of plan. |  | 
list F f
item First &lt;news&gt; | news/first.html | About it. | News | 1 October 2026
list P p
item Plan &amp; review | factsheets/plan.html | What a plan is. | Factsheet | 
list S s
item Second news | news/second.html | About it. | News | 2 November 2026
css assets/main.5f546eb460.css
)");
}

TEST_F(RenderSiteTest, ListsEveryAddressBeforeItIsMade) {
  make("https://anytown.example/send/");
  std::vector<std::string> made;
  for (const OutputFile& file : render_listings(context_)) made.push_back(file.url);
  EXPECT_EQ(made, listing_urls(context_));
  EXPECT_THAT(made, ElementsAre("404.html", "_headers", "a-to-z.html", "audiences/index.html",
                                "audiences/parents.html", "factsheets/index.html", "feed.xml",
                                "news/index.html", "nginx-security-headers.conf", "old/plan.html",
                                "robots.txt", "search.html", "search.ur.html", "sitemap.xml",
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
kind page Page
kind factsheet Factsheet
kind news News
topic plans Plans
audience parents Parents
folder factsheets Factsheets
folder news News
language en-GB search.html here
language ur search.ur.html
letter C
letter E
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
      R"("telephone":"01632 960 001","email":"help@anytown.example","hoursAvailable":[)"
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
    if (each.rule.starts_with("template-")) found.push_back(std::move(each));
  }
  EXPECT_THAT(found, ElementsAre(Diagnostic{"template-missing-layout",
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
