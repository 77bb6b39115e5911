// System calls on files, with their failures as io- diagnostics: what files.h and copy_stream.h are
// made of. Never waits: a pipe or a device is refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace signpost {

// Owns a POSIX file descriptor; -1 is none. Movable.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }
  [[nodiscard]] int get() const { return fd_; }
  // Closes now, so that a late write error is seen; false, with errno, on failure.
  [[nodiscard]] bool close();

 private:
  int fd_;
};

// Returns the ordinary file at `path`, open for reading, and its size in bytes at `size_bytes`; or
// none, reported at `shown_path`.
Descriptor open_to_read(const std::filesystem::path& path, std::string_view shown_path,
                        std::uint64_t& size_bytes, Diagnostics& diagnostics);
// Returns the file at `path`, empty, open for writing, its folder made; or none, reported.
Descriptor open_to_write(const std::filesystem::path& path, Diagnostics& diagnostics);

// Reads up to `size` bytes; returns their number, 0 at the end, or -1 with errno.
std::int64_t read_some(int fd, char* buffer, std::size_t size);
// Writes all bytes; returns 0 or errno.
int write_all(int fd, std::string_view bytes);

// Returns whether no change to the site's files mends this errno: a broken disk, no memory, too
// many open files.
bool is_machine_error(int error);
// Report a failure by its errno: `io-machine` for those, else `io-read`; `io-write`.
void report_unreadable(std::string_view shown_path, int error, Diagnostics& diagnostics);
void report_unwritable(const std::filesystem::path& path, int error, Diagnostics& diagnostics);

}  // namespace signpost
