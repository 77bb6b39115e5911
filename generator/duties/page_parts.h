// What a page holds that shows a duty met: figures, a section, a table by its name.
#pragma once

#include <string_view>

#include "content/content.h"
#include "data/data.h"
#include "markdown/document.h"

namespace signpost {

// Whether `text` fits the pattern, in which '*' stands for any characters.
bool matches_pattern(std::string_view text, std::string_view pattern);

// Whether there are figures to read: a table or chart of content/_data with at least one figure, a
// table of the page itself with a number beside what names its row, or a link to a document. A day
// or a year is no figure.
bool has_figures(const Document& document, const SiteData& data);

// Whether the results that an evaluation's page names are there, and at least one person answered.
bool has_replies(const Page& page, const SiteData& data);

// Whether a heading holds `words`, whatever the case and without saying that there is none, and
// something stands below it before the next heading of its level: no heading, and no words that it
// is still to come.
bool has_section(const Document& document, std::string_view words);

// Whether a table or chart of content/_data with at least one figure is shown whose name fits
// `pattern`.
bool shows_table(const Document& document, const SiteData& data, std::string_view pattern);

// Whether the page of a meeting has its minutes: it says that there are some, and names a file or
// page of the site, or has them under a heading of its own, "Minutes".
bool has_minutes(const Site& site, const Page& page, const Document& document);

}  // namespace signpost
