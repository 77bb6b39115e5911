// What lies in folders, by one rule for links: in a site's own folders a link may stand for a file
// of the same site and for nothing else, so that no change to a site can publish what lies beside
// it. The program's own files may be linked as whoever packages it likes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace signpost {

enum class EntryKind : std::uint8_t { kNone, kFile, kFolder };

// Returns the names in the folder, sorted; none where there is no such folder. Reports `io-read` or
// `io-machine` at `shown_path` where it cannot be listed.
std::vector<std::string> list_names(const std::filesystem::path& folder,
                                    std::string_view shown_path, Diagnostics& diagnostics);

// Returns what is at `path`, from the site's folder with '/' between names: a file or folder that
// may be read, else kNone. Looks at its last name only: whoever walks has looked at those above it.
// Reports `symlink` for a link to nothing, to a folder, out of the site or to a hidden file (a name
// that starts with '.', or with '_' unless the link is below a folder of such a name too), and
// `io-read` for what is neither a file nor a folder. What does not exist is not reported.
EntryKind inspect_entry(const std::filesystem::path& site_dir, const std::string& path,
                        Diagnostics& diagnostics);

// The same for every name of `path`, from the site's folder on: a folder on the way that is none,
// or is a link, makes it kNone.
EntryKind inspect_path(const std::filesystem::path& site_dir, const std::string& path,
                       Diagnostics& diagnostics);

// Returns a file of the site, each link on the way looked at; or nothing, reported as inspect_path
// and read_file do.
std::optional<std::string> read_site_file(const std::filesystem::path& site_dir,
                                          const std::string& path, std::uint64_t max_bytes,
                                          Diagnostics& diagnostics);

// Returns a path that can be printed: control characters and bytes that are not UTF-8 as \xNN.
std::string printable_path(std::string_view path);

}  // namespace signpost
