// Which nodes and anchors of a split page (content/parts.h) are on which of the pages that it
// becomes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "markdown/document.h"

namespace signpost {

// The pages that a page becomes beside those of its parts, 0, 1 …: the first, with what stands
// before the parts, and the one with all of it, which is the only one of a page that is not split.
inline constexpr std::size_t kOpeningPart = static_cast<std::size_t>(-1);
inline constexpr std::size_t kWholePage = static_cast<std::size_t>(-2);

// Nodes of a document from `first` to before `end`, each the next of the one before it.
struct NodeRange {
  std::uint32_t first = kNoNode, end = kNoNode;
};

struct PageSplit {
  NodeRange opening;
  std::vector<NodeRange> parts;       // by part; empty where its heading is not found in its place
  std::uint32_t footnotes = kNoNode;  // the first of the footnotes, which end a document
  std::map<std::string, std::size_t, std::less<>> part_of_anchor;  // those of the opening have none

  // Returns the part that has the anchor, else kOpeningPart.
  [[nodiscard]] std::size_t part_with(std::string_view anchor) const;
};

// Returns where the page's parts begin: each at the first heading of level 2 with its words after
// the part before it.
PageSplit split_page(const Page& page, const Document& document);

// The splits of a site's pages, by page; those of pages that are not split are not there.
using SiteSplits = std::map<std::size_t, PageSplit>;
SiteSplits split_pages(const Site& site, std::span<const Document> documents);

// Returns the address of the page that has the anchor: a split page's part.
const std::string& url_with_anchor(const Site& site, const SiteSplits& splits, std::size_t page,
                                   std::string_view anchor);

}  // namespace signpost
