// The pipeline: from a site's folder to a published website, every stage by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"
#include "duties/report.h"
#include "findings/findings.h"

namespace signpost {

struct BuildOptions {
  std::filesystem::path site_dir = ".";
  std::filesystem::path out_dir = "public";
  std::filesystem::path share_dir;  // the program's own data (find_share_folder): themes, search
  std::string base_url;             // "": what site-config.yaml says
  Date today;
  bool drafts = false;
  bool strict = false;
  std::size_t jobs = 1;
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
BuildResult check_site_files(const BuildOptions& options);

}  // namespace signpost
