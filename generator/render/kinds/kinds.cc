#include "render/kinds/kinds.h"

#include <string>
#include <string_view>

#include "publications/workshops.h"
#include "render/kinds/duties.h"
#include "render/kinds/evaluations.h"
#include "render/kinds/meetings.h"
#include "render/kinds/organisations.h"
#include "render/kinds/standards.h"
#include "render/kinds/workshops.h"
#include "render/page_view.h"

namespace signpost {
namespace {

// The kind of page, the name of its values and what makes them.
struct KindView {
  std::string_view kind;
  std::string_view name;
  View (*make)(const RenderContext&, std::size_t);
};

constexpr KindView kKindViews[] = {
    {"evaluation", "evaluation", evaluation_view},
    {"organisation", "organisation", organisation_view},
    {"meeting", "meeting", meeting_view},
    {"standards", "standards", standards_view},
    {"workshop", "workshop", workshop_view},
    {"workshop-menu", "workshop_menu", workshop_menu_view},
};

// The same for a page that its front matter gives a layout of its own.
constexpr KindView kLayoutViews[] = {
    {"duties", "duties", duties_view},
    {"meetings", "meetings", meetings_view},
};

}  // namespace

void add_kind_values(const RenderContext& context, std::size_t page_index, View& view) {
  const Page& page = context.site->pages[page_index];
  for (const KindView& each : kKindViews) {
    const bool is_its_kind = is_kind(page, each.kind);
    view.set(std::string(each.name),
             is_its_kind ? each.make(context, page_index) : View::boolean(false));
  }
  set_list(view, "next_sessions",
           is_front_page(page) ? next_sessions(context, page) : View::List());
  const std::string layout = layout_of(page);
  for (const KindView& each : kLayoutViews) {
    view.set(std::string(each.name),
             layout == each.kind ? each.make(context, page_index) : View::boolean(false));
  }
}

}  // namespace signpost
