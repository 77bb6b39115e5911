#include "render/languages_view.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "content/translations.h"
#include "render/lists.h"
#include "render/search_view.h"

namespace signpost {
namespace {

bool is_language_page(const RenderContext& context, std::string_view url) {
  const Listing* listing = context.find_listing(url);
  return listing != nullptr && listing->type == ListingType::kLanguage;
}

// Returns the address of the same part of the page in another language, of its beginning where it
// is not split the same way.
const std::string& url_of_part(const Page& page, const PageHead& head) {
  if (head.of_url.empty()) return page.url;
  if (head.part == kWholePage) return page.is_split() ? page.whole_url : page.url;
  return head.part < page.parts.size() ? page.parts[head.part].url : page.url;
}

// Returns the address of the page in `language`, or "" where it has none.
std::string url_in(const RenderContext& context, const PageHead& head,
                   const std::string& language) {
  if (is_language_page(context, head.url)) return languages_url(own_language(context), language);
  if (is_search_page(context, head.url)) {
    std::string url = search_url(context, language);
    return is_search_page(context, url) ? url : "";
  }
  const Site& site = *context.site;
  if (head.page >= site.translations.size() || site.translations[head.page].empty()) return "";
  const Page& page = site.pages[localized(context, head.page, language)];
  return page.language == language ? url_of_part(page, head) : "";
}

// The pages in a language, by title; its page of what there is is not one of them.
std::vector<std::size_t> pages_in(const RenderContext& context, const std::string& language) {
  const std::vector<Page>& pages = context.site->pages;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].language == language && !is_language_page(context, pages[i].url)) {
      found.push_back(i);
    }
  }
  std::ranges::stable_sort(found, {}, [&](std::size_t i) { return ascii_lower(pages[i].title); });
  return found;
}

}  // namespace

bool has_language_pages(const RenderContext& context) { return context.languages.size() > 1; }

void add_languages(const RenderContext& context, const PageHead& head, const std::string& root,
                   View& view) {
  View::List here, all, others;
  if (has_language_pages(context)) {
    for (const Language& language : context.languages) {
      const std::string url = url_in(context, head, language.tag);
      const bool is_own = language.tag == own_language(context);
      const std::string landing =
          is_own ? "index.html" : languages_url(own_language(context), language.tag);
      all.push_back(language_view(language, root, landing, head.url));
      if (!url.empty()) here.push_back(language_view(language, root, url, head.url));
      if (url.empty() && !is_own)
        others.push_back(language_view(language, root, landing, head.url));
    }
  }
  if (here.size() < 2) here.clear();
  set_list(view, "languages", std::move(here));
  set_list(view, "site_languages", std::move(all));
  set_list(view, "other_languages", std::move(others));
}

void add_language_page(const RenderContext& context, const Listing& listing,
                       const std::string& root, View& view) {
  const Language& own = context.languages.front();
  const bool is_own = listing.language == own.tag;
  View::List items;
  if (!is_own) {
    for (const std::size_t page : pages_in(context, listing.language)) {
      items.push_back(item_view(context, root, page));
    }
  }
  View language;
  language.set_flag("is_own", is_own).set_flag("has_pages", !items.empty());
  const bool has_search = is_search_page(context, search_url(context, listing.language));
  language.set("search", has_search ? root + search_url(context, listing.language) : "");
  View rest = language_view(own, root, "index.html", "");
  language.set("rest", std::move(rest));
  view.set("language", std::move(language));
  set_single_list(view, std::move(items));
}

View translation_view(const RenderContext& context, std::size_t page_index,
                      const std::string& root) {
  const std::optional<Translation> translation = translation_of(*context.site, page_index);
  if (!translation || !translation->made) return View::boolean(false);
  const Page& page = context.site->pages[page_index];
  const Page& original = context.site->pages[translation->original];
  const Language& own = context.languages[language_index(context, original.language)];
  View view;
  view.set("version", translation->from).set_flag("is_stale", translation->is_stale);
  const Words& words = context.words(page.language);
  view.set("date", date_view(words, translation->made));
  view.set("version_text",
           translation->from.empty()
               ? ""
               : words.text("translated_version", {{"version", words.fact(translation->from)}}));
  View link = link_view(original.title, root + original.url);
  link.set("tag", own.tag).set("dir", own.dir);
  view.set("original", std::move(link));
  return view;
}

}  // namespace signpost
