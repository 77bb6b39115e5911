// The small site of the tests of rendering, with a theme that prints the values it is given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "unit/english_words.h"
#include "unit/small_site.h"

namespace signpost {

inline constexpr std::string_view kRenderConfig = R"(languages:
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

inline constexpr std::string_view kPlanFactsheet = R"(---
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

inline constexpr std::string_view kRenderFrame =
    R"({{root}}|{{page.url}}|{{page.kind}}|{{page.title}}
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
{{#has_review}}
{{#fields}}
review {{reviewed.text}} {{review_due.iso}} {{owner}}{{#law_note}} {{law_note}}{{/law_note}}
{{/fields}}
{{/has_review}}
{{#fields.law}}
law {{.}}
{{/fields.law}}
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
{{#word_letters}}
{{#href}}
word letter {{letter}} {{href}}
{{/href}}
{{/word_letters}}
{{#word_lists}}
words {{heading}} {{id}}
{{#items}}
word {{title}}: {{summary}}
{{/items}}
{{/word_lists}}
css {{assets.css}}
)";

class RenderSiteTest : public SmallSite {
 protected:
  RenderSiteTest() {
    folder_.write("site-config.yaml", small_config(kRenderConfig));
    const std::string theme = "themes/signpost/";
    for (const char* layout : {"page", "home", "factsheet", "news", "list", "search", "software"}) {
      folder_.write(theme + "layouts/" + layout + ".mustache", kRenderFrame);
    }
    folder_.write(theme + "layouts/not-found.mustache", "{{root}}|{{links.home}}|{{assets.css}}\n");
    folder_.write(theme + "layouts/redirect.mustache",
                  "{{redirect.title}} {{redirect.href}} {{page.canonical}}\n");
    folder_.write(theme + "styles/main.css", "a{}");
    folder_.write(theme + "styles/main.rtl.css", "b{}");
    folder_.write(theme + "theme.yaml", "styles: styles/main.css\n");
    folder_.write(theme + "i18n/en.yaml",
                  "home: Home\nnews: News\na_to_z: A to Z\nsearch: Search\nnot_found: Not found\n"
                  "software: Software used\ntopics: Topics\naudiences: Who it is for\n"
                  "a_to_z_digits: 0 to 9\n"
                  "service_type: Special educational needs and disabilities information, advice "
                  "and support\n" +
                      english_time_strings());
    folder_.write(theme + "i18n/ur.yaml", "home: گھر\n");
    folder_.write("content/index.md", page("Welcome", "layout: home\n"));
    folder_.write("content/contact.md", page("Contact us", ""));
    folder_.write("content/contact.ur.md", page("رابطہ", ""));
    folder_.write("content/factsheets/plan.md", kPlanFactsheet);
    folder_.write("content/news/first.md", page("First <news>", "date: 2026-10-01\n"));
    folder_.write("content/news/second.md", page("Second news", "date: 2026-11-02\n"));
    folder_.write(
        "content/_data/glossary.yaml",
        "- {short: EHC, long: \"Education, health and care\", meaning: A kind of plan.}\n");
  }

  static std::string page(const std::string& title, const std::string& more) {
    return "---\ntitle: " + title + "\nsummary: About it.\n" + more + "---\nWords.\n";
  }

  void make(const std::string& base_url) { SmallSite::make("2026-11-23", base_url); }

  std::vector<std::string> found_rules() {
    std::vector<std::string> rules;
    for (const Diagnostic& each : diagnostics_.take_sorted()) rules.push_back(each.rule);
    return rules;
  }
};

}  // namespace signpost
