// Markdown to Document. markdown.cc is the only unit that includes cmark-gfm.
#pragma once

#include <cstddef>

#include "base/diagnostic.h"
#include "content/content.h"
#include "data/data.h"
#include "markdown/document.h"

namespace signpost {

// Returns the document of page `page_index`. Facts are inserted, links resolved to pages and
// assets, the glossary's short forms marked at first use. Reports markdown-*, directive-*, fact-*,
// raw-html, link-missing-page, link-forbidden-scheme, asset-missing … with the place in the page's
// file.
Document parse_markdown(const Site& site, const SiteData& data, std::size_t page_index, Body body,
                        Diagnostics& diagnostics);

}  // namespace signpost
