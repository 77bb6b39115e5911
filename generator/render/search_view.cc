#include "render/search_view.h"

#include <set>
#include <span>
#include <utility>
#include <vector>

namespace signpost {
namespace {

using Ids = std::set<std::string, std::less<>>;

// The ids that the pages of one language use, as the index has them.
struct UsedIds {
  Ids kinds, topics, audiences;
};

void add_ids(std::vector<std::string> ids, Ids& used) {
  for (std::string& id : ids) used.insert(std::move(id));
}

UsedIds used_ids(const Site& site, std::string_view language) {
  UsedIds used;
  for (const Page& page : site.pages) {
    if (page.language != language) continue;
    if (page.kind != nullptr) used.kinds.emplace(page.kind->name);
    add_ids(page.list("topics"), used.topics);
    add_ids(page.list("audiences"), used.audiences);
  }
  return used;
}

View name_view(std::string_view id, std::string_view title) {
  View name;
  name.set("id", id).set("title", title);
  return name;
}

// A theme calls a kind what it likes, in its own language: the string "kind_" and the kind's name.
View::List kind_names(const RenderContext& context, std::string_view language, const Ids& used) {
  View::List names;
  for (const Kind& kind : context.config->kinds.all) {
    if (!used.contains(kind.name)) continue;
    const std::string own = context.words(language).text("kind_" + std::string(kind.name));
    names.push_back(name_view(kind.name, own.empty() ? kind.label : own));
  }
  return names;
}

View::List term_names(std::span<const TaxonomyTerm> terms, std::string_view language,
                      const Ids& used) {
  View::List names;
  for (const TaxonomyTerm& term : terms) {
    if (used.contains(term.id)) names.push_back(name_view(term.id, term.title.in(language)));
  }
  return names;
}

View::List folder_names(const RenderContext& context, std::string_view language) {
  View::List names;
  for (const PageGroup& folder : context.folders) {
    const auto page = context.site->page_by_url.find(folder.url);
    if (page == context.site->page_by_url.end()) {
      names.push_back(name_view(folder.id, folder.title.in(language)));
    } else {
      const std::size_t own = localized(context, page->second, language);
      names.push_back(name_view(folder.id, context.site->pages[own].title));
    }
  }
  return names;
}

}  // namespace

std::string search_url(const RenderContext& context, std::string_view language) {
  if (language == own_language(context)) return "search.html";
  return "search." + std::string(language) + ".html";
}

bool is_search_page(const RenderContext& context, std::string_view url) {
  const Listing* listing = context.find_listing(url);
  return listing != nullptr && listing->type == ListingType::kSearch;
}

View search_view(const RenderContext& context, const PageHead& head, const std::string& root) {
  // A language without a page of its own has no index either.
  const bool has_index = is_search_page(context, search_url(context, head.language));
  const auto engine = context.search_engine_urls.find(head.language);
  const bool has_engine = has_index && engine != context.search_engine_urls.end();
  View search;
  search.set("engine", has_engine ? root + engine->second : "");
  search.set("index", root + "search/index." + head.language + ".js");
  search.set("language", head.language);
  if (!is_search_page(context, head.url)) return search;
  const UsedIds used = used_ids(*context.site, head.language);
  search.set("kinds", kind_names(context, head.language, used.kinds));
  search.set("topics", term_names(context.config->topics, head.language, used.topics));
  search.set("audiences", term_names(context.config->audiences, head.language, used.audiences));
  search.set("folders", folder_names(context, head.language));
  return search;
}

}  // namespace signpost
