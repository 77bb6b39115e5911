// What templates get of an organisation: its details, ready to ring, write to and open.
#pragma once

#include "content/content.h"
#include "render/view.h"

namespace signpost {

// Returns the details of the organisation's page, or false for another page.
View organisation_view(const Page& page);

}  // namespace signpost
