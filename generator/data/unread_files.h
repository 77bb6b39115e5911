// Files in content/_data that are not read, such as a workbook beside the CSV files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace signpost {

// Reports data-file-unknown for each file and folder in content/_data of the site in `site_dir`
// that is neither YAML nor CSV by its name. Names that start with '.' or '_', README.md and the
// locks of open documents are left alone.
void check_data_files(const std::filesystem::path& site_dir, Diagnostics& diagnostics);

// Returns what to do where pages ask for the table `name` and a file of that name is there that is
// not read: `save came.xlsx as "CSV UTF-8", under the name "came.csv"`; else "".
std::string unread_table_help(const std::filesystem::path& site_dir, std::string_view name);

}  // namespace signpost
