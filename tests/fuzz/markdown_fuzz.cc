// Any text as the body of a page: parsed with links, facts and directives, and rendered; and as
// plain Markdown.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "config/config.h"
#include "content/content.h"
#include "data/data.h"
#include "html/html.h"
#include "markdown/document.h"
#include "markdown/markdown.h"
#include "render/directives.h"
#include "unit/directive_context.h"
#include "unit/plain_html.h"
#include "unit/published.h"

namespace {

using namespace signpost;

Config make_config() {
  Config config;
  config.languages = {{"en-GB", "English", "ltr"}};
  return config;
}

SiteData make_data() {
  SiteData data;
  data.glossary = {{.short_form = "EHC", .long_form = "Education, health and care"}};
  data.deadlines["ehc.final_plan"] = {.id = "ehc.final_plan", .limit = "20 weeks"};
  data.tables.emplace("ages", published({.about = {.caption = "Ages"},
                                         .columns = {{"age", "Age", true}},
                                         .rows = {{{{"5", 5.0}}}, {{{"11", 11.0}}}}}));
  return data;
}

Site make_site(const Config& config) {
  Site site;
  site.config = &config;
  site.facts["en-GB"] = {{"service.phone", "01632 960 123"},
                         {"service.phone_link", "+441632960123"}};
  for (std::string_view slug : {"a", "b"}) {
    Page page;
    page.source_path = "content/factsheets/" + std::string(slug) + ".md";
    page.folder = "factsheets";
    page.slug = slug;
    page.language = "en-GB";
    page.url = "factsheets/" + page.slug + ".html";
    page.title = "Page " + page.slug;
    site.page_by_source[page.source_path] = site.pages.size();
    site.page_by_url[page.url] = site.pages.size();
    site.pages.push_back(page);
  }
  site.translations.resize(site.pages.size());
  return site;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Config config = make_config();
  static const SiteData data = make_data();
  static const Site site = make_site(config);
  static const RenderContext context = context_of_directives(site, data);
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  Diagnostics diagnostics;
  const Document document = parse_markdown(site, data, 0, Body{text, 1}, diagnostics);
  const std::string html = render_html(site, 0, document, [&](const DirectiveHtml& directive) {
    return render_directive(context, site.pages[0], 0, directive);
  });
  assert(html.find("<script") == std::string::npos);
  assert(html.find("=\"javascript:") == std::string::npos);
  for (const Diagnostic& each : diagnostics.all()) assert(!each.message.empty());
  markdown_to_html(text);
  return 0;
}
