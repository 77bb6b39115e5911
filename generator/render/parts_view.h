// What the pages of a split page say of each other.
#pragma once

#include "html/html.h"
#include "markdown/document.h"
#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns what templates call `hub`: false on a page that is not split.
View hub_view(const RenderContext& context, const ShownPage& shown, const Document& document);

// Returns what templates call `contents`: the headings of what is shown, where they are enough.
View::List contents_view(const RenderContext& context, const ShownPage& shown,
                         const Document& document);

}  // namespace signpost
