// The checks of pages: each walks finished values and reports; none changes anything.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "content/content.h"
#include "data/data.h"
#include "markdown/document.h"

namespace signpost {

// Checks of one page's own content: alt text, heading order, link text, tables, language, sentence
// and paragraph length, reading age, personal data, placeholders, dates, acronyms. Safe in
// parallel.
void check_page(const Site& site, const SiteData& data, std::size_t page_index,
                const Document& document, Date today, Diagnostics& diagnostics);

// Checks between pages: anchors, duplicate titles, orphans, menu entries.
void check_site(const Site& site, std::span<const Document> documents, Diagnostics& diagnostics);

// Checks of menus, workshops and their sessions: years, terms, times, places, repeats.
void check_workshops(const Site& site, Date today, Diagnostics& diagnostics);

// Reports duty-*: duties that are due, overdue or never met, at their lines of site-config.yaml.
void check_duties(const Site& site, Date today, Diagnostics& diagnostics);

// Reports meeting-missing-file.
void check_meetings(const Site& site, Diagnostics& diagnostics);

// Reports standards-duplicate, standards-order and standards-step-overdue.
void check_standards(const Site& site, Date today, Diagnostics& diagnostics);

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
