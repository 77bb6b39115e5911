// What the template of a report gets: `report`.
#pragma once

#include "content/content.h"
#include "render/view.h"

namespace signpost {

// Returns {period, published: date, due: date, is_annual, is_termly}, or false on pages that are no
// reports. `due` is false once the report is published.
View report_view(const Page& page);

}  // namespace signpost
