// What the directives of a site are rendered with where it has no theme: the templates of the theme
// "signpost".
#pragma once

#include "content/content.h"
#include "data/data.h"
#include "render/render.h"

namespace signpost {

// The most threads that may render with it.
inline constexpr std::size_t kMaxDirectiveWorkers = 8;

// Returns the context, which refers to the site and its data.
RenderContext context_of_directives(const Site& site, const SiteData& data);

}  // namespace signpost
