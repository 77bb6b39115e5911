#include "base/file_io.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace signpost {
namespace {

std::string error_text(int error) { return std::generic_category().message(error); }

std::string read_help(int error) {
  if (error == EACCES || error == EPERM) return "give yourself permission to read this file";
  if (error == ENOENT) return "check the file's name, or make the file";
  if (error == ELOOP) return "replace the link with the file itself";
  return {};
}

void report_no_file(std::string_view shown_path, Diagnostics& diagnostics) {
  diagnostics.add("io-read", {std::string(shown_path), 0, 0, 0},
                  fmt::format("cannot read \"{}\": it is not a file", shown_path),
                  "put an ordinary file there");
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

bool Descriptor::close() { return ::close(std::exchange(fd_, -1)) == 0; }

Descriptor open_to_read(const std::filesystem::path& path, std::string_view shown_path,
                        std::uint64_t& size_bytes, Diagnostics& diagnostics) {
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat info {};
  if (!file.is_open() || ::fstat(file.get(), &info) != 0) {
    const int error = errno;
    if (error == ENXIO) {  // a socket
      report_no_file(shown_path, diagnostics);
    } else {
      report_unreadable(shown_path, error, diagnostics);
    }
    return Descriptor();
  }
  if (!S_ISREG(info.st_mode)) {
    report_no_file(shown_path, diagnostics);
    return Descriptor();
  }
  size_bytes = static_cast<std::uint64_t>(info.st_size);
  return file;
}

Descriptor open_to_write(const std::filesystem::path& path, Diagnostics& diagnostics) {
  const auto open = [&] {
    // Never through a link, nor to a pipe that nobody reads.
    constexpr int kFlags =
        O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
    return ::open(path.c_str(), kFlags, 0644);
  };
  int fd = open();
  if (fd < 0 && errno == ENOENT) {
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error) {
      report_unwritable(path, error.value(), diagnostics);
      return Descriptor();
    }
    fd = open();
  }
  if (fd < 0) report_unwritable(path, errno, diagnostics);
  return Descriptor(fd);
}

std::int64_t read_some(int fd, char* buffer, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(fd, buffer, size);
    if (got >= 0 || errno != EINTR) return got;
  }
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

bool is_machine_error(int error) {
  constexpr std::array kErrors = {EIO, ENOMEM, EMFILE, ENFILE, ENOBUFS, ENODEV, ESTALE, ETIMEDOUT};
  return std::ranges::find(kErrors, error) != kErrors.end();
}

void report_unreadable(std::string_view shown_path, int error, Diagnostics& diagnostics) {
  diagnostics.add(
      is_machine_error(error) ? "io-machine" : "io-read", {std::string(shown_path), 0, 0, 0},
      fmt::format("cannot read \"{}\": {}", shown_path, error_text(error)), read_help(error));
}

void report_unwritable(const std::filesystem::path& path, int error, Diagnostics& diagnostics) {
  const std::string shown = path.generic_string();
  std::string help;
  if (error == EACCES || error == EPERM) help = "give yourself permission to write there";
  if (error == ELOOP) help = "replace the link with the file itself";
  if (error == ENOSPC || error == EDQUOT) help = "the disk is full: make room on it";
  diagnostics.add("io-write", {shown, 0, 0, 0},
                  fmt::format("cannot write \"{}\": {}", shown, error_text(error)),
                  std::move(help));
}

}  // namespace signpost
