#include "output/staging.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"
#include "base/hash.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

constexpr char kManifestName[] = "manifest.json";
constexpr std::uint64_t kNoLimit = std::uint64_t{1} << 40;

// A name beside the output that no page can have: ".public.staging".
fs::path beside(const fs::path& out_dir, std::string_view ending) {
  return out_dir.parent_path() / fmt::format(".{}.{}", out_dir.filename().string(), ending);
}

// The output folder as an absolute path with links followed, so that a linked folder is exchanged
// where it really is.
fs::path real_path(const fs::path& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(fs::absolute(path), error);
  if (error) real = fs::absolute(path).lexically_normal();
  return real.has_filename() ? real : real.parent_path();
}

bool is_inside(const fs::path& inner, const fs::path& outer) {
  const fs::path relative = inner.lexically_relative(outer);
  return !relative.empty() && *relative.begin() != "..";
}

std::string why(int error_number) { return std::generic_category().message(error_number); }

// Whether the folder may be replaced: absent, empty, or made by a build (it has a manifest).
bool is_replaceable(const fs::path& out_dir) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(out_dir, error))) return true;
  if (!fs::is_directory(out_dir, error)) return false;
  return fs::is_empty(out_dir, error) || fs::is_regular_file(out_dir / kManifestName, error);
}

// Reads up to the size of `expected` and tells whether the file holds exactly these bytes.
bool file_holds(const fs::path& path, std::string_view expected) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return false;
  struct stat status {};
  bool same = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
              static_cast<std::uint64_t>(status.st_size) == expected.size();
  std::array<char, 65536> buffer{};
  std::size_t offset = 0;
  while (same && offset < expected.size()) {
    const ssize_t count = ::read(fd, buffer.data(), buffer.size());
    same =
        count > 0 && offset + static_cast<std::size_t>(count) <= expected.size() &&
        std::memcmp(buffer.data(), expected.data() + offset, static_cast<std::size_t>(count)) == 0;
    if (same) offset += static_cast<std::size_t>(count);
  }
  ::close(fd);
  return same;
}

}  // namespace

std::string manifest_json(const Manifest& manifest) {
  std::string json = "{\n  \"files\": [";
  std::string_view separator = "\n";
  for (const auto& [path, entry] : manifest) {
    // Site addresses hold letters, digits and "-._/" only (content/ checks names), so no escapes.
    json += fmt::format("{}    {{\"path\": \"{}\", \"sha256\": \"{}\", \"size\": {}}}", separator,
                        path, entry.sha256, entry.size_bytes);
    separator = ",\n";
  }
  json += "\n  ]\n}\n";
  return json;
}

Staging::Staging(fs::path out_dir, int lock_fd)
    : out_dir_(std::move(out_dir)),
      staging_dir_(beside(out_dir_, "staging")),
      work_dir_(beside(out_dir_, "work")),
      lock_fd_(lock_fd) {}

Staging::Staging(Staging&& other) noexcept
    : out_dir_(std::move(other.out_dir_)),
      staging_dir_(std::move(other.staging_dir_)),
      work_dir_(std::move(other.work_dir_)),
      lock_fd_(std::exchange(other.lock_fd_, -1)),
      manifest_(std::move(other.manifest_)),
      changed_count_(other.changed_count_) {}

Staging::~Staging() {
  if (lock_fd_ < 0) return;
  std::error_code ignored;
  fs::remove_all(staging_dir_, ignored);
  fs::remove_all(work_dir_, ignored);
  ::close(lock_fd_);  // gives the lock back
}

std::optional<Staging> Staging::open(const fs::path& out_dir, const fs::path& site_dir,
                                     Diagnostics& diagnostics) {
  const fs::path out = real_path(out_dir);
  const Place place{out_dir.generic_string(), 0, 0, 0};
  const fs::path site = real_path(site_dir);
  if (is_inside(site, out) || is_inside(out, site / "content") || is_inside(out, site / "themes")) {
    diagnostics.add("output-overlaps", place,
                    fmt::format("the output folder \"{}\" holds or is part of the site's own files",
                                out_dir.generic_string()),
                    "give another folder with --out, such as \"public\"");
    return std::nullopt;
  }
  if (!is_replaceable(out)) {
    diagnostics.add("output-not-ours", place,
                    fmt::format("\"{}\" holds files that no build made", out_dir.generic_string()),
                    "give an empty or new folder with --out, or move these files away");
    return std::nullopt;
  }
  std::error_code error;
  fs::create_directories(out.parent_path(), error);
  const fs::path lock_path = beside(out, "lock");
  const int lock_fd = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock_fd < 0) {
    diagnostics.add("io-write", place,
                    fmt::format("cannot write beside the output folder \"{}\": {}",
                                out_dir.generic_string(), why(errno)),
                    "check that the folder above it exists and that you may write there");
    return std::nullopt;
  }
  if (::flock(lock_fd, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_fd);
    diagnostics.add("output-locked", place,
                    fmt::format("another build is writing to \"{}\" now", out_dir.generic_string()),
                    "wait until it has finished, or give another folder with --out");
    return std::nullopt;
  }
  Staging staging(out, lock_fd);
  for (const fs::path& folder : {staging.work_dir_, staging.staging_dir_}) {
    fs::remove_all(folder, error);  // what a killed run left
    fs::create_directory(folder, error);
  }
  if (error) {
    diagnostics.add("io-write", place,
                    fmt::format("cannot make the folder \"{}\": {}",
                                staging.staging_dir_.filename().string(), error.message()),
                    "check that you may write beside the output folder");
    return std::nullopt;
  }
  return staging;
}

fs::path Staging::path_for(std::string_view url) const {
  fs::path path = staging_dir_ / url;
  std::error_code ignored;  // the write that follows reports it
  fs::create_directories(path.parent_path(), ignored);
  return path;
}

void Staging::record(std::string_view url, std::string_view bytes, bool changed) {
  ManifestEntry entry{sha256_hex(bytes), bytes.size()};
  const std::lock_guard lock(mutex_);
  manifest_.insert_or_assign(std::string(url), std::move(entry));
  if (changed) ++changed_count_;
}

bool Staging::write(std::string_view url, std::string_view bytes, Diagnostics& diagnostics) {
  const fs::path published = out_dir_ / url;
  const fs::path staged = path_for(url);
  const bool same = file_holds(published, bytes) && ::link(published.c_str(), staged.c_str()) == 0;
  if (!same && !write_file(staged, bytes, diagnostics)) return false;
  record(url, bytes, !same);
  return true;
}

bool Staging::adopt(std::string_view url, Diagnostics& diagnostics) {
  const fs::path staged = staging_dir_ / url;
  const std::optional<std::string> bytes = read_file(staged, url, kNoLimit, diagnostics);
  if (!bytes) return false;
  const fs::path published = out_dir_ / url;
  bool same = file_holds(published, *bytes);
  if (same) {
    const fs::path linked = staged.string() + ".same";
    same = ::link(published.c_str(), linked.c_str()) == 0 &&
           ::rename(linked.c_str(), staged.c_str()) == 0;
  }
  record(url, *bytes, !same);
  return true;
}

bool Staging::copy(const fs::path& source, std::string_view shown_path, std::string_view url,
                   Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = read_file(source, shown_path, kNoLimit, diagnostics);
  return bytes && write(url, *bytes, diagnostics);
}

bool Staging::publish(Diagnostics& diagnostics) {
  if (!write_file(staging_dir_ / kManifestName, manifest_json(manifest_), diagnostics)) {
    return false;
  }
  // Beyond this point the staging folder is whole. One system call shows it to the world.
  std::error_code error;
  const bool exists = fs::exists(out_dir_, error);
  const unsigned flags = exists ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  if (::renameat2(AT_FDCWD, staging_dir_.c_str(), AT_FDCWD, out_dir_.c_str(), flags) != 0) {
    diagnostics.add(
        "io-publish", {out_dir_.generic_string(), 0, 0, 0},
        fmt::format("cannot exchange the new site with the published one: {}", why(errno)),
        "the published site is as it was; build into a folder on another disk");
    return false;
  }
  fs::remove_all(staging_dir_, error);  // now holds the site published before
  return true;
}

}  // namespace signpost
