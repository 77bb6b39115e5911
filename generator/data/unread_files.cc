#include "data/unread_files.h"

#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/folder.h"
#include "base/text.h"
#include "files/file_kind.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDataPath = "content/_data";
constexpr std::size_t kMaxUnread = 20;

// Endings of tables that a spreadsheet program can save as CSV.
constexpr std::string_view kSheets =
    " xls xlsx xlsm xlsb xlt xltx xltm ods ots fods numbers tsv tab txt psv ";

bool is_ignored(std::string_view name) {
  return name.starts_with('.') || name.starts_with('_') || name == "README.md" ||
         file_kind(name).use == FileUse::kLock;
}

bool is_sheet(std::string_view ending) {
  return kSheets.find(fmt::format(" {} ", ending)) != kSheets.npos;
}

// The ending that the file should have in place of its own, or "".
std::string right_ending(std::string_view ending) {
  if (ending == "csv") return "csv";
  return ending == "yaml" || ending == "yml" ? "yaml" : "";
}

std::string help_of(std::string_view name) {
  const std::string ending = file_ending(name);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  if (const std::string right = right_ending(ending); !right.empty()) {
    return fmt::format("rename it to \"{}.{}\"", stem, right);
  }
  if (is_sheet(ending)) {
    return fmt::format("save {} as \"CSV UTF-8\", under the name \"{}.csv\"", name, stem);
  }
  const std::string help = file_kind(name).help;
  return help.starts_with("delete") ? help : "move it out of content/_data";
}

struct UnreadName {
  std::string name;
  bool is_folder = false;
};

// The names in the folder that are not read, sorted; none where the folder cannot be read, which
// those who read it report.
std::vector<UnreadName> unread_names(const fs::path& site_dir) {
  std::vector<UnreadName> unread;
  Diagnostics reported;
  for (std::string& name : list_names(site_dir / kDataPath, kDataPath, reported)) {
    std::error_code ignored;
    const bool is_folder = fs::is_directory(site_dir / kDataPath / name, ignored);
    const bool is_read = !is_folder && (name.ends_with(".yaml") || name.ends_with(".csv"));
    if (!is_read && !is_ignored(name)) unread.push_back({std::move(name), is_folder});
  }
  return unread;
}

}  // namespace

void check_data_files(const fs::path& site_dir, Diagnostics& diagnostics) {
  const std::vector<UnreadName> names = unread_names(site_dir);
  std::size_t count = 0;
  for (const auto& [name, is_folder] : names) {
    if (++count > kMaxUnread) break;
    const std::string path = fmt::format("{}/{}", kDataPath, name);
    if (is_folder) {
      diagnostics.add(
          "data-file-unknown", {path, 0, 0, 0},
          fmt::format("\"{}\" is a folder, and those in content/_data are not read", name),
          "move what pages show up into content/_data, and the rest out of it");
    } else {
      diagnostics.add(
          "data-file-unknown", {path, 0, 0, 0},
          fmt::format("\"{}\" is not read: files in content/_data are .yaml or .csv", name),
          help_of(name));
    }
  }
  if (names.size() <= kMaxUnread) return;
  diagnostics.add("data-file-unknown", {std::string(kDataPath), 0, 0, 0},
                  fmt::format("{} more files are not read", names.size() - kMaxUnread),
                  "do with them as with the first");
}

std::string unread_table_help(const fs::path& site_dir, std::string_view name) {
  for (const auto& [file, is_folder] : unread_names(site_dir)) {
    const std::string ending = file_ending(file);
    const bool is_table = !is_folder && (is_sheet(ending) || !right_ending(ending).empty());
    const std::string_view stem = std::string_view(file).substr(0, file.rfind('.'));
    if (is_table && ascii_lower(stem) == ascii_lower(name)) return help_of(file);
  }
  return "";
}

}  // namespace signpost
