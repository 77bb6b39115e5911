// What search engines are told about a page, in the vocabulary of schema.org. json_ld.cc is the
// only unit of this room that includes the JSON library.
#pragma once

#include <string>

#include "render/page_view.h"
#include "render/render.h"

namespace signpost {

// Returns one JSON-LD object, safe inside a <script> element, or "" where nothing fits: the service
// with its hours on the home and contact pages, an article for a factsheet, an event for each
// session of a workshop that is to come, and the breadcrumbs where there is a base URL.
std::string json_ld(const RenderContext& context, const PageHead& head);

}  // namespace signpost
