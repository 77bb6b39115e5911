// What the layout of an evaluation gets: sentences, charts with their tables, comments, the trend.
#pragma once

#include <cstddef>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns the values `evaluation` of an evaluation's page (themes/signpost/README.md).
View evaluation_view(const RenderContext& context, std::size_t page_index);

}  // namespace signpost
