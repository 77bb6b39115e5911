#include "check/checks.h"
#include "check/page/page_checks.h"

namespace signpost {

bool is_english(const Page& page) {
  return page.language == "en" || page.language.starts_with("en-");
}

Place field_place(const Page& page, std::string_view field) {
  const FieldEntry* entry = page.find(field);
  if (entry == nullptr) return {page.source_path, 0, 0, 0};
  return {page.source_path, entry->line, entry->column, 0};
}

void check_page(const Site& site, const SiteData& data, std::size_t page_index,
                const Document& document, Date today, Diagnostics& diagnostics) {
  const Page& page = site.pages[page_index];
  const PageText text = read_page_text(document);
  const PageInput input{site, data, page, document, text};
  check_headings(input, diagnostics);
  check_structure(input, diagnostics);
  check_figures(input, diagnostics);
  check_link_texts(input, diagnostics);
  if (is_english(page)) {
    check_wording(input, diagnostics);
    check_counts(input, diagnostics);
    check_outdated(input, diagnostics);
  }
  check_privacy(input, diagnostics);
  check_evaluation(input, diagnostics);
  check_language(input, diagnostics);
  check_dates(page, today, diagnostics);
  check_law_events(page, data.law_events, today, diagnostics);
  check_organisation(page, today, diagnostics);
}

}  // namespace signpost
