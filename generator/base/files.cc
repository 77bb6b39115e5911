#include "base/files.h"

#include <algorithm>
#include <cerrno>

#include <fmt/format.h>

#include "base/file_io.h"

namespace signpost {
namespace {

// Appends what is left of the file, at most `limit` bytes; errno or 0.
int read_all(int fd, std::uint64_t limit, std::string& bytes) {
  constexpr std::size_t kStep = 65536;
  while (bytes.size() < limit) {
    const std::size_t before = bytes.size();
    const std::size_t free = bytes.capacity() - before;
    const std::size_t room = free > 0 ? free : kStep;
    bytes.resize(before + std::min<std::size_t>(room, limit - before));
    const std::int64_t got = read_some(fd, bytes.data() + before, bytes.size() - before);
    const int error = got < 0 ? errno : 0;
    bytes.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got <= 0) return error;
  }
  return 0;
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path, std::string_view shown_path,
                                     std::uint64_t max_bytes, Diagnostics& diagnostics) {
  std::uint64_t size_bytes = 0;
  const Descriptor file = open_to_read(path, shown_path, size_bytes, diagnostics);
  if (!file.is_open()) return std::nullopt;
  std::string bytes;
  // One byte more than the size in one read: the second read then only sees the end.
  bytes.reserve(std::min<std::uint64_t>(size_bytes, max_bytes) + 1);
  if (const int error = read_all(file.get(), max_bytes + 1, bytes); error != 0) {
    report_unreadable(shown_path, error, diagnostics);
    return std::nullopt;
  }
  if (bytes.size() > max_bytes) {
    diagnostics.add(
        "file-too-large", {std::string(shown_path), 0, 0, 0},
        fmt::format("\"{}\" is larger than {} bytes, the most that is read", shown_path, max_bytes),
        "split the file into smaller ones");
    return std::nullopt;
  }
  return bytes;
}

bool write_file(const std::filesystem::path& path, std::string_view bytes,
                Diagnostics& diagnostics) {
  Descriptor file = open_to_write(path, diagnostics);
  if (!file.is_open()) return false;
  int error = write_all(file.get(), bytes);
  if (!file.close() && error == 0) error = errno;
  if (error != 0) report_unwritable(path, error, diagnostics);
  return error == 0;
}

}  // namespace signpost
