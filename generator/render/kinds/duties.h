// The values of the page "What we publish and when" (layout "duties").
#pragma once

#include <cstddef>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns what the theme's README lists under `duties`.
View duties_view(const RenderContext& context, std::size_t page_index);

}  // namespace signpost
