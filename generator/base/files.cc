#include "base/files.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace signpost {
namespace {

// Owns a POSIX file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }
  // Closes now, so that a late write error is seen; false on failure.
  [[nodiscard]] bool close() {
    const int fd = fd_;
    fd_ = -1;
    return ::close(fd) == 0;
  }

 private:
  int fd_;
};

std::string reason(int error) { return std::generic_category().message(error); }

std::string read_help(int error) {
  if (error == EACCES || error == EPERM) return "give yourself permission to read this file";
  if (error == ENOENT) return "check the file's name, or make the file";
  if (error == ELOOP) return "replace the link with the file itself";
  return {};
}

void report_unreadable(std::string_view shown_path, int error, Diagnostics& diagnostics) {
  diagnostics.add("io-read", {std::string(shown_path), 0, 0, 0},
                  fmt::format("cannot read \"{}\": {}", shown_path, reason(error)),
                  read_help(error));
}

// Appends what is left of the file, at most `limit` bytes; errno or 0.
int read_all(int fd, std::uint64_t limit, std::string& bytes) {
  constexpr std::size_t kStep = 65536;
  while (bytes.size() < limit) {
    const std::size_t before = bytes.size();
    const std::size_t free = bytes.capacity() - before;
    const std::size_t room = free > 0 ? free : kStep;
    bytes.resize(before + std::min<std::size_t>(room, limit - before));
    const ssize_t got = ::read(fd, bytes.data() + before, bytes.size() - before);
    const int error = got < 0 ? errno : 0;
    bytes.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got == 0) return 0;
    if (error != 0 && error != EINTR) return error;
  }
  return 0;
}

int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

bool report_unwritable(const std::filesystem::path& path, int error, Diagnostics& diagnostics) {
  const std::string shown = path.generic_string();
  std::string help;
  if (error == EACCES || error == EPERM) help = "give yourself permission to write there";
  if (error == ENOSPC || error == EDQUOT) help = "the disk is full: make room on it";
  diagnostics.add("io-write", {shown, 0, 0, 0},
                  fmt::format("cannot write \"{}\": {}", shown, reason(error)), std::move(help));
  return false;
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path, std::string_view shown_path,
                                     std::uint64_t max_bytes, Diagnostics& diagnostics) {
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info {};
  if (file.get() < 0 || ::fstat(file.get(), &info) != 0) {
    report_unreadable(shown_path, errno, diagnostics);
    return std::nullopt;
  }
  if (!S_ISREG(info.st_mode)) {
    diagnostics.add("io-read", {std::string(shown_path), 0, 0, 0},
                    fmt::format("cannot read \"{}\": it is not a file", shown_path),
                    "put an ordinary file there");
    return std::nullopt;
  }
  std::string bytes;
  // One byte more than the size in one read: the second read then only sees the end.
  bytes.reserve(std::min<std::uint64_t>(static_cast<std::uint64_t>(info.st_size), max_bytes) + 1);
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
  const auto open_for_writing = [&] {
    return ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  };
  int fd = open_for_writing();
  if (fd < 0 && errno == ENOENT) {
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error) return report_unwritable(path, error.value(), diagnostics);
    fd = open_for_writing();
  }
  if (fd < 0) return report_unwritable(path, errno, diagnostics);
  Descriptor file(fd);
  if (const int error = write_all(file.get(), bytes); error != 0) {
    return report_unwritable(path, error, diagnostics);
  }
  if (!file.close()) return report_unwritable(path, errno, diagnostics);
  return true;
}

}  // namespace signpost
