// The values of a self-assessment against numbered standards.
#pragma once

#include <cstddef>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns what the theme's README lists under `standards`, for a page of that kind.
View standards_view(const RenderContext& context, std::size_t page_index);

}  // namespace signpost
