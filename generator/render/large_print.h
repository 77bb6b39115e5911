// A page's twin in large print: the same page at an address of its own, for whoever cannot set the
// size.
#pragma once

#include <string>
#include <string_view>

#include "content/content.h"
#include "render/render.h"

namespace signpost {

// Whether the theme's layout of the page links to its twin, by {{> large-print}} or
// {{large_print}}.
bool has_large_print(const RenderContext& context, const Page& page);

// Returns the address of the page as a whole, which the twin is made of.
std::string_view whole_url(const Page& page);

// Returns the address of the twin: "factsheets/plan.large.html" of "factsheets/plan.html".
std::string large_print_url(std::string_view url);

// Returns the twin of a finished page: its root element has the class "sp-large", which style
// sheets make large, and search engines are told to show the page itself.
std::string as_large_print(std::string html);

}  // namespace signpost
