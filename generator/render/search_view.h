// What the theme's search is told: the search page of each language, where the engine and the index
// are, and what the ids in a result are called.
#pragma once

#include <string>
#include <string_view>

#include "render/page_view.h"
#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns the address of a language's search page: "search.html", "search.ur.html".
std::string search_url(const RenderContext& context, std::string_view language);

bool is_search_page(const RenderContext& context, std::string_view url);

// Returns `search`. Only the search page itself needs the names, so only it gets them.
View search_view(const RenderContext& context, const PageHead& head, const std::string& root);

}  // namespace signpost
