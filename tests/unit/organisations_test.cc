// The directory of organisations: what pages get from it, with a theme that prints its values.
#include "publications/organisations.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "build.h"
#include "unit/shipped_kinds.h"
#include "unit/small_site.h"

namespace signpost {
namespace {

constexpr std::string_view kConfig = R"(site: {theme: plain, language: en-GB}
languages: [{tag: en-GB, name: English, dir: ltr}]
taxonomies:
  topics:
    - {id: plans, title: Plans, summary: About plans.}
    - {id: money, title: Money, summary: About money.}
  audiences: []
folders:
  organisations: {kind: organisation, title: Who can help, summary: Others who can help.}
checks: {placeholder-phone: info, placeholder: info}
)";

constexpr std::string_view kOrganisationLayout =
    R"({{#organisation}}{{#fields}}{{phone}}|{{phone_link}}|{{phone_note}}|{{hours}}|{{email}}|{{website_href}}|{{website_name}}|{{area}}|{{cost}}|{{#last_checked}}{{text}}{{/last_checked}}|{{#helps_with}}({{.}}){{/helps_with}}
{{/fields}}{{/organisation}})";

constexpr std::string_view kListLayout =
    R"({{#lists}}{{heading}} {{id}}:{{#items}} {{title}}={{href}}{{/items}}
{{/lists}})";

constexpr std::string_view kBigHelp = R"(---
title: Big <Help>
summary: A charity & more.
topics: [money, plans]
helps_with: [appeals, filling in forms]
website: https://www.big-help.example/start?a=1&b=2
phone: "01709 382121"
phone_note: Free
email: ask@big-help.org
hours: 10am to 4pm
area: England
cost: Free
last_checked: 2026-10-12
---
They can help. See [the other](small.md).
)";

constexpr std::string_view kSmall = R"(---
title: Small
summary: Another.
topics: [plans]
helps_with: [plans]
website: https://small.org/
area: Rivertown
last_checked: 2026-10-12
---
Words.
)";

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

class Directory : public ::testing::Test {
 protected:
  Directory() {
    folder_.write("site-config.yaml", small_config(kConfig));
    folder_.write("themes/plain/theme.yaml", "styles: styles/main.css\n");
    folder_.write("themes/plain/styles/main.css", "");
    for (const char* name : {"page", "home", "search", "not-found", "software", "redirect"}) {
      folder_.write(std::string("themes/plain/layouts/") + name + ".mustache", "{{{content}}}");
    }
    folder_.write("themes/plain/layouts/list.mustache", kListLayout);
    folder_.write("themes/plain/layouts/organisation.mustache", kOrganisationLayout);
    folder_.write("content/organisations/big-help.md", kBigHelp);
    folder_.write("content/organisations/small.md", kSmall);
  }

  // Builds the site with this front page and returns what the build says.
  std::string build(std::string_view words) {
    folder_.write("content/index.md",
                  "---\ntitle: Home\nsummary: Words.\n---\n" + std::string(words) + "\n");
    BuildOptions options;
    options.site.site_dir = folder_.path();
    options.out_dir = folder_.path() / "public";
    options.site.share_dir = share_with_kinds();
    options.site.today = *parse_date("2026-11-23");
    BuildResult result = build_site(options);
    std::string said;
    for (const Finding& finding : result.findings.all) {
      if (finding.severity != Severity::kError) continue;
      said += finding.diagnostic.rule + ": " + finding.diagnostic.message + " | " +
              finding.diagnostic.help + "\n";
    }
    return said;
  }

  [[nodiscard]] std::string page(std::string_view url) const {
    return read(folder_.path() / "public" / url);
  }

  TemporaryFolder folder_;
};

TEST_F(Directory, PageOfAnOrganisationHasItsDetails) {
  EXPECT_EQ(build("[Big Help](organisations/big-help.md)"), "");
  EXPECT_EQ(page("organisations/big-help.html"),
            "01709 382121|+441709382121|Free|10am to 4pm|ask@big-help.org|"
            "https://www.big-help.example/start?a=1&amp;b=2|big-help.example|"
            "England|Free|12 October 2026|(appeals)(filling in forms)\n");
  EXPECT_EQ(page("organisations/small.html"),
            "|||||https://small.org/|small.org|Rivertown||12 October 2026|(plans)\n");
}

TEST_F(Directory, SectionListsOrganisationsByTopic) {
  EXPECT_EQ(build("[Big Help](organisations/big-help.md)"), "");
  EXPECT_EQ(page("organisations/index.html"),
            "Plans topic-plans: Big &lt;Help&gt;=../organisations/big-help.html "
            "Small=../organisations/small.html\n"
            "Money topic-money: Big &lt;Help&gt;=../organisations/big-help.html\n");
}

TEST_F(Directory, CardShowsHowToGetInTouch) {
  EXPECT_EQ(build(":::organisation big-help\n:::"), "");
  EXPECT_EQ(page("index.html"),
            R"(<div class="sp-organisation">
<h2 class="sp-box-title"><a href="organisations/big-help.html">Big &lt;Help&gt;</a></h2>
<p class="sp-organisation__what">A charity &amp; more.</p>
<dl class="sp-facts">
<div><dt>Phone</dt><dd><a class="sp-phone" href="tel:+441709382121">01709 382121</a><br>Free</dd></div>
<div><dt>Open</dt><dd>10am to 4pm</dd></div>
<div><dt>Email</dt><dd><a href="mailto:ask@big-help.org">ask@big-help.org</a></dd></div>
<div><dt>Website</dt><dd><a href="https://www.big-help.example/start?a=1&amp;b=2">big-help.example</a></dd></div>
<div><dt>Area</dt><dd>England</dd></div>
<div><dt>Cost</dt><dd>Free</dd></div>
</dl>
<p class="sp-organisation__checked">Details last checked: <time datetime="2026-10-12">12 October 2026</time></p>
</div>

)");
}

TEST_F(Directory, UnknownNameIsAnError) {
  EXPECT_EQ(build(":::organisation big-halp\n:::"),
            "fact-unknown: no organisation \"big-halp\" in content/organisations | did you mean "
            "\"big-help\"?\n");
  EXPECT_EQ(
      build(":::organisation xyz\n:::"),
      "fact-unknown: no organisation \"xyz\" in content/organisations | write the name of its "
      "file without .md\n");
}

TEST_F(Directory, DetailsOfOrganisationsMayStandOnAnyPage) {
  EXPECT_EQ(build("Ring 01709 382 121 or write to ASK@big-help.org. See [Big "
                  "Help](organisations/big-help.md)."),
            "");
  EXPECT_EQ(
      build("Ring 01709 382 122. See [Big Help](organisations/big-help.md)."),
      "personal-phone: \"01709 382 122\" is a phone number that is not the service's | use {{ "
      "service.phone }}, or add the number to public_contacts in site-config.yaml\n");
}

TEST(WebAddress, IsWholeAndOfTheWeb) {
  for (const char* good : {"https://a.org", "http://a.org/", "https://www.a.org/b?c#d"}) {
    EXPECT_TRUE(is_web_address(good)) << good;
  }
  for (const char* bad :
       {"", "a.org", "javascript:alert(1)", "https://", "https://a", "https://.org",
        "https://a.org/\"x", "https://a.org/b c", "ftp://a.org", "https:/a.org"}) {
    EXPECT_FALSE(is_web_address(bad)) << bad;
  }
}

}  // namespace
}  // namespace signpost
