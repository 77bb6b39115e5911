// The values of a page's frame: head, menus, breadcrumbs, languages, search box and footer.
#pragma once

#include <vector>

#include "render/page_view.h"
#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns what all pages of one language see: strings, service, promises, theme; one a language.
std::vector<View> shared_views(const RenderContext& context);

// Returns the values that do not depend on a document: page, assets, menus, links, breadcrumbs,
// languages.
View frame_view(const RenderContext& context, const PageHead& head);

}  // namespace signpost
