#include "render/kind_views.h"

#include "render/evaluation_view.h"
#include "render/organisation_view.h"
#include "render/report_view.h"

namespace signpost {

void add_kind_values(const RenderContext& context, std::size_t page_index, View& view) {
  const Page& page = context.site->pages[page_index];
  view.set("evaluation", evaluation_view(context, page_index));
  view.set("organisation", organisation_view(page));
  view.set("report", report_view(page));
}

}  // namespace signpost
