// Lines that stand in more than one log: copies, rotated ones, logs that overlap.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "reach/log_line.h"

namespace signpost {

// Remembers the lines of the last 5 minutes as hashes of address, moment, request, status and
// agent.
class LineRepeats {
 public:
  // Returns the log that the line was first seen in, if another than `source` has had it as often:
  // then it is no visit of its own. Two lines of one log may be alike. A new line is remembered
  // where `remembers`; lines come by time.
  std::optional<std::size_t> seen_before(const LogLine& line, std::size_t source, bool remembers);

  [[nodiscard]] bool is_empty() const { return lines_.empty(); }

 private:
  struct Seen {
    std::size_t first_source = 0;
    std::vector<std::pair<std::size_t, std::uint32_t>> counts;  // of each source
    std::uint32_t given = 0;                                    // the greatest of them
  };

  void forget_old();

  std::unordered_map<std::uint64_t, Seen> lines_;
  std::deque<std::pair<std::chrono::sys_seconds, std::uint64_t>> order_;
  std::chrono::sys_seconds newest_{};
};

}  // namespace signpost
