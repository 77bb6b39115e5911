#include "render/render.h"

#include <algorithm>
#include <utility>

#include "html/html.h"
#include "render/calendar_file.h"
#include "render/content_policy.h"
#include "render/directives.h"
#include "render/frame_view.h"
#include "render/kinds/kinds.h"
#include "render/languages_view.h"
#include "render/lists.h"
#include "render/page_styles.h"
#include "render/page_view.h"
#include "render/site_files.h"
#include "words/marks.h"

namespace signpost {
namespace {

struct PageAddress {
  std::string_view url, language;
};

// Fills the layout in. The last step of a page: what is marked in its texts becomes elements.
std::string render_layout(const RenderContext& context, const std::string& layout,
                          const PageAddress& page, const View& view, std::size_t worker) {
  const auto& [url, language] = page;
  std::string html = context.templates.render("layouts/" + layout,
                                              language_index(context, language), view, worker);
  const LineStart start = line_start(context.languages[language_index(context, language)].dir);
  const std::string root = root_from(context, url);
  const std::string main_style = root + style_url(context.theme, context.theme.style, start);
  html = with_more_styles(std::move(html), context.theme, main_style, root, start);
  html = with_content_policy(std::move(html));
  // Beside words of the theme, menus may be in the site's own language on a page of another.
  const bool has_marks = language != own_language(context) || context.words(language).has_marks();
  return has_marks ? mark_up(std::move(html)) : std::move(html);
}

OutputFile render_listing(const RenderContext& context, const Listing& listing) {
  View view = frame_view(context, head_of(listing));
  add_list_values(context, listing, view);
  return {listing.url,
          render_layout(context, layout_of(listing), {listing.url, listing.language}, view, 0)};
}

// A small page at an old address that leads to the new one, also without scripts.
OutputFile render_redirect(const RenderContext& context, const std::string& url,
                           std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  PageHead head = head_of(context, page_index);
  head.url = url;
  head.kind = "redirect";
  head.kind_label.clear();
  head.canonical_url = page.url;
  head.page = kNoPage;
  View view = frame_view(context, head);
  View target;
  target.set("title", page.title).set("href", root_from(context, url) + page.url);
  view.set("redirect", std::move(target));
  return {url, render_layout(context, "redirect", {url, page.language}, view, 0)};
}

std::string render_shown(const RenderContext& context, const ShownPage& shown,
                         const Document& document, std::span<const std::size_t> related,
                         std::size_t worker) {
  const Page& page = shown.page;
  View view = frame_view(context, head_of(context, shown));
  std::string content = render_html(*context.site, *context.splits, shown, document,
                                    [&](const DirectiveHtml& directive) {
                                      return render_directive(context, page, worker, directive);
                                    });
  add_page_values(context, shown, document, std::move(content), view);
  add_kind_values(context, shown.page_index, view);
  view.set("translation",
           translation_view(context, shown.page_index, root_from(context, page.url)));
  add_related(context, page, related, view);
  std::string layout = layout_of(page);
  if (const Listing* listing = context.find_listing(page.url)) {
    add_list_values(context, *listing, view);
    if (layout == "page") layout = layout_of(*listing);
  }
  return render_layout(context, layout, {page.url, page.language}, view, worker);
}

bool is_left_to_a_page(const RenderContext& context, const std::string& url) {
  return context.site->page_by_url.contains(url);
}

}  // namespace

std::string render_page(const RenderContext& context, std::size_t page_index,
                        const Document& document, std::span<const std::size_t> related,
                        std::size_t worker) {
  const Page& page = context.site->pages[page_index];
  const std::size_t part = page.is_split() ? kOpeningPart : kWholePage;
  return render_shown(context, {page, page_index, part}, document, related, worker);
}

std::vector<OutputFile> render_parts(const RenderContext& context, std::size_t page_index,
                                     const Document& document, std::span<const std::size_t> related,
                                     std::size_t worker) {
  std::vector<OutputFile> files;
  const Page& whole = context.site->pages[page_index];
  if (!whole.is_split()) return files;
  Page page = whole;
  page.url = whole.whole_url;
  files.push_back(
      {page.url, render_shown(context, {page, page_index, kWholePage}, document, related, worker)});
  for (std::size_t part = 0; part < whole.parts.size(); ++part) {
    page.url = whole.parts[part].url;
    page.title = whole.parts[part].title;
    files.push_back(
        {page.url, render_shown(context, {page, page_index, part}, document, related, worker)});
  }
  return files;
}

std::vector<OutputFile> render_listings(const RenderContext& context) {
  std::vector<OutputFile> files = {{"_headers", headers_file()},
                                   {"nginx-security-headers.conf", nginx_headers()},
                                   {"robots.txt", robots_txt(context)}};
  if (!context.news.empty()) files.push_back({"feed.xml", atom_feed(context)});
  if (!context.config->base_url.empty()) files.push_back({"sitemap.xml", sitemap(context)});
  for (OutputFile& file : calendar_files(context)) files.push_back(std::move(file));
  for (const Listing& listing : context.listings) {
    if (!is_left_to_a_page(context, listing.url)) files.push_back(render_listing(context, listing));
  }
  for (const auto& [url, page] : context.site->aliases) {
    if (!is_left_to_a_page(context, url) && context.find_listing(url) == nullptr) {
      files.push_back(render_redirect(context, url, page));
    }
  }
  std::sort(files.begin(), files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.url < b.url; });
  return files;
}

}  // namespace signpost
