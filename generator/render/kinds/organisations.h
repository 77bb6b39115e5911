// What templates get of an organisation: its details, ready to ring, write to and open.
#pragma once

#include <cstddef>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns the details of an organisation's page.
View organisation_view(const RenderContext& context, std::size_t page_index);

}  // namespace signpost
