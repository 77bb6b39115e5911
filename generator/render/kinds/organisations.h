// What templates get of an organisation beside its fields: links to ring and to open.
#pragma once

#include <cstddef>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns the links of an organisation, in the words of the page that shows it.
View organisation_links(const Words& words, const Page& organisation);
// Returns those of an organisation's own page.
View organisation_view(const RenderContext& context, std::size_t page_index);

}  // namespace signpost
