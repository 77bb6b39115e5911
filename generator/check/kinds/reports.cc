#include <cstddef>

#include "check/page/page_checks.h"
#include "check/site_checks.h"
#include "duties/page_parts.h"

namespace signpost {

void check_reports(const SiteInput& input, Diagnostics& diagnostics) {
  for (std::size_t index = 0; index < input.site.pages.size(); ++index) {
    const Page& page = input.site.pages[index];
    if (!is_kind(page, "report") || page.find("published") == nullptr) continue;
    if (page.language != own_language(input.site)) continue;
    if (has_figures(input.documents[index], input.data)) continue;
    diagnostics.add("report-figures", field_place(page, "published"),
                    "the report says that it is published, but it has no figures",
                    "add a table or chart (:::table, :::chart) or a link to the report's file, or "
                    "write \"due:\" instead until there is one");
  }
}

}  // namespace signpost
