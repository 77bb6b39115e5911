// Text of a hit with the words of the query marked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search-index/searcher.h"
#include "search-index/stems.h"

namespace search {

// Returns `text` with the words marked whose term is one of `terms`.
MarkedText marked_text(std::string_view text, const std::set<std::string, std::less<>>& terms,
                       StemCache& stems);

// A part of a text for a hit, and how many different terms of the query it shows.
struct Snippet {
  MarkedText text;
  std::size_t term_count = 0;
};

// Returns the part of `text`, at most `max_bytes`, with the most different terms in it, the
// earliest of equals, with an ellipsis where text is left out.
Snippet make_snippet(std::string_view text, const std::set<std::string, std::less<>>& terms,
                     std::size_t max_bytes, StemCache& stems);

}  // namespace search
