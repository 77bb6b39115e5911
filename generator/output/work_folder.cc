#include "output/work_folder.h"

#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "base/file_io.h"
#include "base/files.h"
#include "base/folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMarkText =
    "Signpost makes a site here. It deletes this folder itself, and so may you.\n";

// Whether the folder is a build's: it has the mark, or a build was killed while it wrote the mark.
bool is_work_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
  Diagnostics unread;
  const std::vector<std::string> names = list_names(folder, "", unread);
  if (names.empty()) return unread.empty();
  const fs::path mark = folder / kWorkMark;
  if (!fs::is_regular_file(fs::symlink_status(mark, error))) return false;
  const std::optional<std::string> text = read_file(mark, "", kMarkText.size(), unread);
  if (!text) return false;
  return *text == kMarkText || (names.size() == 1 && kMarkText.starts_with(*text));
}

// Removes all in the folder but the mark.
bool empty_folder(const fs::path& folder, std::error_code& error) {
  Diagnostics unread;
  for (const std::string& name : list_names(folder, "", unread)) {
    if (name != kWorkMark) fs::remove_all(folder / name, error);
    if (error) return false;
  }
  return unread.empty();
}

}  // namespace

bool make_work_folder(const fs::path& folder, Diagnostics& diagnostics) {
  std::error_code error;
  const bool is_there = fs::exists(fs::symlink_status(folder, error));
  if (is_there && !is_work_folder(folder)) {
    const std::string shown = folder.generic_string();
    diagnostics.add(
        "output-not-ours", {shown, 0, 0, 0},
        fmt::format("the build works in \"{}\", and what lies there is not a build's", shown),
        "move it away, or give another folder with --out");
    return false;
  }
  error.clear();
  if (is_there) {
    empty_folder(folder, error);
  } else {
    fs::create_directory(folder, error);
  }
  if (error) {
    report_unwritable(folder, error.value(), diagnostics);
    return false;
  }
  return write_file(folder / kWorkMark, kMarkText, diagnostics);
}

void remove_work_folder(const fs::path& folder) {
  if (!is_work_folder(folder)) return;
  std::error_code error;
  if (!empty_folder(folder, error)) return;
  fs::remove(folder / kWorkMark, error);
  fs::remove(folder, error);
}

}  // namespace signpost
