#include "render/kinds/organisations.h"

#include "base/text.h"
#include "publications/organisations.h"
#include "render/page_view.h"

namespace signpost {

View organisation_view(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  View view;
  for (const char* field : {"phone", "phone_note", "hours", "email", "area", "cost"}) {
    view.set(field, page.text(field));
  }
  view.set("phone_link", phone_link(page.text("phone")));
  const std::string website = page.text("website");
  view.set("website", is_web_address(website) ? website : "");
  view.set("website_name", website_name(website));
  const std::vector<std::string> helps_with = page.list("helps_with");
  set_list(view, "helps_with", View::List(helps_with.begin(), helps_with.end()));
  view.set("last_checked", date_view(page.date("last_checked")));
  return view;
}

}  // namespace signpost
