// Groups the site's pages into the lists that menus, sections and taxonomies show.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "content/translations.h"
#include "render/frame_view.h"
#include "render/languages_view.h"
#include "render/lists.h"
#include "render/page_view.h"
#include "render/render.h"
#include "render/search_view.h"
#include "render/theme/template_names.h"

namespace signpost {
namespace {

bool is_section_page(const Page& page) { return page.slug == "index"; }

// Pages that lists show: in the site's own language, and not a folder's own page.
std::vector<std::size_t> listed_pages(const Site& site, std::string_view language) {
  std::vector<std::size_t> listed;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    if (page.language == language && !is_section_page(page)) listed.push_back(i);
  }
  return listed;
}

// What comes first in a list: what is listed newest first, or what helps most (Kinds::all).
enum class ListOrder : std::uint8_t { kDatedFirst, kHelpFirst };

// The place of each kind in lists of pages of several.
std::size_t place_of_kind(const Site& site, const Page& page) {
  const std::vector<Kind>& kinds = site.config->kinds.all;
  const auto found = std::ranges::find_if(kinds, [&](const Kind& k) { return &k == page.kind; });
  return static_cast<std::size_t>(found - kinds.begin());
}

// By `order`, then the kinds that are listed newest first by their day, the others by title without
// regard to case; then by address.
void sort_pages(const Site& site, ListOrder order, std::vector<std::size_t>& pages) {
  struct Key {
    std::size_t place;
    bool is_dated;
    std::string text, url;
    std::size_t page;
  };
  std::vector<Key> keys;
  keys.reserve(pages.size());
  for (const std::size_t i : pages) {
    const Page& page = site.pages[i];
    const bool is_dated = page.kind != nullptr && page.kind->newest_first;
    const std::optional<Date> day = page.listed_day();
    keys.push_back({order == ListOrder::kHelpFirst ? place_of_kind(site, page) : 0, is_dated,
                    is_dated ? (day ? iso_date(*day) : "") : ascii_lower(page.title), page.url, i});
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    if (a.place != b.place) return a.place < b.place;
    if (a.is_dated != b.is_dated) return a.is_dated;
    if (a.text != b.text) return a.is_dated ? a.text > b.text : a.text < b.text;
    return a.url < b.url;
  });
  std::transform(keys.begin(), keys.end(), pages.begin(), [](const Key& key) { return key.page; });
}

PageGroup folder_group(const Site& site, const std::string& folder, std::string_view language) {
  PageGroup group{folder, folder, "", folder + "/index.html", {}, {}};
  for (const Folder& each : site.config->folders) {
    if (each.path != folder) continue;
    if (!each.title.text.empty()) group.title = each.title;
    group.summary = each.summary;
  }
  const auto own = site.page_by_url.find(group.url);
  if (own != site.page_by_url.end() && site.pages[own->second].language == language) {
    group.title = site.pages[own->second].title;
    group.summary = site.pages[own->second].summary;
  }
  return group;
}

// Returns a group for each folder that holds pages, at any depth, sorted by path.
std::vector<PageGroup> group_folders(const Site& site, std::span<const std::size_t> listed,
                                     std::string_view language) {
  std::map<std::string, std::vector<std::size_t>, std::less<>> pages_of;
  const auto add_folders = [&](const std::string& folder) {
    for (std::size_t end = folder.find('/'); end != folder.npos; end = folder.find('/', end + 1)) {
      pages_of[folder.substr(0, end)];
    }
    if (!folder.empty()) pages_of[folder];
  };
  for (const Page& page : site.pages) {
    if (page.language == language) add_folders(page.folder);
  }
  for (const std::size_t i : listed) {
    if (!site.pages[i].folder.empty()) pages_of[site.pages[i].folder].push_back(i);
  }
  std::vector<PageGroup> groups;
  for (auto& [folder, pages] : pages_of) {
    groups.push_back(folder_group(site, folder, language));
    sort_pages(site, ListOrder::kDatedFirst, pages);
    groups.back().pages = std::move(pages);
    const std::size_t slash = folder.rfind('/');
    const std::string parent = slash == folder.npos ? "" : folder.substr(0, slash);
    for (PageGroup& each : groups) {
      if (!parent.empty() && each.id == parent) each.groups.push_back(groups.size() - 1);
    }
  }
  return groups;
}

// Returns a group for each term that a page names in `field`, in the order of the configuration.
std::vector<PageGroup> group_terms(const Site& site, std::span<const std::size_t> listed,
                                   std::span<const TaxonomyTerm> terms, std::string_view field) {
  std::map<std::string, std::vector<std::size_t>, std::less<>> pages_of;
  for (const std::size_t i : listed) {
    for (std::string& id : site.pages[i].list(field)) pages_of[std::move(id)].push_back(i);
  }
  std::vector<PageGroup> groups;
  for (const TaxonomyTerm& term : terms) {
    const auto found = pages_of.find(term.id);
    if (found == pages_of.end()) continue;
    std::vector<std::size_t>& pages = found->second;
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    sort_pages(site, ListOrder::kHelpFirst, pages);
    const std::string url = std::string(field) + "/" + term.id + ".html";
    groups.push_back({term.id, term.title, term.summary, url, std::move(pages), {}});
  }
  return groups;
}

bool has_pages(const Site& site, std::string_view language) {
  return std::any_of(site.pages.begin(), site.pages.end(),
                     [&](const Page& page) { return page.language == language; });
}

std::vector<Listing> make_listings(const RenderContext& context) {
  std::vector<Listing> listings;
  const std::string& main = own_language(context);
  const auto add_groups = [&](std::span<const PageGroup> groups, ListingType type) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const bool has_workshops = type == ListingType::kSection && !context.workshops.empty() &&
                                 groups[i].id == context.workshops.folder;
      listings.push_back({groups[i].url, groups[i].title.text, groups[i].summary.text, main,
                          has_workshops ? ListingType::kWorkshops : type, i});
    }
  };
  add_groups(context.folders, ListingType::kSection);
  add_groups(context.topics, ListingType::kTopic);
  add_groups(context.audiences, ListingType::kAudience);
  const auto add_for = [&](const std::string& language, const std::string& url, const char* title,
                           const char* summary, ListingType type) {
    listings.push_back({url, context.words(language).text(title),
                        context.words(language).text(summary), language, type, 0});
  };
  const auto add = [&](const char* url, const char* title, const char* summary, ListingType type) {
    add_for(main, url, title, summary, type);
  };
  add("a-to-z.html", "a_to_z", "a_to_z_intro", ListingType::kAToZ);
  for (const Language& language : context.languages) {
    if (language.tag != main && !has_pages(*context.site, language.tag)) continue;
    add_for(language.tag, search_url(context, language.tag), "search", "search_intro",
            ListingType::kSearch);
  }
  for (const Language& language : context.languages) {
    if (!has_language_pages(context)) break;
    const bool is_main = language.tag == main;
    add_for(language.tag, languages_url(main, language.tag),
            is_main ? "languages_title" : "language_title",
            is_main ? "languages_intro" : "language_intro", ListingType::kLanguage);
  }
  add("404.html", "not_found", "not_found_intro", ListingType::kNotFound);
  add("software-used.html", "software", "software_intro", ListingType::kSoftware);
  if (!context.topics.empty()) {
    add("topics/index.html", "topics", "topics_intro", ListingType::kTopics);
  }
  if (!context.audiences.empty()) {
    add("audiences/index.html", "audiences", "audiences_intro", ListingType::kAudiences);
  }
  if (!context.workshops.empty()) {
    const std::string folder = context.workshops.folder + "/";
    add((folder + "this-term.html").c_str(), "workshops_this_term", "workshops_this_term_intro",
        ListingType::kWorkshopsThisTerm);
    add((folder + "past.html").c_str(), "workshops_past", "workshops_past_intro",
        ListingType::kWorkshopsPast);
  }
  std::stable_sort(listings.begin(), listings.end(),
                   [](const Listing& a, const Listing& b) { return a.url < b.url; });
  const auto repeats =
      std::unique(listings.begin(), listings.end(),
                  [](const Listing& a, const Listing& b) { return a.url == b.url; });
  listings.erase(repeats, listings.end());
  return listings;
}

// Returns the menu's links; one to a page that does not exist is left out (a check reports it).
std::vector<MenuLink> resolve_menu(const RenderContext& context, std::span<const MenuItem> items) {
  std::vector<MenuLink> links;
  for (const MenuItem& item : items) {
    const auto page = context.site->page_by_source.find("content/" + item.page);
    if (page != context.site->page_by_source.end()) {
      const Page& target = context.site->pages[page->second];
      links.push_back(
          {item.title, target.url, is_section_page(target) ? target.folder : "", page->second});
      continue;
    }
    if (!item.page.ends_with(".md")) continue;
    const std::string stem = item.page.substr(0, item.page.size() - 3);
    if (const Listing* listing = context.find_listing(stem + ".html")) {
      const std::size_t slash = stem.find("/index");
      links.push_back(
          {item.title, listing->url, slash == stem.npos ? "" : stem.substr(0, slash), kNoPage});
    }
  }
  return links;
}

void check_layouts(const RenderContext& context, Diagnostics& diagnostics) {
  std::set<std::string, std::less<>> needed = {"list", "search", "not-found", "software"};
  if (!context.site->aliases.empty()) needed.insert("redirect");
  for (const Page& page : context.site->pages) needed.insert(layout_of(page));
  for (const Listing& listing : context.listings) needed.insert(layout_of(listing));
  for (const std::string& layout : needed) {
    if (!context.theme.has_layouts() || context.templates.has("layouts/" + layout)) continue;
    const std::string file = "themes/" + context.theme.name + "/layouts/" + layout + ".mustache";
    const auto is_it = [&](const TemplateSource& source) {
      return source.name == "layouts/" + layout;
    };
    if (std::any_of(context.theme.templates.begin(), context.theme.templates.end(), is_it)) {
      continue;  // it is there, and its mistake is reported
    }
    diagnostics.add("template-missing-layout", {"site-config.yaml", 0, 0, 0},
                    "the theme \"" + context.theme.name + "\" has no layout \"" + layout + "\"",
                    "add the file " + file);
  }
}

void check_names(const RenderContext& context, const View& shared, Diagnostics& diagnostics) {
  // Of a part of the program's theme not every name can be known.
  const auto is_layout = [](const TemplateSource& source) {
    return source.name.starts_with("layouts/");
  };
  if (std::ranges::none_of(context.theme.program_templates, is_layout)) return;
  TemplateNames names;
  add_used_names(context.theme.program_templates, names);
  add_field_names(context.config->kinds, names);
  add_view_names(shared, names);
  for (const std::string_view url : {"404.html", "search.html"}) {
    const Listing* listing = context.find_listing(url);
    if (listing != nullptr) add_view_names(frame_view(context, head_of(*listing)), names);
  }
  check_template_names(context.theme.templates, names, diagnostics);
}

}  // namespace

const Listing* RenderContext::find_listing(std::string_view url) const {
  const auto found = std::lower_bound(
      listings.begin(), listings.end(), url,
      [](const Listing& listing, std::string_view wanted) { return listing.url < wanted; });
  return found == listings.end() || found->url != url ? nullptr : &*found;
}

std::string RenderContext::absolute_url(std::string_view url) const {
  if (config->base_url.empty()) return "";
  return url == "index.html" ? config->base_url : config->base_url + std::string(url);
}

RenderContext make_render_context(const Site& site, const SiteData& data, const SiteOnDay& on_day,
                                  Theme theme, const RenderOptions& options,
                                  Diagnostics& diagnostics) {
  RenderContext context;
  context.site = &site;
  context.data = &data;
  context.config = site.config;
  context.theme = std::move(theme);
  context.today = on_day.today;
  context.search_engine_urls = options.search_engine_urls;
  context.languages = site.config->languages;
  const std::string& language = own_language(context);
  const std::vector<std::size_t> listed = listed_pages(site, language);
  context.folders = group_folders(site, listed, language);
  context.topics = group_terms(site, listed, site.config->topics, "topics");
  context.audiences = group_terms(site, listed, site.config->audiences, "audiences");
  std::copy_if(listed.begin(), listed.end(), std::back_inserter(context.news),
               [&](std::size_t i) { return is_kind(site.pages[i], "news"); });
  sort_pages(site, ListOrder::kDatedFirst, context.news);
  context.workshops = on_day.workshops;
  context.duties = on_day.duties;
  context.listings = make_listings(context);
  context.navigation = resolve_menu(context, site.config->navigation);
  context.footer = resolve_menu(context, site.config->footer);
  const std::vector<View> shared = shared_views(context);
  context.templates = compile_templates(context.theme.templates, shared, options.jobs, diagnostics);
  context.shipped_templates =
      compile_templates(context.theme.shipped_directives, shared, options.jobs, diagnostics);
  check_names(context, shared.front(), diagnostics);
  check_layouts(context, diagnostics);
  // Settings without a service could not be read, which has been reported.
  const bool is_read = !site.config->service.name.empty();
  if (is_read && site.config->base_url.empty() && !site.config->is_base_url_refused) {
    diagnostics.add("base-url-missing", {"site-config.yaml", 0, 0, 0},
                    "there is no base URL, so sitemap.xml and canonical addresses are left out",
                    "set \"base_url\" under \"site\" once the site has an address");
  }
  return context;
}

}  // namespace signpost
