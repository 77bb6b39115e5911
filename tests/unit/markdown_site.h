// A small site for the tests of Markdown, with one page whose text each test gives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/content.h"
#include "data/data.h"
#include "html/html.h"
#include "markdown/markdown.h"
#include "render/directives.h"
#include "unit/directive_context.h"
#include "unit/english_words.h"
#include "unit/published.h"
#include "unit/shipped_kinds.h"

namespace signpost {

// What a text becomes as content/factsheets/page.md. `problems` has a line for each diagnostic:
// "line:column+length rule: message | help".
struct Converted {
  Document document;
  std::string html;
  std::string problems;
};

class MarkdownSite {
 public:
  MarkdownSite() {
    config_.kinds = shipped_kinds();
    config_.languages = {{"en-GB", "English", "ltr"}, {"ur", "اردو", "rtl"}};
    for (const Language& language : config_.languages) {
      site_.facts[language.tag] = {{"service.name", "Sheffield <Advice> & Support"},
                                   {"service.phone", "01632 960 123"},
                                   {"service.phone_link", "+441632960123"}};
    }
    site_.words = english_words();
    add_data();
    add_pages();
    context_ = context_of_directives(site_, data_);
  }

  [[nodiscard]] Converted convert(std::string_view text, std::uint32_t first_line = 1,
                                  std::string_view source = "content/factsheets/page.md",
                                  std::size_t worker = 0) const {
    Diagnostics diagnostics;
    const std::size_t page = site_.page_by_source.find(source)->second;
    Converted converted;
    converted.document =
        parse_markdown(site_, data_, page, Body{std::string(text), first_line}, diagnostics);
    converted.html =
        render_html(site_, page, converted.document, [&](const DirectiveHtml& directive) {
          return render_directive(context_, site_.pages[page], worker, directive);
        });
    for (const Diagnostic& each : diagnostics.take_sorted()) {
      converted.problems += std::to_string(each.place.line) + ":" +
                            std::to_string(each.place.column) + "+" +
                            std::to_string(each.place.length) + " " + each.rule + ": " +
                            each.message + " | " + each.help + "\n";
    }
    return converted;
  }

  [[nodiscard]] const Site& site() const { return site_; }
  [[nodiscard]] const SiteData& data() const { return data_; }

 private:
  void add_data() {
    using std::chrono::April;
    using std::chrono_literals::operator""y;
    data_.glossary = {
        glossary_entry("EHC", "Education, health and care", {"EHCP", "EHC plan"}),
        glossary_entry("SEN", "Special educational needs", {}),
        glossary_entry("SEN support", "Help at school without a plan", {}),
        glossary_entry("LA", "Local authority", {"the council"}),
    };
    data_.deadlines["plan.final"] = Deadline{.id = "plan.final",
                                             .limit = "",
                                             .who = "The council",
                                             .trigger = "the day of the request",
                                             .law = "Regulations 2014, regulation 13",
                                             .source = "",
                                             .verified = true,
                                             .unit = "weeks",
                                             .number = 20,
                                             .line = 9};
    data_.deadlines["plan.reply"] = Deadline{.id = "plan.reply",
                                             .limit = "",
                                             .who = "You",
                                             .trigger = "the day of the draft",
                                             .law = "Regulations 2014, regulation 13(1)",
                                             .source = "https://law.example/13?a=1&b=2",
                                             .verified = false,
                                             .unit = "days",
                                             .number = 15,
                                             .what = "Say what you think.",
                                             .line = 5};
    data_.deadlines["move.school"] = Deadline{.id = "move.school",
                                              .limit = "15 February of the year of the move",
                                              .who = "",
                                              .trigger = "a move to secondary school",
                                              .law = "",
                                              .source = "",
                                              .verified = false};
    LawEvent& act = data_.law_events.emplace_back();
    act.id = "new-act";
    act.event = "a new Act";
    act.date = 2026y / April / 29;
    data_.tables.emplace(
        "ages",
        published({.about = {.caption = "Ages & stages"},
                   .columns = {{"stage", "Stage", false}, {"age", "Age", true}},
                   .rows = {{{{"Primary"}, {"5", 5.0}}}, {{{"Secondary"}, {"11", 11.0}}}}}));
  }

  void add_pages() {
    using std::chrono::July, std::chrono::April;
    using std::chrono_literals::operator""y;
    site_.config = &config_;
    add_page("content/about/contact.md", "about/contact.html", "en-GB");
    add_page("content/about/contact.ur.md", "about/contact.ur.html", "ur");
    add_page("content/factsheets/page.md", "factsheets/page.html", "en-GB");
    add_page("content/factsheets/page.ur.md", "factsheets/page.ur.html", "ur");
    add_page("content/index.md", "index.html", "en-GB");
    site_.pages[0].fields.entries.push_back({"reviewed", 4, 1, 2026y / April / 29});
    site_.pages[2].fields.entries.push_back({"due", 4, 1, 2027y / July / 31});
    site_.aliases["old/contact.html"] = 0;
    site_.translations = {{1}, {0}, {3}, {2}, {}};
    site_.assets = {"content/factsheets/leaflet 1.pdf", "content/factsheets/map.png"};
  }

  static GlossaryEntry glossary_entry(std::string short_form, std::string long_form,
                                      std::vector<std::string> also) {
    GlossaryEntry entry;
    entry.short_form = std::move(short_form);
    entry.long_form = std::move(long_form);
    entry.also = std::move(also);
    return entry;
  }

  void add_page(const std::string& source, const std::string& url, const std::string& language) {
    Page page;
    page.source_path = source;
    page.url = url;
    page.language = language;
    page.title = "A page";
    page.kind = config_.kinds.find(kPlainKind);
    site_.page_by_source[source] = site_.pages.size();
    site_.page_by_url[url] = site_.pages.size();
    site_.pages.push_back(page);
  }

  Config config_;
  SiteData data_;
  Site site_;
  RenderContext context_;
};

}  // namespace signpost
