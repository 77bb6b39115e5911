// Document to HTML: the body of a page, without its frame.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "content/content.h"
#include "html/directive_html.h"
#include "markdown/document.h"
#include "markdown/split_pages.h"

namespace signpost {

// What a document is rendered for: a page of the site or, of one that is split, one of the pages
// that it becomes. `page` has the address and the title that are shown.
struct ShownPage {
  const Page& page;
  std::size_t page_index;
  std::size_t part = kWholePage;  // or kOpeningPart, or its number
};

// Whether the heading that a part begins with is its title, too: then it is not shown twice.
bool has_title_of_heading(const Document& document, const PageSplit& split, const ShownPage& shown);

// Returns the HTML of what `shown` has of the document, links relative to its address.
std::string render_html(const Site& site, const SiteSplits& splits, const ShownPage& shown,
                        const Document& document, const RenderDirective& render_directive);
// As above, of a site without split pages.
std::string render_html(const Site& site, std::size_t page_index, const Document& document,
                        const RenderDirective& render_directive);

// Returns what the table `name` is called to screen readers: "Table: Fees", "Table: Fees (2)".
std::string table_label(const Words& words, std::string_view name, PageNumbers& numbers);

}  // namespace signpost
