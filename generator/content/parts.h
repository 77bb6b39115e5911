// The pages that one long page becomes: from `parts:` of its front matter to their addresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"

namespace signpost {

// The field of a kind whose pages can be split, records with "from" and "title".
inline constexpr std::string_view kPartsField = "parts";

// Whether pages of its kind can be split. A kind of a site's own may have a field of that name
// that is something else.
bool can_be_split(const Page& page);

// Sets the parts of a page whose address is set, and the address of all of it. A part without a
// title is called as the heading that it begins with; its address is made of its title, where that
// has plain letters and no other part has it, else of its number.
void set_parts(Page& page);

// Returns the addresses of the page beside its own: its parts, then all of it on one page.
std::vector<std::string> part_urls(const Page& page);

}  // namespace signpost
