#include "output/staging.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"
#include "base/hash.h"
#include "output/output_place.h"
#include "output/work_folder.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

// A name beside the output that no page can have: ".public.signpost".
fs::path beside(const fs::path& out_dir, std::string_view ending) {
  return out_dir.parent_path() / fmt::format(".{}.{}", out_dir.filename().string(), ending);
}

std::string why(int error_number) { return std::generic_category().message(error_number); }

// Reads up to the size of `expected` and tells whether the file holds exactly these bytes.
bool file_holds(const fs::path& path, std::string_view expected) {
  const Descriptor file(
      ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
  if (!file.is_open()) return false;
  struct stat status {};
  bool same = ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode) &&
              static_cast<std::uint64_t>(status.st_size) == expected.size();
  std::array<char, 65536> buffer{};
  std::size_t offset = 0;
  while (same && offset < expected.size()) {
    const std::int64_t count = read_some(file.get(), buffer.data(), buffer.size());
    same =
        count > 0 && offset + static_cast<std::size_t>(count) <= expected.size() &&
        std::memcmp(buffer.data(), expected.data() + offset, static_cast<std::size_t>(count)) == 0;
    if (same) offset += static_cast<std::size_t>(count);
  }
  return same;
}

// Returns the lock file, locked; none, reported, where it cannot be or another build has it.
Descriptor take_lock(const fs::path& out, const std::string& shown, Diagnostics& diagnostics) {
  const Place place{shown, 0, 0, 0};
  Descriptor lock(::open(beside(out, "lock").c_str(),
                         O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644));
  if (!lock.is_open()) {
    diagnostics.add(
        "io-write", place,
        fmt::format("cannot write beside the output folder \"{}\": {}", shown, why(errno)),
        "check that the folder above it exists and that you may write there");
    return lock;
  }
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return lock;
  diagnostics.add("output-locked", place,
                  fmt::format("another build is writing to \"{}\" now", shown),
                  "wait until it has finished, or give another folder with --out");
  return Descriptor();
}

}  // namespace

Staging::Staging(PublishedFolder published, fs::path work_folder, Descriptor lock)
    : published_(std::move(published)),
      work_folder_(std::move(work_folder)),
      staging_dir_(work_folder_ / "site"),
      lock_(std::move(lock)) {}

Staging::Staging(Staging&& other) noexcept
    : published_(std::move(other.published_)),
      work_folder_(std::exchange(other.work_folder_, {})),
      staging_dir_(std::move(other.staging_dir_)),
      lock_(std::move(other.lock_)),
      manifest_(std::move(other.manifest_)),
      changed_count_(other.changed_count_) {}

Staging::~Staging() {
  try {
    if (!work_folder_.empty()) remove_work_folder(work_folder_);
  } catch (const std::exception&) {
    // No memory: the next build removes it.
  }
}

std::optional<Staging> Staging::open(const fs::path& out_dir, const fs::path& site_dir,
                                     Diagnostics& diagnostics) {
  const std::optional<fs::path> out = find_output_place(out_dir, site_dir, diagnostics);
  if (!out) return std::nullopt;
  const std::string shown = out_dir.generic_string();
  if (!read_published_folder(*out, shown, diagnostics)) return std::nullopt;
  std::error_code error;
  fs::create_directories(out->parent_path(), error);
  Descriptor lock = take_lock(*out, shown, diagnostics);
  if (!lock.is_open()) return std::nullopt;
  // Read again: another build may have published until now.
  std::optional<PublishedFolder> published = read_published_folder(*out, shown, diagnostics);
  if (!published) return std::nullopt;
  fs::path work_folder = beside(*out, "signpost");
  if (!make_work_folder(work_folder, diagnostics)) return std::nullopt;
  Staging staging(std::move(*published), std::move(work_folder), std::move(lock));
  for (const fs::path& folder : {staging.work_dir(), staging.staging_dir_}) {
    if (fs::create_directory(folder, error)) continue;
    report_unwritable(folder, error.value(), diagnostics);
    return std::nullopt;
  }
  return staging;
}

fs::path Staging::path_for(std::string_view url) const {
  fs::path path = work_folder_ / "made" / url;
  std::error_code ignored;  // the write that follows reports it
  fs::create_directories(path.parent_path(), ignored);
  return path;
}

// The place of `url` in the staging folder, its folder made.
fs::path Staging::staged_path(std::string_view url) const {
  fs::path path = staging_dir_ / url;
  std::error_code ignored;  // the write that follows reports it
  fs::create_directories(path.parent_path(), ignored);
  return path;
}

void Staging::record(std::string_view url, FileDigest digest, bool changed) {
  const std::lock_guard lock(mutex_);
  manifest_.insert_or_assign(std::string(url), std::move(digest));
  if (changed) ++changed_count_;
}

bool Staging::write(std::string_view url, std::string_view bytes, Diagnostics& diagnostics) {
  const fs::path published = published_.dir / url;
  const fs::path staged = staged_path(url);
  const bool same = file_holds(published, bytes) && ::link(published.c_str(), staged.c_str()) == 0;
  if (!same && !write_file(staged, bytes, diagnostics)) return false;
  record(url, {sha256_hex(bytes), bytes.size()}, !same);
  return true;
}

bool Staging::adopt(std::string_view url, Diagnostics& diagnostics) {
  const fs::path made = work_folder_ / "made" / url;
  const fs::path published = published_.dir / url;
  const fs::path staged = staged_path(url);
  std::optional<FileDigest> digest = digest_if_same(made, published);
  const bool same = digest && ::link(published.c_str(), staged.c_str()) == 0;
  if (!same) digest = digest_file(made, url, diagnostics);
  if (!digest) return false;
  if (!same && ::rename(made.c_str(), staged.c_str()) != 0) {
    report_unwritable(staged, errno, diagnostics);
    return false;
  }
  record(url, std::move(*digest), !same);
  return true;
}

bool Staging::copy(const fs::path& source, std::string_view shown_path, std::string_view url,
                   Diagnostics& diagnostics) {
  const fs::path published = published_.dir / url;
  const fs::path staged = staged_path(url);
  std::optional<FileDigest> digest = digest_if_same(source, published);
  const bool same = digest && ::link(published.c_str(), staged.c_str()) == 0;
  if (!same) digest = copy_stream(source, shown_path, staged, diagnostics);
  if (!digest) return false;
  record(url, std::move(*digest), !same);
  return true;
}

bool Staging::publish(Diagnostics& diagnostics) {
  if (!write_file(staging_dir_ / kManifestName, manifest_json(manifest_), diagnostics)) {
    return false;
  }
  if (!carry_over(published_, staging_dir_, diagnostics)) return false;
  // Beyond this point the staging folder is whole. One system call shows it to the world.
  std::error_code error;
  const fs::path& out = published_.dir;
  const bool exists = fs::exists(fs::symlink_status(out, error));
  const unsigned flags = exists ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  if (::renameat2(AT_FDCWD, staging_dir_.c_str(), AT_FDCWD, out.c_str(), flags) != 0) {
    diagnostics.add(
        "io-publish", {published_.shown, 0, 0, 0},
        fmt::format("cannot exchange the new site with the published one: {}", why(errno)),
        "the published site is as it was; build into a folder on another disk");
    return false;
  }
  if (exists) move_late_files(published_, staging_dir_);
  remove_work_folder(work_folder_);
  return true;
}

}  // namespace signpost
