#include "render/kinds/standards.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "render/page_view.h"

namespace signpost {
namespace {

struct Counts {
  std::size_t met = 0, partly = 0, not_yet = 0;

  [[nodiscard]] std::size_t total() const { return met + partly + not_yet; }
};

Counts count_statuses(const Page& page) {
  Counts counts;
  for (const Fields& standard : page.fields.records("standards")) {
    const std::string status = standard.text("status");
    ++(status == "met" ? counts.met : status == "partly" ? counts.partly : counts.not_yet);
  }
  return counts;
}

void set_counts(const Words& words, const Page& page, View& view) {
  const Counts counts = count_statuses(page);
  view.set("met", std::to_string(counts.met)).set("partly", std::to_string(counts.partly));
  view.set("not_yet", std::to_string(counts.not_yet));
  view.set("total", std::to_string(counts.total()));
  const std::string met = std::to_string(counts.met);
  view.set("met_text", words.count("standards_met_of", static_cast<std::int64_t>(counts.total()),
                                   {{"met", met}}));
}

// The assessments in the page's language, by day.
std::vector<const Page*> assessments(const Site& site, const Page& page) {
  std::vector<const Page*> pages;
  for (const Page& each : site.pages) {
    const bool is_one = each.kind == page.kind && each.language == page.language;
    if (is_one && each.date("assessed")) pages.push_back(&each);
  }
  std::ranges::stable_sort(pages, {}, [](const Page* each) { return *each->date("assessed"); });
  return pages;
}

View year_view(const Words& words, const std::string& root, const Page& each, const Page& here) {
  View view;
  view.set("framework", each.text("framework")).set("href", root + each.url);
  view.set("assessed", date_view(words, each.date("assessed")));
  view.set_flag("is_this", &each == &here);
  set_counts(words, each, view);
  return view;
}

}  // namespace

View standards_view(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  const std::string root = root_from(context, page.url);
  View view;
  const Words& words = context.words(page.language);
  set_counts(words, page, view);
  View::List progress, others;
  // Numbers of different sets of standards do not compare.
  for (const Page* each : assessments(*context.site, page)) {
    const bool is_same = each->text("framework") == page.text("framework");
    (is_same ? progress : others).push_back(year_view(words, root, *each, page));
  }
  if (progress.size() < 2) progress.clear();
  set_list(view, "progress", std::move(progress));
  set_list(view, "others", std::move(others));
  return view;
}

}  // namespace signpost
