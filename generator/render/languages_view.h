// The languages of the site as templates see them: on every page, and on the pages that tell what
// there is in each of them.
#pragma once

#include <string>

#include "render/page_view.h"
#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Whether the program makes a page for each language: not where the site has only one.
bool has_language_pages(const RenderContext& context);

// Adds `languages` (this page in each language that it has), `site_languages` (the page of each
// language of the site, the home page of its own) and `other_languages` (those of them that this
// page is not in).
void add_languages(const RenderContext& context, const PageHead& head, const std::string& root,
                   View& view);

// Adds what a page of a language says: `language`, and its pages as `lists`.
void add_language_page(const RenderContext& context, const Listing& listing,
                       const std::string& root, View& view);

// Returns what a translated page says of its original, or false.
View translation_view(const RenderContext& context, std::size_t page_index,
                      const std::string& root);

}  // namespace signpost
