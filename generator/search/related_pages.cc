#include "search/related_pages.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/parallel.h"
#include "render/page_view.h"
#include "search/site_index.h"

namespace signpost {
namespace {

bool only_lists(const RenderContext& context, const Page& page) {
  return page.slug == "index" || is_front_page(page) || context.find_listing(page.url) != nullptr;
}

std::vector<std::size_t> pages_in(const RenderContext& context, const std::string& language) {
  std::vector<std::size_t> pages;
  for (std::size_t i = 0; i < context.site->pages.size(); ++i) {
    const Page& page = context.site->pages[i];
    if (page.language == language && !only_lists(context, page)) pages.push_back(i);
  }
  return pages;
}

// Returns the pages that the page's front matter names, then those of `found` that fit.
std::vector<std::size_t> with_named(const Site& site, std::size_t page,
                                    const std::vector<std::size_t>& found) {
  std::vector<std::size_t> related;
  const auto add = [&](std::size_t other) {
    const bool is_new = other != page && std::ranges::find(related, other) == related.end();
    if (is_new && related.size() < search::kMaxRelated) related.push_back(other);
  };
  for (const std::string& path : site.pages[page].list("related")) {
    const auto named = site.page_by_source.find("content/" + path);
    if (named != site.page_by_source.end()) add(named->second);
  }
  for (const std::size_t other : found) add(other);
  return related;
}

// Returns "" or what went wrong.
std::string write_shard(std::span<const search::TokenizedDocument> subjects,
                        std::span<const std::size_t> pages, const std::string& folder) {
  search::ShardWriter writer(folder, search::TermLists::kKept);
  for (const std::size_t page : pages) writer.add(subjects[page]);
  std::string error;
  writer.finish(error);
  return error;
}

// Sets what is related to each of `pages`, the documents of the shard in `folder`. Returns "" or
// what went wrong.
std::string find_all(const std::string& folder, std::span<const std::size_t> pages,
                     std::size_t jobs, RelatedPages& related) {
  std::vector<std::optional<search::RelatedFinder>> finders(std::max<std::size_t>(jobs, 1));
  parallel_for(pages.size(), jobs, [&](std::size_t i, std::size_t worker) {
    if (!finders[worker]) finders[worker].emplace(folder);
    for (const std::uint32_t document : finders[worker]->find(static_cast<std::uint32_t>(i))) {
      related[pages[i]].push_back(pages[document]);
    }
  });
  for (const std::optional<search::RelatedFinder>& finder : finders) {
    if (finder && !finder->error().empty()) return finder->error();
  }
  return "";
}

}  // namespace

RelatedPages find_related_pages(const RenderContext& context,
                                std::span<const search::TokenizedDocument> subjects,
                                const std::filesystem::path& work_dir, std::size_t jobs,
                                Diagnostics& diagnostics) {
  RelatedPages related(context.site->pages.size());
  for (const Language& language : context.languages) {
    const std::vector<std::size_t> pages = pages_in(context, language.tag);
    if (pages.size() < 2) continue;
    const std::string folder = (work_dir / ("related-" + language.tag)).string();
    std::string error = write_shard(subjects, pages, folder);
    if (error.empty()) error = find_all(folder, pages, jobs, related);
    if (!error.empty()) report_index_failure("search", error, diagnostics);
  }
  for (std::size_t i = 0; i < related.size(); ++i) {
    related[i] = with_named(*context.site, i, related[i]);
  }
  return related;
}

}  // namespace signpost
