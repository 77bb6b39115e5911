#include "render/kinds/reports.h"

#include "config/calendar.h"
#include "render/page_view.h"

namespace signpost {

View report_view(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  View view;
  const std::optional<Period> period = page.period();
  const std::optional<Date> published = page.date("published");
  view.set("period", period ? period_text(*period) : "");
  view.set("published", date_view(published));
  view.set("due", published ? View::boolean(false) : date_view(page.date("due")));
  view.set_flag("is_annual", page.text("type") == "annual");
  view.set_flag("is_termly", page.text("type") == "termly");
  return view;
}

}  // namespace signpost
