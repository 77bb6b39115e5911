// What looks for mistakes: each check walks finished values and reports; none changes anything. The
// checks stand in two tables, page/page_checks.h and site_checks.h.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "check/public_contacts.h"
#include "content/content.h"
#include "data/data.h"
#include "duties/site_on_day.h"
#include "markdown/document.h"
#include "privacy/placed_details.h"

namespace signpost {

// What checks read: a site whose addresses and anchors are fixed (documents[i] is of pages[i]), on
// the day of the build; and the counts of people that it does not tell.
struct SiteInput {
  const Site& site;
  const SiteData& data;
  std::span<const Document> documents;
  const SiteOnDay& on_day;
  std::span<const WithheldTable> withheld = {};
  std::span<const PlacedDetail> theme_details = {};  // of the site's own files of the theme
};

// Every check of every page, `jobs` pages at a time, and of the site.
void check_all(const SiteInput& input, std::size_t jobs, Diagnostics& diagnostics);

// Every check of one page alone. Safe in parallel.
void check_page(const SiteInput& input, const PublicContacts& contacts, std::size_t page_index,
                Diagnostics& diagnostics);

// The addresses of all files of the built site, sorted, and the path that the site lives under:
// "/help/" of https://host/help/, "" where there is no base URL.
struct SiteAddresses {
  std::vector<std::string> urls;
  std::string base_path;
};

// Checks of a rendered page: ids unique, resources local, no inline code, internal links exist.
// Safe in parallel.
void check_html(std::string_view url, std::string_view html, const SiteAddresses& addresses,
                Diagnostics& diagnostics);

}  // namespace signpost
