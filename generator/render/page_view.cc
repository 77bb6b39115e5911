#include "render/page_view.h"

#include <algorithm>
#include <utility>

#include "publications/organisations.h"
#include "render/fields_view.h"
#include "render/kinds/organisations.h"
#include "render/large_print.h"
#include "render/parts_view.h"
#include "words/marks.h"
#include "words/times.h"

namespace signpost {
namespace {

constexpr std::size_t kLatestNews = 3;

}  // namespace

View link_view(std::string_view title, std::string href) {
  View link;
  link.set("title", title).set("href", std::move(href));
  return link;
}

std::string layout_of(const Page& page) {
  std::string layout = page.text("layout");
  if (!layout.empty()) return layout;
  return page.kind == nullptr ? "page" : std::string(page.kind->layout);
}

bool is_front_page(const Page& page) {
  return (page.folder.empty() && page.slug == "index") || layout_of(page) == "home";
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
    head.kind_label = kind_label(context.words(page.language), page);
  }
  return head;
}

PageHead head_of(const RenderContext& context, const ShownPage& shown) {
  PageHead head = head_of(context, shown.page_index);
  const Page& page = context.site->pages[shown.page_index];
  if (!page.is_split()) return head;
  head.part = shown.part;
  if (shown.part == kOpeningPart) return head;
  head.of_title = page.title;
  head.of_url = page.url;
  head.url = shown.page.url;
  head.canonical_url = page.whole_url;
  head.title = shown.page.title;
  if (shown.part != kWholePage) head.summary.clear();
  return head;
}

std::string text_in(const RenderContext& context, const LocalText& text,
                    std::string_view language) {
  const Language& own = context.languages.front();
  if (language == own.tag || text.has(language) || text.text.empty()) return text.in(language);
  return in_language(text.text, own.tag, own.dir);
}

std::string text_in(const RenderContext& context, const Page& page, const std::string& text,
                    std::string_view language) {
  if (page.language == language || text.empty()) return text;
  const Language& own = context.languages[language_index(context, page.language)];
  return in_language(text, own.tag, own.dir);
}

std::string title_in(const RenderContext& context, const Listing& listing,
                     std::string_view language) {
  const bool is_folder = listing.type == ListingType::kSection;
  if (is_folder) return text_in(context, context.folders[listing.group].title, language);
  if (listing.language == language) return listing.title;
  const Language& own = context.languages[language_index(context, listing.language)];
  return in_language(listing.title, own.tag, own.dir);
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

// Returns, as HTML, the web addresses that the content's links lead to, in their order, without
// "https://".
View::List web_addresses(std::string_view content) {
  constexpr std::string_view kLink = "<a href=\"http";
  View::List addresses;
  for (std::size_t at = content.find(kLink); at != content.npos; at = content.find(kLink, at + 1)) {
    const std::size_t begin = content.find("//", at) + 2;
    addresses.emplace_back(content.substr(begin, content.find('"', begin) - begin));
  }
  return addresses;
}

void add_page_values(const RenderContext& context, const ShownPage& shown, const Document& document,
                     std::string content, View& view) {
  const Page& page = shown.page;
  const std::string root = root_from(context, page.url);
  const bool is_home = is_front_page(page);
  set_list(view, "web_addresses", web_addresses(content));
  view.set("usual_print", root + std::string(whole_url(page)));
  view.set("large_print", root + large_print_url(whole_url(page)));
  view.set("content", std::move(content));
  set_list(view, "contents", contents_view(context, shown, document));
  view.set("hub", hub_view(context, shown, document));
  const std::vector<std::string> topics = page.list("topics");
  const std::vector<std::string> audiences = page.list("audiences");
  set_list(view, "topics",
           term_links(context, root, page.language, context.topics, is_home ? nullptr : &topics));
  set_list(
      view, "audiences",
      term_links(context, root, page.language, context.audiences, is_home ? nullptr : &audiences));
  view.set_flag("has_review", page.date("reviewed") || page.date("review_due"));
  view.set("fields", fields_view(context, context.words(page.language), page, root));
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

View date_view(const Words& words, const std::optional<Date>& date) {
  if (!date) return View::boolean(false);
  View view;
  view.set("text", words.fact(date_text(words, *date))).set("iso", iso_date(*date));
  return view;
}

View item_view(const RenderContext& context, const std::string& root, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  View item = link_view(page.title, root + page.url);
  item.set("summary", page.summary);
  item.set("kind_label", kind_label(context.words(page.language), page));
  const Words& words = context.words(page.language);
  const std::optional<Date> day = page.listed_day();
  // "Meeting of 9 December 2026" need not say the day again.
  const bool is_in_title = day && page.title.find(date_text(words, *day)) != std::string::npos;
  item.set("date", date_view(words, is_in_title ? std::nullopt : day));
  item.set("organisation",
           is_organisation(page) ? organisation_links(words, page) : View::boolean(false));
  return item;
}

View group_item(const RenderContext& context, const std::string& root, std::string_view language,
                const PageGroup& group) {
  View item = link_view(text_in(context, group.title, language), root + group.url);
  item.set("summary", text_in(context, group.summary, language))
      .set("kind_label", "")
      .set_flag("date", false)
      .set_flag("organisation", false);
  return item;
}

View::List term_links(const RenderContext& context, const std::string& root,
                      std::string_view language, const std::vector<PageGroup>& groups,
                      const std::vector<std::string>* ids) {
  View::List links;
  for (const PageGroup& group : groups) {
    if (ids != nullptr && std::find(ids->begin(), ids->end(), group.id) == ids->end()) continue;
    View link = link_view(text_in(context, group.title, language), root + group.url);
    link.set("summary", text_in(context, group.summary, language));
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace signpost
