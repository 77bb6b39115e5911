// Every field of a page as a value for templates, after the table of its kind: a kind that only
// shows its fields needs no code.
#pragma once

#include <string>

#include "content/content.h"
#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// Returns the values of the page's fields by their names, false or an empty list for those that it
// lacks, so that Mustache does not look further. `words` and `root` are those of the page that
// shows them: `root` leads from it to the site's root. The theme's README says what each type of
// field becomes.
View fields_view(const RenderContext& context, const Words& words, const Page& page,
                 const std::string& root);

}  // namespace signpost
