#include "markdown/split_pages.h"

namespace signpost {
namespace {

bool begins_part(const Document& document, const Node& node, const PagePart& part) {
  return node.kind == NodeKind::kHeading && node.level == 2 &&
         document.headings[node.extra].text == part.from;
}

// Adds the anchors of all below `node`, and its own. The depth is bounded by the parser.
void add_anchors(const Document& document, const Node& node, std::size_t part, PageSplit& split) {
  if (node.kind == NodeKind::kHeading) {
    split.part_of_anchor.emplace(document.headings[node.extra].id, part);
    return;
  }
  for (std::uint32_t child = node.first_child; child != kNoNode;
       child = document.nodes[child].next) {
    add_anchors(document, document.nodes[child], part, split);
  }
}

}  // namespace

std::size_t PageSplit::part_with(std::string_view anchor) const {
  const auto found = part_of_anchor.find(anchor);
  return found == part_of_anchor.end() ? kOpeningPart : found->second;
}

PageSplit split_page(const Page& page, const Document& document) {
  PageSplit split;
  split.parts.resize(page.parts.size());
  if (document.nodes.empty()) return split;
  // A part whose heading is missing must not take all that follows: each looks ahead on its own.
  std::map<std::uint32_t, std::size_t> part_at;
  std::uint32_t from = document.nodes[0].first_child;
  for (std::size_t part = 0; part < page.parts.size(); ++part) {
    std::uint32_t index = from;
    while (index != kNoNode && !begins_part(document, document.nodes[index], page.parts[part])) {
      index = document.nodes[index].next;
    }
    if (index == kNoNode) continue;
    part_at.emplace(index, part);
    from = document.nodes[index].next;
  }
  NodeRange* open = &split.opening;
  std::size_t part = kOpeningPart;
  for (std::uint32_t index = document.nodes[0].first_child; index != kNoNode;
       index = document.nodes[index].next) {
    const Node& node = document.nodes[index];
    const bool is_footnote = node.kind == NodeKind::kFootnoteDefinition;
    if (is_footnote && split.footnotes == kNoNode) split.footnotes = index;
    const auto begun = part_at.find(index);
    if (begun != part_at.end()) {
      part = begun->second;
      open->end = index;
      open = &split.parts[part];
    }
    if (is_footnote) continue;
    if (open->first == kNoNode) open->first = index;
    if (part != kOpeningPart) add_anchors(document, node, part, split);
  }
  open->end = split.footnotes;
  return split;
}

SiteSplits split_pages(const Site& site, std::span<const Document> documents) {
  SiteSplits splits;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (site.pages[i].is_split()) splits.emplace(i, split_page(site.pages[i], documents[i]));
  }
  return splits;
}

const std::string& url_with_anchor(const Site& site, const SiteSplits& splits, std::size_t page,
                                   std::string_view anchor) {
  const auto split = splits.find(page);
  if (split == splits.end()) return site.pages[page].url;
  const std::size_t part = split->second.part_with(anchor);
  return part == kOpeningPart ? site.pages[page].url : site.pages[page].parts[part].url;
}

}  // namespace signpost
