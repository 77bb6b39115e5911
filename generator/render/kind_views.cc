#include "render/kind_views.h"

#include "render/organisation_view.h"

namespace signpost {

void add_kind_values(const RenderContext& context, std::size_t page_index, View& view) {
  const Page& page = context.site->pages[page_index];
  view.set("organisation", organisation_view(page));
}

}  // namespace signpost
