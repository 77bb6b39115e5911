// What the template of a report gets: `report`.
#pragma once

#include <cstddef>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns {period, published: date, due: date, is_annual, is_termly} of a report's page. `due` is
// false once the report is published.
View report_view(const RenderContext& context, std::size_t page_index);

}  // namespace signpost
