// Several logs as one, by time: rotated ones in any order, or those of several servers.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reach/log_file.h"
#include "reach/log_line.h"

namespace signpost {

// What was found in one log. `first_malformed` is the number of the line, 0: none.
struct LogCounts {
  std::string name;
  std::uint64_t lines = 0;
  std::uint64_t malformed = 0;
  std::uint64_t first_malformed = 0;
  LogRead end = LogRead::kEnd;  // how the reading ended
};

class LogMerge {
 public:
  // `paths` may hold "-" once. Looks at the first moment of each log; one is opened only when its
  // turn comes, so that a year of daily logs needs no more memory than a day.
  explicit LogMerge(const std::vector<std::string>& paths);

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
    LogLine line;
  };

  // Reads on to the next valid line of the source; false, and closed, at its end.
  static bool advance(Source& source);
  static void look_ahead(Source& source);

  std::vector<Source> sources_;
  std::vector<std::size_t> waiting_;  // indices, the latest first
  std::vector<std::size_t> open_;
  std::size_t given_ = 0;  // whose line was given out
  bool has_given_ = false;
};

}  // namespace signpost
