#include "output/published_folder.h"

#include <algorithm>
#include <cerrno>
#include <functional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_io.h"
#include "base/files.h"
#include "base/folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{1} << 28;
constexpr std::size_t kNamesShown = 3;
constexpr std::size_t kEditsShown = 10;

bool holds_paths_below(const Manifest& manifest, const std::string& folder) {
  const auto first = manifest.lower_bound(folder + "/");
  return first != manifest.end() && first->first.starts_with(folder + "/");
}

// Whether the path is what an index that was not finished leaves beside itself.
bool is_leftover(std::string_view path) {
  return path.starts_with("search/") && path.find(".glass.tmp") != path.npos;
}

// One thing in a published folder: its path from there, and what lstat says.
struct Entry {
  std::string path;
  struct stat status {};
};
using Visit = std::function<void(const Entry&)>;

// Calls `ours` for each path of the manifest that is there, and `others` for all else: for a folder
// before what is in it. `folder` is "" or ends in '/'.
void walk_folder(const PublishedFolder& published, const std::string& folder, const Visit& ours,
                 const Visit& others, Diagnostics& diagnostics) {
  const std::string shown = fmt::format("{}/{}", published.shown, folder);
  for (const std::string& name : list_names(published.dir / folder, shown, diagnostics)) {
    Entry entry{folder + name, {}};
    if (entry.path == kManifestName || is_leftover(entry.path)) continue;
    if (::lstat((published.dir / entry.path).c_str(), &entry.status) != 0) continue;  // just gone
    if (published.manifest.contains(entry.path)) {
      ours(entry);
    } else if (!S_ISDIR(entry.status.st_mode)) {
      others(entry);
    } else {
      if (!holds_paths_below(published.manifest, entry.path)) others(entry);
      walk_folder(published, entry.path + "/", ours, others, diagnostics);
    }
  }
}

// Whether a person may have changed a file of this address.
bool is_for_hands(std::string_view path) {
  return !path.starts_with("search/") && !path.ends_with(".gz") && !path.ends_with(".br");
}

// Gives the file or folder the owner and mode of another, as far as we may. What is to be written
// into a folder next can be.
void copy_rights(const struct stat& from, const fs::path& to) {
  [[maybe_unused]] const int owned = ::lchown(to.c_str(), from.st_uid, from.st_gid);
  const mode_t mode = (from.st_mode & 07777U) | (S_ISDIR(from.st_mode) ? S_IRWXU : 0U);
  ::chmod(to.c_str(), mode);  // after the owner, whose change clears some bits
}

class Carrier {
 public:
  Carrier(const PublishedFolder& published, const fs::path& staged, Diagnostics& diagnostics)
      : published_(published), staged_(staged), diagnostics_(diagnostics) {}

  bool run() {
    struct stat folder {};
    if (::lstat(published_.dir.c_str(), &folder) == 0) copy_rights(folder, staged_);
    Diagnostics found;
    walk_folder(
        published_, "", [&](const Entry& entry) { look_for_edits(entry, found); },
        [&](const Entry& entry) { carry(entry, found); }, found);
    if (edited_count_ > kEditsShown) {
      found.add("output-edited", {published_.shown, 0, 0, 0},
                fmt::format("{} more files in \"{}\" were changed by hand since they were built",
                            edited_count_ - kEditsShown, published_.shown),
                "keep a copy elsewhere if they matter, delete the folder, and build again");
    }
    const bool is_carried = found.empty();
    diagnostics_.append(std::move(found));
    return is_carried;
  }

 private:
  [[nodiscard]] std::string shown(const std::string& path) const {
    return fmt::format("{}/{}", published_.shown, printable_path(path));
  }

  [[nodiscard]] bool is_taken_over(const Entry& entry) const {
    struct stat staged {};
    return ::lstat((staged_ / entry.path).c_str(), &staged) == 0 &&
           staged.st_ino == entry.status.st_ino && staged.st_dev == entry.status.st_dev;
  }

  // A file that was taken over has not changed; one that holds nothing holds nobody's work.
  void look_for_edits(const Entry& entry, Diagnostics& found) {
    const bool is_file = S_ISREG(entry.status.st_mode);
    if (is_taken_over(entry) ||
        (is_file && (entry.status.st_size == 0 || !is_for_hands(entry.path)))) {
      return;
    }
    const FileDigest& built = published_.manifest.find(entry.path)->second;
    const std::string name = shown(entry.path);
    if (is_file && static_cast<std::uint64_t>(entry.status.st_size) == built.size_bytes) {
      const auto digest = digest_file(published_.dir / entry.path, name, found);
      if (!digest || *digest == built) return;
    }
    if (++edited_count_ > kEditsShown) return;
    found.add("output-edited", {name, 0, 0, 0},
              fmt::format("\"{}\" was changed by hand since it was built, and the new site would "
                          "lose that",
                          name),
              "keep a copy elsewhere if it matters, delete the file, and build again");
  }

  // Whether a link leads to something in the published folder: hosts that pack it follow links.
  [[nodiscard]] bool stays_inside(const std::string& link) const {
    std::error_code error;
    const fs::path target = fs::canonical(published_.dir / link, error);
    const fs::path inside = target.lexically_relative(published_.dir);
    return !error && !inside.empty() && *inside.begin() != "..";
  }

  void carry(const Entry& entry, Diagnostics& found) {
    const fs::path target = staged_ / entry.path;
    if (S_ISLNK(entry.status.st_mode) && !stays_inside(entry.path)) {
      const std::string name = shown(entry.path);
      found.add("output-link", {name, 0, 0, 0},
                fmt::format(
                    "\"{}\" is a link that leaves the published folder, or leads to nothing", name),
                "replace the link with the file itself");
      return;
    }
    std::error_code ignored;  // the link that follows reports it
    fs::create_directories(target.parent_path(), ignored);
    if (S_ISDIR(entry.status.st_mode)) {
      if (::mkdir(target.c_str(), 0777) == 0) {
        copy_rights(entry.status, target);
      } else if (errno != EEXIST || !fs::is_directory(fs::symlink_status(target, ignored))) {
        report(entry.path, errno, found);
      }
      return;
    }
    if (::link((published_.dir / entry.path).c_str(), target.c_str()) == 0) return;
    const int error = errno;
    if (is_taken_over(entry)) return;  // the new site has the same file
    const bool has_no_links = error == EPERM || error == EOPNOTSUPP || error == EMLINK;
    if (has_no_links && S_ISREG(entry.status.st_mode)) {
      copy(entry, target, found);
    } else {
      report(entry.path, error, found);
    }
  }

  void copy(const Entry& entry, const fs::path& target, Diagnostics& found) {
    const fs::path source = published_.dir / entry.path;
    if (!copy_stream(source, shown(entry.path), target, found)) return;
    copy_rights(entry.status, target);
    const timespec times[] = {entry.status.st_atim, entry.status.st_mtim};
    ::utimensat(AT_FDCWD, target.c_str(), times, 0);
  }

  void report(const std::string& path, int error, Diagnostics& found) {
    const std::string name = shown(path);
    if (error == EEXIST || error == ENOTDIR) {
      found.add("output-taken", {name, 0, 0, 0},
                fmt::format("no build made \"{}\", and the new site has a file there", name),
                "move it away, or give the page another name");
    } else {
      found.add("io-write", {name, 0, 0, 0},
                fmt::format("cannot take \"{}\", which no build made, over into the new site: {}",
                            name, std::generic_category().message(error)),
                "move it away, or give another folder with --out");
    }
  }

  const PublishedFolder& published_;
  const fs::path& staged_;
  Diagnostics& diagnostics_;
  std::size_t edited_count_ = 0;
};

// "index.html", "notes" and 3 more.
std::string name_some(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kNamesShown); ++i) {
    text += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", printable_path(names[i]));
  }
  if (names.size() > kNamesShown) text += fmt::format(" and {} more", names.size() - kNamesShown);
  return text;
}

}  // namespace

std::optional<PublishedFolder> read_published_folder(const fs::path& dir, std::string shown,
                                                     Diagnostics& diagnostics) {
  PublishedFolder published{dir, std::move(shown), {}};
  std::error_code error;
  if (!fs::is_directory(dir, error)) return published;  // what is wrong there, locking it says
  Diagnostics found;
  std::vector<std::string> names = list_names(dir, published.shown, found);
  std::erase_if(names, [](const std::string& name) { return name.starts_with('.'); });
  const Place place{published.shown, 0, 0, 0};
  constexpr std::string_view kHelp =
      "give an empty or new folder with --out, or move these files away";
  if (std::ranges::find(names, kManifestName) != names.end()) {
    const auto text =
        read_file(dir / kManifestName, fmt::format("{}/{}", published.shown, kManifestName),
                  kMaxManifestBytes, found);
    std::optional<Manifest> manifest = text ? parse_manifest(*text) : std::nullopt;
    if (manifest) {
      published.manifest = std::move(*manifest);
    } else if (text) {
      found.add(
          "output-not-ours", place,
          fmt::format("the manifest.json in \"{}\" is not one that a build wrote", published.shown),
          std::string(kHelp));
    }
  } else if (!names.empty()) {
    found.add(
        "output-not-ours", place,
        fmt::format("\"{}\" holds files that no build made: {}", published.shown, name_some(names)),
        std::string(kHelp));
  }
  const bool is_usable = found.empty();
  diagnostics.append(std::move(found));
  if (!is_usable) return std::nullopt;
  return published;
}

bool carry_over(const PublishedFolder& published, const fs::path& staged,
                Diagnostics& diagnostics) {
  return Carrier(published, staged, diagnostics).run();
}

void move_late_files(const PublishedFolder& published, const fs::path& old_dir) {
  const PublishedFolder old{old_dir, published.shown, published.manifest};
  Diagnostics unread;
  walk_folder(
      old, "", [](const Entry&) {},
      [&](const Entry& entry) {
        // RENAME_NOREPLACE: what was carried over is there already.
        std::error_code ignored;
        if (S_ISDIR(entry.status.st_mode)) {
          fs::create_directories(published.dir / entry.path, ignored);
        } else {
          ::renameat2(AT_FDCWD, (old_dir / entry.path).c_str(), AT_FDCWD,
                      (published.dir / entry.path).c_str(), RENAME_NOREPLACE);
        }
      },
      unread);
}

}  // namespace signpost
