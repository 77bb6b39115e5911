// The lists of pages that are made from lists: sections, topics, audiences, A to Z, search.
#pragma once

#include <string>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns the layout's name for a listing.
std::string layout_of(const Listing& listing);

// Adds `lists`, `letters`, `software`, `topics` and `audiences` where the listing has them. `view`
// may be that of a page of content/ at the listing's address.
void add_list_values(const RenderContext& context, const Listing& listing, View& view);

// Sets `lists` to one list without a heading, or to none where it would be empty.
void set_single_list(View& view, View::List items);

}  // namespace signpost
