// What lies in the published folder: files of the last build, which the next one may replace and
// remove, and what others put there, which stays.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "output/manifest.h"

namespace signpost {

// The folder `dir`, called `shown` in messages, and what the last build put into it.
struct PublishedFolder {
  std::filesystem::path dir;
  std::string shown;
  Manifest manifest;  // empty where there was no build yet
};

// Returns what the last build put into the folder; nothing, and `output-not-ours`, where it holds
// files and no build made it. A folder that is absent or holds hidden files (".git") only may
// become a published one.
std::optional<PublishedFolder> read_published_folder(const std::filesystem::path& dir,
                                                     std::string shown, Diagnostics& diagnostics);

// Puts what others put into the published folder into the new one at `staged` too, as hard links
// (copies where the file system has none): links, owners, modes and time stamps stay. Reports, and
// returns false for, a file that was changed by hand (`output-edited`), one in the way of a new one
// (`output-taken`), a link that leaves the folder (`output-link`) and what cannot be taken over
// (`io-write`). What nobody edits is not compared
// with its hash: the search index and compressed copies.
bool carry_over(const PublishedFolder& published, const std::filesystem::path& staged,
                Diagnostics& diagnostics);

// Moves what was put into the published folder after `carry_over` from `old_dir`, where that folder
// is now, to the new one.
void move_late_files(const PublishedFolder& published, const std::filesystem::path& old_dir);

}  // namespace signpost
