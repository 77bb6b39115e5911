// Several logs as one, by time: rotated ones in any order, or those of several servers. A line that
// stands in two of them comes once.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reach/line_repeats.h"
#include "reach/log_file.h"
#include "reach/log_likeness.h"
#include "reach/log_line.h"
#include "reach/log_parser.h"

namespace signpost {

// What was found in one log. `first_malformed` and `first_control` are numbers of lines, 0: none.
struct LogCounts {
  std::string name;
  std::uint64_t lines = 0;
  std::uint64_t requests = 0;
  std::uint64_t malformed = 0;  // with those of control characters
  std::uint64_t first_malformed = 0;
  std::uint64_t controls = 0;       // lines that hold control characters
  std::uint64_t repeated = 0;       // requests that stand in another log, too
  std::size_t repeats = 0;          // the index of the first such log
  std::optional<LogFormat> format;  // of the newest request
  LogLikeness likeness;             // of the first malformed line
  LogRead end = LogRead::kEnd;      // how the reading ended
};

class LogMerge {
 public:
  // `paths` may hold "-" once. Looks at the first moment of each log; one is opened only when its
  // turn comes, so that a year of daily logs needs no more memory than a day. Only lines of
  // `format` are read, of any where nothing is given.
  explicit LogMerge(const std::vector<std::string>& paths,
                    std::optional<LogFormat> format = std::nullopt);

  // Returns the earliest line that has not been given out, nullptr at the end. Within a log the
  // order stays as written. The line is valid until the next call.
  const LogLine* next();

  // Of each log, in the order of the paths; whole after next() has returned nullptr.
  [[nodiscard]] std::vector<LogCounts> counts() const;

 private:
  struct Source {
    LogCounts counts;
    std::optional<std::chrono::sys_seconds> first;  // nothing: no valid line
    std::optional<LogFile> file;
    std::optional<LogParser> parser;
    LogLine line;
  };

  // Reads on to the next valid line of the source; false, and closed, at its end.
  static bool advance(Source& source);
  void open(Source& source) const;
  // Makes `given_` the source with the earliest line; false at the end.
  bool choose_next();
  bool is_repeated();

  std::optional<LogFormat> format_;
  std::vector<Source> sources_;
  std::vector<std::size_t> waiting_;  // indices, the latest first
  std::vector<std::size_t> open_;
  LineRepeats repeats_;
  std::size_t given_ = 0;  // whose line was given out
  bool has_given_ = false;
};

}  // namespace signpost
