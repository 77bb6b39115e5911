// Markdown to Document, and Document to HTML. markdown.cc is the only unit that includes cmark-gfm.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "content/content.h"
#include "data/data.h"
#include "diagnostic.h"
#include "markdown/document.h"

namespace signpost {

// Returns the document of page `page_index`. Facts are inserted, links resolved to pages and
// assets, the glossary's short forms marked at first use. Reports markdown-*, directive-*, fact-*,
// raw-html, link-missing-page, link-forbidden-scheme, asset-missing … with the place in the page's
// file.
Document parse_markdown(const Site& site, const SiteData& data, std::size_t page_index, Body body,
                        Diagnostics& diagnostics);

// Returns the HTML of the document's body, links relative to the page's own address.
std::string render_html(const Site& site, const SiteData& data, std::size_t page_index,
                        const Document& document);

// Returns the HTML of plain CommonMark/GFM without a site (raw HTML omitted), the same bytes as the
// cmark-gfm program prints: what the specification's examples are tested with.
std::string markdown_to_html(std::string_view markdown);

}  // namespace signpost
