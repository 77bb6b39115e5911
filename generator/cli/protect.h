// `signpost protect`: a table to a copy in which small counts of people are [c], so that it may be
// kept where others read it.
#pragma once

#include <filesystem>
#include <optional>

#include "base/date.h"
#include "disclosure/disclosure.h"

namespace signpost {

struct ProtectCommand {
  std::filesystem::path file;      // a CSV file, or a YAML file with its rows
  std::filesystem::path site_dir;  // "": the folder above the file that holds site-config.yaml
  std::filesystem::path out;       // "": the standard output
  bool is_in_place = false;
  bool overwrites = false;
  std::optional<DisclosureProfile> profile;  // none: the site's, else standard
  Date today = {};
};

// Writes the copy and returns the exit code: 1 where the table is not understood or the copy would
// give something away, 2 where a file is missing or would be lost. Then nothing is written.
int run_protect(const ProtectCommand& command);

}  // namespace signpost
