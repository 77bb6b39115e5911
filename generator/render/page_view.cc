#include "render/page_view.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "render/json_ld.h"
#include "render/search_view.h"

namespace signpost {
namespace {

constexpr std::size_t kHeadingsForContents = 3;
constexpr std::size_t kLatestNews = 3;
// The facts of the configuration that templates see, by the part before the dot.
constexpr std::string_view kServiceFacts[] = {
    "name", "short_name", "area", "council", "phone", "phone_link", "email", "address", "hours"};

std::string fact(const Config& config, const std::string& name) {
  const auto found = config.facts.find(name);
  return found == config.facts.end() ? "" : found->second;
}

View link_view(std::string_view title, std::string href) {
  View link;
  link.set("title", title).set("href", std::move(href));
  return link;
}

View service_view(const Config& config) {
  View service;
  for (const std::string_view name : kServiceFacts) {
    service.set(std::string(name), fact(config, "service." + std::string(name)));
  }
  service.set("hours_note", config.service.hours.note);
  View::List lines(config.service.address.begin(), config.service.address.end());
  service.set("address_lines", std::move(lines));
  return service;
}

std::string menu_title(const Page& page) {
  std::string title = page.text("nav_title");
  return title.empty() ? page.title : title;
}

std::string_view folder_of(std::string_view url) {
  const std::size_t slash = url.rfind('/');
  return slash == url.npos ? std::string_view() : url.substr(0, slash);
}

bool is_within(std::string_view folder, std::string_view section) {
  return !section.empty() && folder.starts_with(section) &&
         (folder.size() == section.size() || folder[section.size()] == '/');
}

View menu_view(const RenderContext& context, const std::vector<MenuLink>& menu,
               const PageHead& head, const std::string& root) {
  View::List links;
  for (const MenuLink& link : menu) {
    const std::size_t page =
        link.page == kNoPage ? kNoPage : localized(context, link.page, head.language);
    const bool is_other = page != link.page;
    const Page* target = page == kNoPage ? nullptr : &context.site->pages[page];
    const std::string& url = target == nullptr ? link.url : target->url;
    const bool is_here = url == head.url;
    View view = link_view(is_other ? menu_title(*target) : link.title, root + url);
    view.set_flag("current", is_here || is_within(folder_of(head.url), link.section));
    view.set_flag("current_page", is_here);
    links.push_back(std::move(view));
  }
  return links;
}

// Returns the link to the first of the addresses that the site has, or "".
std::string link_to(const RenderContext& context, const std::string& root, const PageHead& head,
                    std::initializer_list<std::string_view> urls) {
  for (const std::string_view url : urls) {
    const auto page = context.site->page_by_url.find(url);
    if (page != context.site->page_by_url.end()) {
      return root + context.site->pages[localized(context, page->second, head.language)].url;
    }
    if (context.find_listing(url) != nullptr) return root + std::string(url);
  }
  return "";
}

View links_view(const RenderContext& context, const PageHead& head, const std::string& root) {
  const auto to = [&](std::initializer_list<std::string_view> urls) {
    return link_to(context, root, head, urls);
  };
  View links;
  links.set("home", to({"index.html"}));
  links.set("search", to({search_url(context, head.language), "search.html"}));
  links.set("a_to_z", to({"a-to-z.html"})).set("software", to({"software-used.html"}));
  links.set("contact", to({"about/contact.html", "contact.html"}));
  std::string news;
  if (!context.news.empty()) {
    const std::string& folder = context.site->pages[context.news.front()].folder;
    if (!folder.empty()) news = to({folder + "/index.html"});
  }
  links.set("news", std::move(news));
  links.set("feed", context.news.empty() ? "" : root + "feed.xml");
  return links;
}

View assets_view(const RenderContext& context, const PageHead& head, const std::string& root) {
  const std::string& dir = context.languages[language_index(context, head.language)].dir;
  const auto href = [&](const std::string& name) {
    const ThemeAsset* asset = context.theme.find_asset(name);
    return asset == nullptr ? "" : root + asset->file.url;
  };
  const std::string& style = context.theme.style;
  std::string css;
  if (dir == "rtl" && style.ends_with(".css")) {
    css = href(style.substr(0, style.size() - 4) + ".rtl.css");
  }
  View assets;
  assets.set("css", css.empty() ? href(style) : css);
  assets.set("js", href(context.theme.script)).set("icon", href(context.theme.icon));
  const bool is_search = is_search_page(context, head.url);
  assets.set("search_js", is_search ? href(context.theme.search_script) : "");
  return assets;
}

View breadcrumbs_view(const RenderContext& context, const PageHead& head, const std::string& root) {
  View::List links;
  const auto home = context.site->page_by_url.find("index.html");
  if (home == context.site->page_by_url.end()) return links;
  const std::size_t own_home = localized(context, home->second, head.language);
  const std::string& home_url = context.site->pages[own_home].url;
  if (home_url == head.url) return links;
  links.push_back(link_view(context.string(head.language, "home"), root + home_url));
  const std::string_view url = head.url;
  for (std::size_t end = url.find('/'); end != url.npos; end = url.find('/', end + 1)) {
    const std::string section = std::string(url.substr(0, end)) + "/index.html";
    const auto page = context.site->page_by_url.find(section);
    const Listing* listing = context.find_listing(section);
    if (page != context.site->page_by_url.end()) {
      const Page& own = context.site->pages[localized(context, page->second, head.language)];
      if (own.url != head.url) links.push_back(link_view(menu_title(own), root + own.url));
    } else if (listing != nullptr && section != head.url) {
      links.push_back(link_view(listing->title, root + section));
    }
  }
  return links;
}

View languages_view(const RenderContext& context, const PageHead& head, const std::string& root) {
  if (is_search_page(context, head.url)) return search_languages(context, head.url, root);
  View::List links;
  const Site& site = *context.site;
  if (head.page >= site.translations.size() || site.translations[head.page].empty()) return links;
  for (const Language& language : context.languages) {
    const std::size_t page = localized(context, head.page, language.tag);
    if (site.pages[page].language != language.tag) continue;
    links.push_back(language_view(language, root, site.pages[page].url, head.url));
  }
  return links;
}

std::string locale_of(std::string_view tag) {
  std::string locale(tag);
  std::replace(locale.begin(), locale.end(), '-', '_');
  return locale;
}

View identity_view(const RenderContext& context, const PageHead& head) {
  const Language& language = context.languages[language_index(context, head.language)];
  View page;
  page.set("title", head.title).set("summary", head.summary).set("url", head.url);
  page.set("kind", head.kind).set("kind_label", head.kind_label);
  page.set("language", language.tag).set("dir", language.dir);
  page.set("locale", locale_of(language.tag))
      .set("canonical",
           context.absolute_url(head.canonical_url.empty() ? head.url : head.canonical_url));
  const Page* source = head.page == kNoPage ? nullptr : &context.site->pages[head.page];
  page.set_flag("is_home",
                head.url == "index.html" || (source != nullptr && layout_of(*source) == "home"));
  page.set_flag("is_search", is_search_page(context, head.url));
  page.set_flag("is_draft", source != nullptr && source->draft);
  page.set_flag("is_placeholder", fact(*context.config, "service.placeholder") == "true");
  page.set("date", date_view(source == nullptr ? std::nullopt : source->date("date")));
  return page;
}

View contents_view(const Document& document) {
  View::List entries;
  std::vector<View::List> children;
  for (const Heading& heading : document.headings) {
    View link = link_view(heading.text, "#" + heading.id);
    if (heading.level == 2) {
      entries.push_back(std::move(link));
      children.emplace_back();
    } else if (heading.level == 3 && !entries.empty()) {
      children.back().push_back(std::move(link));
    }
  }
  if (entries.size() < kHeadingsForContents) return View::List();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].set_flag("has_children", !children[i].empty());
    entries[i].set("children", std::move(children[i]));
  }
  return entries;
}

View review_view(const Page& page) {
  const std::optional<Date> reviewed = page.date("reviewed");
  const std::optional<Date> due = page.date("review_due");
  if (!reviewed && !due) return View::boolean(false);
  View review;
  review.set("reviewed", date_view(reviewed)).set("review_due", date_view(due));
  review.set("law_checked", date_view(page.date("law_checked")));
  review.set("owner", page.text("owner")).set("law_note", page.text("law_note"));
  return review;
}

View policy_view(const Page& page) {
  if (page.find("version") == nullptr) return View::boolean(false);
  View::List changes;
  for (const Fields& change : page.fields.records("changes")) {
    View view;
    view.set("version", change.text("version")).set("date", date_view(change.date("date")));
    view.set("what", change.text("what"));
    changes.push_back(std::move(view));
  }
  View policy;
  policy.set("version", page.text("version")).set("approved_by", page.text("approved_by"));
  policy.set("approved", date_view(page.date("approved")));
  policy.set_flag("has_changes", !changes.empty());
  policy.set("changes", std::move(changes));
  return policy;
}

}  // namespace

std::string layout_of(const Page& page) {
  std::string layout = page.text("layout");
  if (!layout.empty()) return layout;
  return page.kind == nullptr ? "page" : std::string(page.kind->layout);
}

std::vector<View> shared_views(const RenderContext& context) {
  std::vector<View> views;
  for (const Language& language : context.languages) {
    View strings;
    const auto own = context.theme.strings.find(language.tag);
    if (own != context.theme.strings.end()) {
      for (const auto& [key, text] : own->second) strings.set(key, text);
    }
    View promises, independence, theme;
    promises.set("first_contact", fact(*context.config, "promises.first_contact"));
    independence.set("statement", context.config->independence_statement);
    theme.set("colour", context.theme.colour);
    View shared;
    shared.set("t", std::move(strings)).set("service", service_view(*context.config));
    shared.set("promises", std::move(promises)).set("independence", std::move(independence));
    shared.set("theme", std::move(theme));
    views.push_back(std::move(shared));
  }
  return views;
}

std::size_t language_index(const RenderContext& context, std::string_view language) {
  for (std::size_t i = 0; i < context.languages.size(); ++i) {
    if (context.languages[i].tag == language) return i;
  }
  return 0;
}

std::size_t localized(const RenderContext& context, std::size_t page, std::string_view language) {
  const Site& site = *context.site;
  if (site.pages[page].language == language || page >= site.translations.size()) return page;
  for (const std::size_t other : site.translations[page]) {
    if (site.pages[other].language == language) return other;
  }
  return page;
}

std::string root_from(const RenderContext& context, std::string_view url) {
  if (url == "404.html") {
    const std::string_view base = context.config->base_url;
    const std::size_t host = base.find("://");
    const std::size_t path = host == base.npos ? base.npos : base.find('/', host + 3);
    return path == base.npos ? "" : std::string(base.substr(path));
  }
  std::string root;
  for (const char c : url) {
    if (c == '/') root += "../";
  }
  return root;
}

PageHead head_of(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  PageHead head{page.title, page.summary, page.url, "page", "", page.language, page_index};
  if (page.kind != nullptr) {
    head.kind = page.kind->name;
    head.kind_label = page.kind->label;
  }
  return head;
}

PageHead head_of(const Listing& listing) {
  const char* kind = listing.type == ListingType::kSearch     ? "search"
                     : listing.type == ListingType::kNotFound ? "not-found"
                     : listing.type == ListingType::kSoftware ? "software"
                                                              : "list";
  return {listing.title, listing.summary, listing.url, kind, "", listing.language, kNoPage};
}

View language_view(const Language& language, const std::string& root, const std::string& url,
                   std::string_view here) {
  View link = link_view(language.name, root + url);
  link.set("tag", language.tag).set("dir", language.dir).set_flag("current", url == here);
  return link;
}

View frame_view(const RenderContext& context, const PageHead& head) {
  const std::string root = root_from(context, head.url);
  View view;
  view.set("root", root).set("page", identity_view(context, head));
  view.set("assets", assets_view(context, head, root));
  view.set("navigation", menu_view(context, context.navigation, head, root));
  view.set("footer_links", menu_view(context, context.footer, head, root));
  view.set("links", links_view(context, head, root));
  view.set("breadcrumbs", breadcrumbs_view(context, head, root));
  set_list(view, "languages", languages_view(context, head, root));
  view.set("search", search_view(context, head, root));
  view.set("json_ld", json_ld(context, head));
  return view;
}

void add_page_values(const RenderContext& context, const Page& page, const Document& document,
                     std::string content, View& view) {
  const std::string root = root_from(context, page.url);
  const bool is_home = layout_of(page) == "home";
  view.set("content", std::move(content));
  set_list(view, "contents", contents_view(document));
  const std::vector<std::string> topics = page.list("topics");
  const std::vector<std::string> audiences = page.list("audiences");
  set_list(view, "topics", term_links(root, context.topics, is_home ? nullptr : &topics));
  set_list(view, "audiences", term_links(root, context.audiences, is_home ? nullptr : &audiences));
  view.set("review", review_view(page));
  const std::vector<std::string> law = page.list("law");
  set_list(view, "law", View::List(law.begin(), law.end()));
  view.set("policy", policy_view(page));
  if (!is_home) return;
  View::List latest;
  for (std::size_t i = 0; i < std::min(kLatestNews, context.news.size()); ++i) {
    latest.push_back(item_view(context, root, context.news[i]));
  }
  set_list(view, "latest_news", std::move(latest));
}

void add_related(const RenderContext& context, const Page& page,
                 std::span<const std::size_t> related, View& view) {
  const std::string root = root_from(context, page.url);
  View::List items;
  for (const std::size_t index : related) items.push_back(item_view(context, root, index));
  set_list(view, "related", std::move(items));
}

View date_view(const std::optional<Date>& date) {
  if (!date) return View::boolean(false);
  View view;
  view.set("text", long_date(*date)).set("iso", iso_date(*date));
  return view;
}

View item_view(const RenderContext& context, const std::string& root, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  View item = link_view(page.title, root + page.url);
  item.set("summary", page.summary);
  item.set("kind_label", page.kind == nullptr ? std::string_view() : page.kind->label);
  item.set("date", date_view(page.date("date")));
  return item;
}

View group_item(const std::string& root, const PageGroup& group) {
  View item = link_view(group.title, root + group.url);
  item.set("summary", group.summary).set("kind_label", "").set_flag("date", false);
  return item;
}

View::List term_links(const std::string& root, const std::vector<PageGroup>& groups,
                      const std::vector<std::string>* ids) {
  View::List links;
  for (const PageGroup& group : groups) {
    if (ids != nullptr && std::find(ids->begin(), ids->end(), group.id) == ids->end()) continue;
    View link = link_view(group.title, root + group.url);
    link.set("summary", group.summary);
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace signpost
