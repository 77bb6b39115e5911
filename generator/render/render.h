// From pages and their documents to the files of the site: what the pipeline calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "config/config.h"
#include "content/content.h"
#include "data/data.h"
#include "duties/site_on_day.h"
#include "markdown/document.h"
#include "markdown/split_pages.h"
#include "render/theme/template.h"
#include "render/theme/theme.h"

namespace signpost {

struct RenderOptions {
  std::size_t jobs = 1;  // `worker` of the calls below is less
  // The first script of the search engine ("assets/search-engine.en.….1of5.js") by the language's
  // tag; none where the program was built without one.
  std::map<std::string, std::string, std::less<>> search_engine_urls = {};
};

// A page of the site, by its index; none for a page that is only made from lists.
inline constexpr std::size_t kNoPage = static_cast<std::size_t>(-1);

// The pages of one folder, topic or audience, by title; before them those of the kinds that are
// listed newest first.
struct PageGroup {
  std::string id;
  LocalText title, summary;
  std::string url;
  std::vector<std::size_t> pages;
  std::vector<std::size_t> groups;  // of a folder: those right below it
};

enum class ListingType : std::uint8_t {
  kSection,
  kTopic,
  kTopics,
  kAudience,
  kAudiences,
  kAToZ,
  kSearch,
  kLanguage,  // what the site has in one of its languages
  kNotFound,
  kSoftware,
  kWorkshops,  // their section
  kWorkshopsThisTerm,
  kWorkshopsPast
};

// A page made from lists. A page of content/ at the same address is its opening words.
struct Listing {
  std::string url, title, summary, language;
  ListingType type = ListingType::kSection;
  std::size_t group = 0;  // index into the context's folders, topics or audiences
};

// A link of a menu. `section` is the folder whose own page it leads to, or "".
struct MenuLink {
  LocalText title;
  std::string url, section;
  std::size_t page = kNoPage;
};

// By page: the pages to offer on it, best first.
using RelatedPages = std::vector<std::vector<std::size_t>>;

// All that rendering needs, made once; refers to the site, data and config it was made from.
struct RenderContext {
  const Site* site = nullptr;
  const SiteData* data = nullptr;
  const Config* config = nullptr;
  Theme theme;
  Date today;
  Templates templates;
  Templates shipped_templates;      // of directives, for a theme of another name than "signpost"
  std::vector<Language> languages;  // of the config, at least one: the first is the site's own
  std::vector<PageGroup> folders, topics, audiences;  // those that have pages
  std::vector<std::size_t> news;                      // in the site's language, the newest first
  Workshops workshops;
  std::vector<DutyStatus> duties;  // one for each of the configuration
  std::vector<Listing> listings;   // sorted by address
  std::vector<MenuLink> navigation, footer;
  std::map<std::string, std::string, std::less<>> search_engine_urls;  // as in RenderOptions
  const SiteSplits* splits = nullptr;

  // Returns the listing at the address, or nullptr.
  [[nodiscard]] const Listing* find_listing(std::string_view url) const;
  // Returns the theme's words in the language.
  [[nodiscard]] const Words& words(std::string_view language) const {
    return words_in(site->words, language);
  }
  // Returns the address with the base URL before it, or "" without one.
  [[nodiscard]] std::string absolute_url(std::string_view url) const;
};

inline const std::string& own_language(const RenderContext& context) {
  return context.languages.front().tag;
}

// Returns the context. Reports template- rules, `template-missing-layout` for one that the site
// needs and the theme lacks, and `base-url-missing` where the files that need one are left out.
RenderContext make_render_context(const Site& site, const SiteData& data, const SiteOnDay& on_day,
                                  Theme theme, const RenderOptions& options,
                                  Diagnostics& diagnostics);

// Returns the whole HTML file of a page that offers the pages `related`. Safe in parallel with
// different `worker`s.
std::string render_page(const RenderContext& context, std::size_t page_index,
                        const Document& document, std::span<const std::size_t> related,
                        std::size_t worker);

// Returns the pages of its parts, and the one with all of it, of a page that is split; none of
// others, whose only page is that of render_page. Safe in parallel as that.
std::vector<OutputFile> render_parts(const RenderContext& context, std::size_t page_index,
                                     const Document& document, std::span<const std::size_t> related,
                                     std::size_t worker);

// Returns every page and file that is made from lists, sorted by address: folders without a page of
// their own, topics, audiences, A to Z, search, 404, software used, redirects of old addresses,
// feed, sitemap, robots, security headers. An address that a page already has is left to the page.
std::vector<OutputFile> render_listings(const RenderContext& context);

}  // namespace signpost
