// The staging folder beside the output, and the one atomic step that publishes it. A site that is
// being made is never seen: until `publish` the published folder is not touched, whatever happens.
#pragma once

#include <cstddef>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string_view>

#include "base/copy_stream.h"
#include "base/diagnostic.h"
#include "base/file_io.h"
#include "output/manifest.h"
#include "output/published_folder.h"

namespace signpost {

// One run's right to write to an output folder, and the files made so far. Movable, not copyable;
// when it goes without `publish`, the staging folder is removed.
class Staging {
 public:
  // Returns the staging folder for `out_dir`, locked against a second run, leftovers of a killed
  // run removed; or nothing. Reports what find_output_place, read_published_folder and
  // make_work_folder do, `output-locked` and `io-write`.
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

  // The place of `url` in a folder of this run's own, for a library that writes the file itself and
  // may leave others beside it; `adopt` then takes the file into the staging folder.
  std::filesystem::path path_for(std::string_view url) const;
  bool adopt(std::string_view url, Diagnostics& diagnostics);

  // Takes the file at `source` over as `url`, piece by piece; `shown_path` names it in `io-read`.
  bool copy(const std::filesystem::path& source, std::string_view shown_path, std::string_view url,
            Diagnostics& diagnostics);

  // A folder for this run's own use, removed with the staging folder and never published.
  [[nodiscard]] std::filesystem::path work_dir() const { return work_folder_ / "work"; }

  // Writes manifest.json, takes over what others put into the published folder, exchanges it with
  // the staging folder in one atomic step (renameat2, RENAME_EXCHANGE) and removes the old files.
  // False where that fails (`io-publish`, and what carry_over reports): the published site is then
  // as it was.
  bool publish(Diagnostics& diagnostics);

  // Number of files written or taken over, and of those that differ from what is published.
  [[nodiscard]] std::size_t file_count() const { return manifest_.size(); }
  [[nodiscard]] std::size_t changed_count() const { return changed_count_; }

 private:
  Staging(PublishedFolder published, std::filesystem::path work_folder, Descriptor lock);
  [[nodiscard]] std::filesystem::path staged_path(std::string_view url) const;
  void record(std::string_view url, FileDigest digest, bool changed);

  PublishedFolder published_;
  std::filesystem::path work_folder_;  // "": given to another
  std::filesystem::path staging_dir_;
  Descriptor lock_;
  std::mutex mutex_;  // guards the two below
  Manifest manifest_;
  std::size_t changed_count_ = 0;
};

}  // namespace signpost
