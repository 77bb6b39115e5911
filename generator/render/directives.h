// Directives as the theme shows them: its template directives/NAME.mustache, filled with the
// directive's content and with what its argument names.
#pragma once

#include <cstddef>
#include <string>

#include "content/content.h"
#include "html/directive_html.h"
#include "render/render.h"

namespace signpost {

// Returns the HTML of a directive on `page`; only its content where what it names does not exist
// (a check says so). A theme of another name that lacks the template has it from "signpost".
// Safe in parallel with different `worker`s.
std::string render_directive(const RenderContext& context, const Page& page, std::size_t worker,
                             const DirectiveHtml& html);

}  // namespace signpost
