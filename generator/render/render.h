// From pages and their documents to the files of the site: what the pipeline calls.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "config.h"
#include "content/content.h"
#include "data/data.h"
#include "diagnostic.h"
#include "markdown/document.h"
#include "render/template.h"
#include "render/theme.h"

namespace signpost {

struct RenderOptions {
  Date today;
  std::size_t jobs = 1;  // `worker` of the calls below is less
};

// The pages of one term of a taxonomy or of one folder, in the order of their titles.
struct PageGroup {
  std::string id, title, summary, url;
  std::size_t own_page = kNoPage;  // the page written for it (a folder's index.md), if there is one
  std::vector<std::size_t> pages;

  static constexpr std::size_t kNoPage = static_cast<std::size_t>(-1);
};

// All that rendering needs, made once; refers to the site, data and config it was made from.
struct RenderContext {
  const Site* site = nullptr;
  const SiteData* data = nullptr;
  const Config* config = nullptr;
  Theme theme;
  Date today;
  Templates templates;
  std::vector<PageGroup> folders, topics, audiences;  // folders: every one that has pages
};

// Returns the context. Reports template- rules, and `layout-missing` for a kind whose layout the
// theme lacks. The base URL is that of `site.config`.
RenderContext make_render_context(const Site& site, const SiteData& data, Theme theme,
                                  const RenderOptions& options, Diagnostics& diagnostics);

// Returns the whole HTML file of a page. Safe in parallel with different `worker`s.
std::string render_page(const RenderContext& context, std::size_t page_index,
                        const Document& document, std::size_t worker);

// Returns the addresses that render_listings will make, sorted: known before any page is rendered.
std::vector<std::string> listing_urls(const RenderContext& context);

// Returns every page and file that is made from lists, sorted by address: folders without a page of
// their own, topics, audiences, A to Z, search, 404, software used, redirects of old addresses,
// feed, sitemap, robots, security headers. An address that a page already has is left to the page.
std::vector<OutputFile> render_listings(const RenderContext& context,
                                        std::span<const Document> documents);

}  // namespace signpost
