#include "base/folder.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>

#include <dirent.h>
#include <fmt/format.h>

#include "base/file_io.h"
#include "base/files.h"
#include "base/text.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReplaceByFile = "replace the link with the file itself";

struct FolderCloser {
  void operator()(DIR* entries) const { ::closedir(entries); }
};

void report_entry(std::string_view rule, std::string_view path, std::string_view what,
                  std::string_view help, Diagnostics& diagnostics) {
  const std::string shown = printable_path(path);
  diagnostics.add(rule, {shown, 0, 0, 0}, fmt::format("\"{}\" {}", shown, what), std::string(help));
}

bool has_name_with(const fs::path& path, char first) {
  return std::any_of(path.begin(), path.end(), [&](const fs::path& name) {
    return name.native().starts_with(first) && name != ".";
  });
}

// Says what is wrong with a link to `target`, in words that follow its name; "" if it may be used.
std::string_view wrong_target(const fs::path& root, const std::string& link,
                              const fs::path& target) {
  const auto [root_end, rest] =
      std::mismatch(root.begin(), root.end(), target.begin(), target.end());
  if (root_end != root.end()) return "is a link that leaves the site";
  const fs::path inside = target.lexically_relative(root);
  const bool is_private = has_name_with(inside, '_') && !has_name_with(link, '_');
  if (has_name_with(inside, '.') || is_private) return "is a link to a file that is not published";
  return "";
}

EntryKind inspect_link(const fs::path& site_dir, const std::string& path,
                       Diagnostics& diagnostics) {
  std::error_code error;
  const fs::path root = fs::canonical(site_dir, error);
  if (error) {
    report_unreadable(".", error.value(), diagnostics);
    return EntryKind::kNone;
  }
  const fs::path target = fs::canonical(site_dir / path, error);
  std::string_view wrong;
  if (error == std::errc::too_many_symbolic_link_levels) {
    wrong = "is a link that leads back to itself";
  } else if (error) {
    wrong = "is a link to nothing";
  } else {
    wrong = wrong_target(root, path, target);
  }
  if (!wrong.empty()) {
    report_entry("symlink", path, wrong, kReplaceByFile, diagnostics);
    return EntryKind::kNone;
  }
  const fs::file_status status = fs::status(target, error);
  if (fs::is_regular_file(status)) return EntryKind::kFile;
  if (fs::is_directory(status)) {
    report_entry("symlink", path, "is a link to a folder",
                 "replace the link with the folder itself", diagnostics);
  } else {
    report_entry("io-read", path, "is neither a file nor a folder",
                 "delete it, or move it elsewhere", diagnostics);
  }
  return EntryKind::kNone;
}

}  // namespace

std::vector<std::string> list_names(const fs::path& folder, std::string_view shown_path,
                                    Diagnostics& diagnostics) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, FolderCloser> entries(::opendir(folder.c_str()));
  int error = entries ? 0 : errno;
  while (entries) {
    errno = 0;
    const dirent* entry = ::readdir(entries.get());
    if (entry == nullptr) {
      error = errno;
      break;
    }
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (error != 0 && error != ENOENT) {
    const std::string shown = printable_path(shown_path);
    const bool is_forbidden = error == EACCES || error == EPERM;
    diagnostics.add(is_machine_error(error) ? "io-machine" : "io-read", {shown, 0, 0, 0},
                    fmt::format("cannot read the folder \"{}\": {}", shown,
                                std::generic_category().message(error)),
                    is_forbidden       ? "give yourself permission to read this folder"
                    : error == ENOTDIR ? "delete what is there, or make it a folder"
                                       : "");
  }
  std::ranges::sort(names);
  return names;
}

EntryKind inspect_entry(const fs::path& site_dir, const std::string& path,
                        Diagnostics& diagnostics) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(site_dir / path, error);
  switch (status.type()) {
    case fs::file_type::regular:
      return EntryKind::kFile;
    case fs::file_type::directory:
      return EntryKind::kFolder;
    case fs::file_type::symlink:
      return inspect_link(site_dir, path, diagnostics);
    case fs::file_type::not_found:
      return EntryKind::kNone;
    case fs::file_type::none:
      report_unreadable(printable_path(path), error.value(), diagnostics);
      return EntryKind::kNone;
    default:
      report_entry("io-read", path, "is neither a file nor a folder",
                   "delete it, or move it elsewhere", diagnostics);
      return EntryKind::kNone;
  }
}

EntryKind inspect_path(const fs::path& site_dir, const std::string& path,
                       Diagnostics& diagnostics) {
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    if (inspect_entry(site_dir, folder, diagnostics) != EntryKind::kFolder) return EntryKind::kNone;
  }
  return inspect_entry(site_dir, path, diagnostics);
}

std::optional<std::string> read_site_file(const fs::path& site_dir, const std::string& path,
                                          std::uint64_t max_bytes, Diagnostics& diagnostics) {
  Diagnostics found;
  inspect_path(site_dir, path, found);
  if (!found.empty()) {
    diagnostics.append(std::move(found));
    return std::nullopt;
  }
  return read_file(site_dir / path, path, max_bytes, diagnostics);
}

std::string printable_path(std::string_view path) {
  std::string shown;
  while (!path.empty()) {
    const std::size_t valid = find_invalid_utf8(path).value_or(path.size());
    for (const char c : path.substr(0, valid)) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 || byte == 0x7F) {
        shown += fmt::format("\\x{:02X}", byte);
      } else {
        shown.push_back(c);
      }
    }
    path.remove_prefix(valid);
    if (path.empty()) break;
    shown += fmt::format("\\x{:02X}", static_cast<unsigned char>(path.front()));
    path.remove_prefix(1);
  }
  return shown;
}

}  // namespace signpost
