// A small site for the tests of duties: pages from their front matter.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "pipeline.h"
#include "unit/shipped_kinds.h"
#include "unit/small_site.h"
#include "unit/temporary_folder.h"

namespace signpost {

struct DutySite {
  std::unique_ptr<const LoadedSite> loaded;
  std::vector<std::string> messages;  // "line:column rule: message | help", of site-config.yaml
};

struct DutyPage {
  std::string path;    // below content/
  std::string fields;  // beside title and summary; of a file of _data/ all of it
  std::string body = "Text.";
};

inline constexpr std::string_view kDutyConfig =
    R"(languages: [{tag: en-GB, name: English}, {tag: ur, name: Urdu, dir: rtl}]
folders:
  about: {kind: page, title: About}
  reports: {kind: report, title: Reports}
  evaluations: {kind: evaluation, title: Evaluations}
  workshops: {kind: workshop, title: Workshops}
  group: {kind: meeting, title: Group}
calendar: {terms: [
  {name: Autumn term 2026, from: 2026-09-01, to: 2026-12-18},
  {name: Spring term 2027, from: 2027-01-05, to: 2027-03-26}]}
duties:
)";

// Returns the site on that day with a duty of these keys beside `id: x`, `what: The thing` and
// `clause: "1"`. Its years begin in April; its terms are autumn 2026 and spring 2027.
inline DutySite duty_site(const std::string& duties, const std::vector<DutyPage>& pages,
                          Date today = {}) {
  const TemporaryFolder folder;
  folder.write("site-config.yaml", small_config(std::string(kDutyConfig) + duties));
  for (const DutyPage& page : pages) {
    if (page.path.starts_with("_data/")) {
      folder.write("content/" + page.path, page.fields);
      continue;
    }
    folder.write("content/" + page.path, "---\ntitle: " + page.path + "\nsummary: A page.\n" +
                                             page.fields + "\n---\n" + page.body + "\n");
  }
  SiteOptions options;
  options.site_dir = folder.path();
  options.share_dir = share_with_kinds();
  options.today = today;
  options.drafts = true;
  Diagnostics diagnostics;
  DutySite made{load_site(options, diagnostics), {}};
  for (const Diagnostic& d : diagnostics.take_sorted()) {
    if (d.place.path != "site-config.yaml") continue;
    made.messages.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) +
                            " " + d.rule + ": " + d.message + " | " + d.help);
  }
  return made;
}

}  // namespace signpost
