#include "render/kinds/organisations.h"

#include "base/phone.h"
#include "publications/organisations.h"

namespace signpost {

View organisation_links(const Words& words, const Page& organisation) {
  View view;
  const PhoneNumber phone = read_phone(organisation.text("phone"));
  view.set("phone_link", phone.link);
  view.set("phone", words.fact(phone.mistake.empty() ? phone.text : organisation.text("phone")));
  const std::string website = organisation.text("website");
  view.set("website_href", is_web_address(website) ? website : "");
  view.set("website_name", words.fact(website_name(website)));
  return view;
}

View organisation_view(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  return organisation_links(context.words(page.language), page);
}

}  // namespace signpost
