#include "base/copy_stream.h"

#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>

#include "base/file_io.h"
#include "base/hash.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPieceBytes = std::size_t{256} * 1024;

// Reads until the buffer is full or the file ends; returns the bytes, or -1 with errno.
std::int64_t read_piece(int fd, std::vector<char>& buffer) {
  std::size_t filled = 0;
  while (filled < buffer.size()) {
    const std::int64_t got = read_some(fd, buffer.data() + filled, buffer.size() - filled);
    if (got < 0) return got;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return static_cast<std::int64_t>(filled);
}

// Digests what is left of `source`, and writes it to `target` where that is open. Returns nothing
// on a failure, with errno at the one that failed.
std::optional<FileDigest> pass_on(int source, int target, int& read_error, int& write_error) {
  std::vector<char> buffer(kPieceBytes);
  Sha256 hash;
  FileDigest digest;
  for (;;) {
    const std::int64_t got = read_piece(source, buffer);
    if (got < 0) read_error = errno;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    const std::string_view piece(buffer.data(), static_cast<std::size_t>(got));
    hash.add(piece);
    digest.size_bytes += piece.size();
    if (target >= 0) write_error = write_all(target, piece);
    if (write_error != 0) return std::nullopt;
  }
  digest.sha256 = hash.finish_hex();
  return digest;
}

// `flags`: O_NOFOLLOW, or 0.
Descriptor open_plain(const fs::path& path, int flags, std::uint64_t& size_bytes) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags));
  struct stat info {};
  if (!file.is_open() || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
    return Descriptor();
  }
  size_bytes = static_cast<std::uint64_t>(info.st_size);
  return file;
}

}  // namespace

std::optional<FileDigest> digest_file(const fs::path& path, std::string_view shown_path,
                                      Diagnostics& diagnostics) {
  std::uint64_t size_bytes = 0;
  const Descriptor file = open_to_read(path, shown_path, size_bytes, diagnostics);
  if (!file.is_open()) return std::nullopt;
  int read_error = 0;
  int write_error = 0;
  std::optional<FileDigest> digest = pass_on(file.get(), -1, read_error, write_error);
  if (read_error != 0) report_unreadable(shown_path, read_error, diagnostics);
  return digest;
}

std::optional<FileDigest> copy_stream(const fs::path& source, std::string_view shown_path,
                                      const fs::path& target, Diagnostics& diagnostics) {
  std::uint64_t size_bytes = 0;
  const Descriptor from = open_to_read(source, shown_path, size_bytes, diagnostics);
  if (!from.is_open()) return std::nullopt;
  Descriptor to = open_to_write(target, diagnostics);
  if (!to.is_open()) return std::nullopt;
  int read_error = 0;
  int write_error = 0;
  std::optional<FileDigest> digest = pass_on(from.get(), to.get(), read_error, write_error);
  if (!to.close() && write_error == 0) write_error = errno;
  if (read_error != 0) report_unreadable(shown_path, read_error, diagnostics);
  if (write_error != 0) report_unwritable(target, write_error, diagnostics);
  if (read_error != 0 || write_error != 0) return std::nullopt;
  return digest;
}

std::optional<FileDigest> digest_if_same(const fs::path& source, const fs::path& published) {
  std::uint64_t source_size = 0;
  std::uint64_t published_size = 0;
  const Descriptor first = open_plain(source, 0, source_size);
  const Descriptor second = open_plain(published, O_NOFOLLOW, published_size);
  if (!first.is_open() || !second.is_open() || source_size != published_size) return std::nullopt;
  std::vector<char> left(kPieceBytes);
  std::vector<char> right(kPieceBytes);
  Sha256 hash;
  FileDigest digest;
  for (;;) {
    const std::int64_t got = read_piece(first.get(), left);
    if (got < 0 || read_piece(second.get(), right) != got) return std::nullopt;
    if (got == 0) break;
    const auto size = static_cast<std::size_t>(got);
    if (std::memcmp(left.data(), right.data(), size) != 0) return std::nullopt;
    hash.add({left.data(), size});
    digest.size_bytes += size;
  }
  digest.sha256 = hash.finish_hex();
  return digest;
}

}  // namespace signpost
