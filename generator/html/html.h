// Document to HTML: the body of a page, without its frame.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "content/content.h"
#include "html/directive_html.h"
#include "markdown/document.h"

namespace signpost {

// Returns the HTML of the document's body, links relative to the page's own address.
std::string render_html(const Site& site, std::size_t page_index, const Document& document,
                        const RenderDirective& render_directive);

// Returns what the table `name` is called to screen readers: "Table: Fees", "Table: Fees (2)".
std::string table_label(const Words& words, std::string_view name, PageNumbers& numbers);

}  // namespace signpost
