// The words that introduce a table or a list of a page. Internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "markdown/document.h"

namespace signpost {

// Returns for each node what stands before it: the block before, or that before the directive,
// quotation or item that it begins; kNoNode where nothing does.
std::vector<std::uint32_t> blocks_before(const Document& document);

// Returns the words of the block `before` where they introduce what follows: a paragraph that ends
// with a colon, or a heading or short paragraph that divides people, "Families by need"; else "".
std::string introduction_of(const Document& document, std::uint32_t before);

}  // namespace signpost
