// The lines of one log file, plain or gzip, read as a stream. The only unit here that includes
// zlib.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace signpost {

enum class LogRead : std::uint8_t {
  kLine,
  kTooLong,  // a line of more than kLongestLine bytes, skipped
  kEnd,
  kDamaged,    // the compressed data is broken or cut off
  kUnreadable  // the machine cannot read it
};

// The longest line that is read. Web servers accept requests of about 8 KiB and write a byte as
// four ("\x22"); three fields of that size are far more than a visitor's browser sends.
inline constexpr std::size_t kLongestLine = std::size_t{64} * 1024;

class LogFile {
 public:
  // Opens the file, or the standard input where `path` is "-". Whether it is gzip is seen from its
  // first bytes; the parts of a joined gzip file (RFC 1952, section 2.2) are read one after
  // another.
  explicit LogFile(const std::string& path);
  ~LogFile();
  LogFile(LogFile&&) noexcept;
  LogFile& operator=(LogFile&&) noexcept;
  LogFile(const LogFile&) = delete;
  LogFile& operator=(const LogFile&) = delete;

  // Sets `line` to the next line, without its end; it is valid until the next call.
  LogRead next(std::string_view& line);

 private:
  struct Stream;

  // Reads more bytes; false at the end or on failure.
  bool fill();
  [[nodiscard]] LogRead end() const;

  std::unique_ptr<Stream> stream_;
  std::string buffer_;
  std::size_t begin_ = 0;     // of what has not been given out
  std::size_t searched_ = 0;  // bytes after begin_ without a line end
};

}  // namespace signpost
