// The checks between pages and of the site's settings. Internal to this room. A new one is its
// unit, its declaration and its row here.
#pragma once

#include "base/diagnostic.h"
#include "check/checks.h"

namespace signpost {

using SiteCheck = void(const SiteInput& input, Diagnostics& diagnostics);

// Reports accessibility-overdue and accessibility-statement.
SiteCheck check_accessibility;
// Reports link-missing-anchor.
SiteCheck check_anchors;
// Reports placeholder-phone and placeholder of the service's own phone and email.
SiteCheck check_contacts;
// Reports duty-*: duties that are due, overdue or never met, at their lines of site-config.yaml.
SiteCheck check_duties;
// Reports event-closed-day and event-day-name: sessions and meetings on a day when the service is
// closed, and meetings whose title or file names another day.
SiteCheck check_event_days;
// Reports personal-* and placeholder* of all files but pages, and of the names of files.
SiteCheck check_files_privacy;
// Reports disclosure-given-away, disclosure-percentage, disclosure-same-number and
// disclosure-audit-limit: withheld counts that can be worked out from everything that the site
// publishes.
SiteCheck check_hidden_counts;
// Reports theme-string-unchecked.
SiteCheck check_languages;
// Reports meeting-minutes and meeting-missing-file.
SiteCheck check_meetings;
// Reports menu-missing-page.
SiteCheck check_menus;
// Reports page-only-listed and page-orphan.
SiteCheck check_orphans;
// Reports link-missing-page of what front matter names, such as under "related".
SiteCheck check_related;
// Reports report-day and report-figures.
SiteCheck check_reports;
// Reports standards-duplicate, standards-order and standards-step-overdue.
SiteCheck check_standards;
// Reports page-duplicate-title.
SiteCheck check_titles;
// Reports menu-*, session-*, workshop-*, url-conflict: years, terms, times, places, repeats.
SiteCheck check_workshops;

inline constexpr SiteCheck* kSiteChecks[] = {
    check_accessibility, check_anchors,       check_contacts,      check_duties,
    check_event_days,    check_files_privacy, check_hidden_counts, check_languages,
    check_meetings,      check_menus,         check_orphans,       check_related,
    check_reports,       check_standards,     check_titles,        check_workshops,
};

}  // namespace signpost
