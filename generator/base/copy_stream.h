// Copies and compares files piece by piece: a film of gigabytes takes no more memory than a letter.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace signpost {

// What tells one file's bytes from another's.
struct FileDigest {
  std::string sha256;  // 64 hexadecimal digits
  std::uint64_t size_bytes = 0;

  bool operator==(const FileDigest&) const = default;
};

// Returns the digest of the file's bytes; or nothing, and `io-read` or `io-machine` at
// `shown_path`.
std::optional<FileDigest> digest_file(const std::filesystem::path& path,
                                      std::string_view shown_path, Diagnostics& diagnostics);

// Writes the bytes of `source` to `target`, its folder made, and returns their digest; or nothing,
// with `io-read` or `io-machine` at `shown_path` or `io-write` at the target.
std::optional<FileDigest> copy_stream(const std::filesystem::path& source,
                                      std::string_view shown_path,
                                      const std::filesystem::path& target,
                                      Diagnostics& diagnostics);

// Returns the digest of two ordinary files with the same bytes; nothing where they differ, one of
// them is missing or cannot be read, or `published` is a link.
std::optional<FileDigest> digest_if_same(const std::filesystem::path& source,
                                         const std::filesystem::path& published);

}  // namespace signpost
