// The staging folder beside the output, and the one atomic step that publishes it. A site that is
// being made is never seen: until `publish` the published folder is not touched, whatever happens.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace signpost {

// Size and hash of one published file, as manifest.json lists it.
struct ManifestEntry {
  std::string sha256;  // 64 hexadecimal digits
  std::uint64_t size_bytes = 0;
};

using Manifest = std::map<std::string, ManifestEntry, std::less<>>;

// Returns manifest.json: every file with its SHA-256 and size, sorted by path.
std::string manifest_json(const Manifest& manifest);

// One run's right to write to an output folder, and the files made so far. Movable, not copyable;
// when it goes without `publish`, the staging folder is removed.
class Staging {
 public:
  // Returns the staging folder for `out_dir`, locked against a second run, leftovers of a killed
  // run removed; or nothing. Reports `output-locked`, `output-not-ours` (a folder with files that
  // no build made), `output-overlaps` (it would swallow `site_dir`'s sources) and `io-write`.
  static std::optional<Staging> open(const std::filesystem::path& out_dir,
                                     const std::filesystem::path& site_dir,
                                     Diagnostics& diagnostics);
  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  Staging(const Staging&) = delete;
  ~Staging();

  // Writes the file at the site address `url`. A file that is published with the same bytes already
  // is taken over as it is, time stamp included. Safe from several threads. False and `io-write`
  // where it cannot be written.
  bool write(std::string_view url, std::string_view bytes, Diagnostics& diagnostics);

  // The place in the staging folder of `url`, its folder made, for a library that writes the file
  // itself; `adopt` then takes it into the manifest.
  std::filesystem::path path_for(std::string_view url) const;
  bool adopt(std::string_view url, Diagnostics& diagnostics);

  // Takes the file at `source` over as `url`; `shown_path` names it in `io-read`.
  bool copy(const std::filesystem::path& source, std::string_view shown_path, std::string_view url,
            Diagnostics& diagnostics);

  // A folder for this run's own use, removed with the staging folder and never published.
  [[nodiscard]] const std::filesystem::path& work_dir() const { return work_dir_; }

  // Writes manifest.json and exchanges the staging folder with the published one in one atomic step
  // (renameat2, RENAME_EXCHANGE), then removes the old files. False and `io-publish` where that
  // fails: the published site is then as it was.
  bool publish(Diagnostics& diagnostics);

  // Number of files written or taken over, and of those that differ from what is published.
  [[nodiscard]] std::size_t file_count() const { return manifest_.size(); }
  [[nodiscard]] std::size_t changed_count() const { return changed_count_; }

 private:
  Staging(std::filesystem::path out_dir, int lock_fd);
  void record(std::string_view url, std::string_view bytes, bool changed);

  std::filesystem::path out_dir_;
  std::filesystem::path staging_dir_;
  std::filesystem::path work_dir_;
  int lock_fd_ = -1;
  std::mutex mutex_;  // guards the two below
  Manifest manifest_;
  std::size_t changed_count_ = 0;
};

}  // namespace signpost
