// Markdown to HTML without a site.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Returns the HTML of plain CommonMark/GFM without a site (raw HTML omitted), the same bytes as the
// cmark-gfm program prints: what the specification's examples are tested with.
std::string markdown_to_html(std::string_view markdown);

}  // namespace signpost
