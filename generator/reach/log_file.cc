#include "reach/log_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

namespace signpost {
namespace {

constexpr unsigned kStep = 64U * 1024;

}  // namespace

struct LogFile::Stream {
  gzFile file = nullptr;

  explicit Stream(gzFile opened) : file(opened) {}
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() {
    if (file != nullptr) ::gzclose_r(file);
  }
};

LogFile::LogFile(const std::string& path) {
  const int fd =
      path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  gzFile file = fd < 0 ? nullptr : ::gzdopen(fd, "rb");
  if (file == nullptr && fd >= 0) ::close(fd);
  stream_ = std::make_unique<Stream>(file);
}

LogFile::~LogFile() = default;
LogFile::LogFile(LogFile&&) noexcept = default;
LogFile& LogFile::operator=(LogFile&&) noexcept = default;

bool LogFile::fill() {
  if (stream_->file == nullptr) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kStep);
  const int got = ::gzread(stream_->file, buffer_.data() + before, kStep);
  buffer_.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
  return got > 0;
}

LogRead LogFile::end() const {
  if (stream_->file == nullptr) return LogRead::kUnreadable;
  int error = Z_OK;
  ::gzerror(stream_->file, &error);
  // Z_BUF_ERROR: the file ends within the compressed data.
  if (error == Z_OK || error == Z_STREAM_END) return LogRead::kEnd;
  return error == Z_ERRNO || error == Z_MEM_ERROR ? LogRead::kUnreadable : LogRead::kDamaged;
}

LogRead LogFile::next(std::string_view& line) {
  bool is_long = false;
  for (;;) {
    const std::size_t found = buffer_.find('\n', begin_ + searched_);
    if (found != buffer_.npos) {
      line = std::string_view(buffer_).substr(begin_, found - begin_);
      begin_ = found + 1;
      searched_ = 0;
      if (is_long || line.size() > kLongestLine) return LogRead::kTooLong;
      if (line.ends_with('\r')) line.remove_suffix(1);
      return LogRead::kLine;
    }
    searched_ = buffer_.size() - begin_;
    if (searched_ > kLongestLine) {  // forget it: only its end matters now
      is_long = true;
      begin_ = buffer_.size();
      searched_ = 0;
    }
    if (fill()) continue;
    const LogRead reason = end();
    if (reason != LogRead::kEnd) return reason;
    line = std::string_view(buffer_).substr(begin_);
    begin_ = buffer_.size();
    searched_ = 0;
    if (is_long) return LogRead::kTooLong;
    return line.empty() ? LogRead::kEnd : LogRead::kLine;
  }
}

}  // namespace signpost
