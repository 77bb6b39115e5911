// What templates get of workshops: a workshop, the menu of a year, and the pages made from their
// sessions.
#pragma once

#include <cstddef>

#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns `workshop`: what the page says, the sessions to come by school term and those that are
// over. A translation has the sessions of the page that it translates.
View workshop_view(const RenderContext& context, std::size_t page_index);

// Returns `workshop_menu`: the year, its workshops and all their sessions by school term.
View workshop_menu_view(const RenderContext& context, std::size_t page_index);

// Returns the items of `next_sessions`: the next three sessions of any workshop that can be booked.
View::List next_sessions(const RenderContext& context, const Page& page);

// Returns `workshops`, which the workshops' section, this term's sessions and the sessions that are
// over are made of, for the page at `listing`.
View workshops_view(const RenderContext& context, const Listing& listing);

}  // namespace signpost
