// Document to HTML: the body of a page, without its frame.
#pragma once

#include <cstddef>
#include <string>

#include "content/content.h"
#include "data/data.h"
#include "markdown/document.h"

namespace signpost {

// Returns the HTML of the document's body, links relative to the page's own address.
std::string render_html(const Site& site, const SiteData& data, std::size_t page_index,
                        const Document& document);

}  // namespace signpost
