#include "check/checks.h"

#include "base/parallel.h"
#include "check/page/page_checks.h"
#include "check/site_checks.h"

namespace signpost {

void check_page(const SiteInput& input, const PublicContacts& contacts, std::size_t page_index,
                Diagnostics& diagnostics) {
  const Page& page = input.site.pages[page_index];
  const Document& document = input.documents[page_index];
  const PageText text = read_page_text(document);
  const PageInput page_input{input.site, input.data,        page, document, text,
                             contacts,   input.on_day.today};
  for (const PageCheckRow& row : kPageChecks) {
    if (row.pages == CheckedPages::kAll || is_english(page)) row.check(page_input, diagnostics);
  }
}

void check_all(const SiteInput& input, std::size_t jobs, Diagnostics& diagnostics) {
  const PublicContacts contacts = public_contacts_of(input.site);
  for_each(input.documents.size(), jobs, diagnostics,
           [&](std::size_t index, std::size_t, Diagnostics& found) {
             check_page(input, contacts, index, found);
           });
  for (SiteCheck* check : kSiteChecks) check(input, diagnostics);
}

}  // namespace signpost
