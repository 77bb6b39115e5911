// The checks that check_page is made of. Internal to this room; each is safe in parallel.
#pragma once

#include <span>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "check/page/page_text.h"
#include "content/content.h"
#include "data/data.h"
#include "markdown/document.h"

namespace signpost {

// What a check of one page reads.
struct PageInput {
  const Site& site;
  const SiteData& data;
  const Page& page;
  const Document& document;
  const PageText& text;
};

// Whether the page is in English: the checks of wording know no other language.
bool is_english(const Page& page);
// Returns the place of a field of the front matter, else of the file.
Place field_place(const Page& page, std::string_view field);

// Reports heading-*.
void check_headings(const PageInput& input, Diagnostics& diagnostics);
// Reports alt-*, chart-image, table-*, list-long.
void check_structure(const PageInput& input, Diagnostics& diagnostics);
// Reports list-length and heading-number.
void check_counts(const PageInput& input, Diagnostics& diagnostics);
// Reports term-outdated.
void check_outdated(const PageInput& input, Diagnostics& diagnostics);
// Reports chart-data and figure-*.
void check_figures(const PageInput& input, Diagnostics& diagnostics);
// Reports link-bare-url, link-empty, link-insecure, link-same-text, link-text-vague.
void check_link_texts(const PageInput& input, Diagnostics& diagnostics);
// Reports acronym-unknown, must-without-law, page-long, paragraph-*, reading-age*, sentence-long,
// text-all-caps.
void check_wording(const PageInput& input, Diagnostics& diagnostics);
// Reports personal-* and placeholder*.
void check_privacy(const PageInput& input, Diagnostics& diagnostics);
// Reports the same of text that has one place for all of it: a field, the address of a link.
void check_placed_text(const Site& site, std::string_view text, const Place& place,
                       Diagnostics& diagnostics);
// Reports evaluation-results, and evaluation-comment-detail and personal-* of the comments that the
// page shows.
void check_evaluation(const PageInput& input, Diagnostics& diagnostics);
// Reports language-mismatch.
void check_language(const PageInput& input, Diagnostics& diagnostics);
// Reports organisation-*.
void check_organisation(const Page& page, Date today, Diagnostics& diagnostics);
// Reports review-* and law-check-*.
void check_dates(const Page& page, Date today, Diagnostics& diagnostics);

// Reports law-check-older.
void check_law_events(const Page& page, std::span<const LawEvent> events, Date today,
                      Diagnostics& diagnostics);

}  // namespace signpost
