// From a site's folder to a published website: what pipeline.h makes, with the search index, to a
// staging folder and from there to the public one in one step.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "duties/report.h"
#include "findings/findings.h"
#include "pipeline.h"

namespace signpost {

struct BuildOptions {
  SiteOptions site;
  std::filesystem::path out_dir = "public";
};

// What a run found and made. `finding_options` is how the findings were settled: the format is the
// caller's to set before it prints them.
struct BuildResult {
  Findings findings;
  FindingOptions finding_options;
  std::vector<DutyLine> duties;  // one for each of site-config.yaml
  bool published = false;
  std::size_t page_count = 0;     // pages of the content
  std::size_t file_count = 0;     // files of the site
  std::size_t changed_count = 0;  // files that differ from what was published before
};

// Makes the whole site, index included, and publishes it to `out_dir` in one step. With errors
// (`strict`: also warnings) nothing is published and what was there before stays.
BuildResult build_site(const BuildOptions& options);

// Does all that build_site does but the index and the writing: every finding, nothing on the disk.
BuildResult check_site_files(const SiteOptions& options);

}  // namespace signpost
