#include "render/parts_view.h"

#include <string>
#include <utility>

#include "render/page_view.h"

namespace signpost {
namespace {

constexpr std::size_t kHeadingsForContents = 3;

// The headings of one part, but for the one that is its title: links to them, as seen from `root`.
// On the first page they have the headings' anchors, so that old links to those find them there.
View part_item(const ShownPage& shown, const Document& document, const PageSplit& split,
               std::size_t number, const std::string& root) {
  const PagePart& part = shown.page.parts[number];
  View item = link_view(part.title, root + part.url);
  item.set_flag("current", number == shown.part);
  View::List headings;
  View::List anchors;
  std::string own_anchor;
  for (const Heading& heading : document.headings) {
    if (split.part_with(heading.id) != number) continue;
    View link = link_view(heading.text, root + part.url + "#" + heading.id);
    link.set("id", heading.id);
    if (heading.level == 2 && heading.text == part.title && own_anchor.empty()) {
      own_anchor = heading.id;
    } else if (heading.level == 2) {
      headings.push_back(std::move(link));
    } else {
      anchors.push_back(std::move(link));
    }
  }
  item.set("id", own_anchor);
  set_list(item, "headings", std::move(headings));
  set_list(item, "anchors", std::move(anchors));
  return item;
}

View step_view(const Page& page, std::size_t number, const std::string& root) {
  return link_view(page.parts[number].title, root + page.parts[number].url);
}

// The next level-2 headings, with those of level 3 below them, of the nodes that are shown.
struct ContentsList {
  View::List entries;
  std::vector<View::List> children;

  void add(const Heading& heading, int level) {
    View link = link_view(heading.text, "#" + heading.id);
    if (level == 2) {
      entries.push_back(std::move(link));
      children.emplace_back();
    } else if (level == 3 && !entries.empty()) {
      children.back().push_back(std::move(link));
    }
  }
};

}  // namespace

View hub_view(const RenderContext& context, const ShownPage& shown, const Document& document) {
  const Page& page = shown.page;
  if (!page.is_split()) return View::boolean(false);
  const Page& whole = context.site->pages[shown.page_index];
  const PageSplit& split = context.splits->find(shown.page_index)->second;
  const std::string root = root_from(context, page.url);
  const std::size_t total = page.parts.size();
  const bool is_part = shown.part < total;
  View hub = link_view(whole.title, root + whole.url);
  hub.set_flag("is_opening", shown.part == kOpeningPart).set_flag("is_part", is_part);
  hub.set_flag("is_whole", shown.part == kWholePage).set("whole", root + page.whole_url);
  const std::string number = is_part ? std::to_string(shown.part + 1) : "";
  hub.set("number_text",
          is_part ? context.words(page.language)
                        .text("part_number", {{"number", number}, {"total", std::to_string(total)}})
                  : "");
  const bool is_named = has_title_of_heading(document, split, shown);
  const std::uint32_t first = is_named ? split.parts[shown.part].first : kNoNode;
  hub.set("anchor", is_named ? document.headings[document.nodes[first].extra].id : "");
  View::List items;
  for (std::size_t i = 0; i < total; ++i) {
    items.push_back(part_item(shown, document, split, i, root));
  }
  hub.set("parts", std::move(items));
  const bool has_previous = is_part && shown.part > 0;
  const bool has_next = shown.part == kOpeningPart || shown.part + 1 < total;
  hub.set("previous", has_previous ? step_view(page, shown.part - 1, root) : View::boolean(false));
  const std::size_t next = is_part ? shown.part + 1 : 0;
  hub.set("next", has_next ? step_view(page, next, root) : View::boolean(false));
  return hub;
}

View::List contents_view(const RenderContext& context, const ShownPage& shown,
                         const Document& document) {
  const auto split = context.splits->find(shown.page_index);
  const bool is_all = shown.part == kWholePage || split == context.splits->end();
  const bool is_named = !is_all && has_title_of_heading(document, split->second, shown);
  ContentsList list;
  bool is_raised = is_named;
  bool is_first = true;
  for (const Heading& heading : document.headings) {
    if (!is_all && split->second.part_with(heading.id) != shown.part) continue;
    const bool is_title = is_named && is_first;
    is_first = false;
    if (is_title) continue;
    if (heading.level <= 2) is_raised = false;
    list.add(heading, heading.level - (is_raised ? 1 : 0));
  }
  if (list.entries.size() < kHeadingsForContents) return {};
  for (std::size_t i = 0; i < list.entries.size(); ++i) {
    list.entries[i].set_flag("has_children", !list.children[i].empty());
    list.entries[i].set("children", std::move(list.children[i]));
  }
  return std::move(list.entries);
}

}  // namespace signpost
