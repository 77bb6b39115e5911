// Search results as JSON text (RFC 8259, UTF-8), one object on one line, keys always in this order.
#pragma once

#include <string>

#include "search-index/searcher.h"

namespace search {

// Returns {"words", "cut", "corrected", "corrections": [{"from", "to"}], "total", "hits": [{"url",
// "anchor", "heading", "kind", "topics", "audiences", "title", "snippet"}], "facets": {"kinds",
// "topics", "audiences": [{"id", "count"}]}}, where title and snippet are lists of parts, in turn
// plain and marked. Of results with an error: {"error"}.
std::string results_json(const Results& results);

}  // namespace search
