// The values of a meeting's page, and of the page that lists a group's meetings.
#pragma once

#include <cstddef>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns what the theme's README lists under `meeting`, for a page of that kind.
View meeting_view(const RenderContext& context, std::size_t page_index);
// Returns what it lists under `meetings`: those of the page's folder (layout "meetings").
View meetings_view(const RenderContext& context, std::size_t page_index);

}  // namespace signpost
