// What the site's files beside its pages may tell about somebody: settings, data, the theme's
// strings and templates; and the names of all files that are published.
#include "check/public_contacts.h"
#include "check/site_checks.h"
#include "privacy/placed_details.h"

namespace signpost {
namespace {

void report_details(std::span<const PlacedDetail> details, const PublicContacts& contacts,
                    Diagnostics& diagnostics) {
  for (const PlacedDetail& detail : details) {
    if (is_public(contacts, nullptr, detail.kind, detail.value)) continue;
    report_detail(detail.kind, detail.shown, detail.place, diagnostics);
  }
}

}  // namespace

void check_files_privacy(const SiteInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  const PublicContacts contacts = public_contacts_of(site);
  report_details(site.config->details, contacts, diagnostics);
  report_details(input.data.details, contacts, diagnostics);
  report_details(input.theme_details, contacts, diagnostics);
  PlacedDetails in_names;
  for (const Page& page : site.pages) find_details_in_name(page.source_path, in_names);
  for (const std::string& asset : site.assets) find_details_in_name(asset, in_names);
  report_details(in_names, contacts, diagnostics);
}

}  // namespace signpost
