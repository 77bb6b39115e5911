// The checks of one page. Internal to this room; each is safe in parallel. A new one is its unit,
// its declaration and its row here.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "check/page/page_text.h"
#include "check/public_contacts.h"
#include "content/content.h"
#include "data/data.h"
#include "markdown/document.h"
#include "markdown/split_pages.h"

namespace signpost {

// What people read at one go; a longer page is split.
inline constexpr std::uint32_t kMaxPageWords = 1200;

// What a check of one page reads.
struct PageInput {
  const Site& site;
  const SiteData& data;
  const Page& page;
  const Document& document;
  const PageText& text;
  const PublicContacts& contacts;
  Date today;
};

using PageCheck = void(const PageInput& input, Diagnostics& diagnostics);

// Whether the page is in English.
bool is_english(const Page& page);
// Returns the place of a field of the front matter, else of the file.
Place field_place(const Page& page, std::string_view field);
// Reports placeholder of text that has one place for all of it.
void check_placeholders(std::string_view text, const Place& place, Diagnostics& diagnostics);

// Reports heading-*.
PageCheck check_headings;
// Reports alt-*, chart-image, table-*, list-long.
PageCheck check_structure;
// Reports list-length and heading-number.
PageCheck check_counts;
// Reports term-outdated.
PageCheck check_outdated;
// Reports chart-data and figure-*.
PageCheck check_figures;
// Reports parts-count, parts-heading, and page-long of parts.
PageCheck check_parts;
// Reports link-bare-url, link-empty, link-insecure, link-same-text, link-text-vague.
PageCheck check_link_texts;
// Reports acronym-unknown, must-without-law, page-long, paragraph-*, reading-age*, sentence-long,
// text-all-caps.
PageCheck check_wording;
// Reports personal-*, placeholder* and phone-wrong.
PageCheck check_privacy;
// Reports evaluation-results, and evaluation-comment-detail and placeholder of the comments that
// the page shows.
PageCheck check_evaluation;
// Reports language-mismatch.
PageCheck check_language;
// Reports translation-stale and translation-version, and front-matter-type of what is no version.
PageCheck check_translation;
// Reports organisation-*.
PageCheck check_organisation;
// Reports table-people and table-small-count.
PageCheck check_typed_tables;
// Reports table-small-count.
PageCheck check_typed_lists;
// Reports limit-typed.
PageCheck check_typed_limits;
// Reports date-typed.
PageCheck check_typed_dates;
// Reports review-* and law-check-*.
PageCheck check_dates;
// Reports law-check-older.
PageCheck check_law_events;

// The checks of wording know no language but English.
enum class CheckedPages : std::uint8_t { kAll, kEnglish };

struct PageCheckRow {
  PageCheck* check;
  CheckedPages pages = CheckedPages::kAll;
};

inline constexpr PageCheckRow kPageChecks[] = {
    {check_headings},
    {check_structure},
    {check_figures},
    {check_parts},
    {check_link_texts},
    {check_wording, CheckedPages::kEnglish},
    {check_counts, CheckedPages::kEnglish},
    {check_outdated, CheckedPages::kEnglish},
    {check_typed_tables, CheckedPages::kEnglish},
    {check_typed_lists, CheckedPages::kEnglish},
    {check_typed_limits, CheckedPages::kEnglish},
    {check_typed_dates},
    {check_privacy},
    {check_evaluation},
    {check_language},
    {check_translation},
    {check_dates},
    {check_law_events},
    {check_organisation},
};

}  // namespace signpost
