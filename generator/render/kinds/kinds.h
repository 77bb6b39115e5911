// What templates get of a kind of page beside the values that all pages have. Each kind's own unit
// is named in the table of kind_views.cc.
#pragma once

#include <cstddef>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Adds the values of the page's kind, under a name like the kind's ("workshop"). Every page has
// every such name: one that is not for its kind is false, so that Mustache does not look further.
void add_kind_values(const RenderContext& context, std::size_t page_index, View& view);

}  // namespace signpost
