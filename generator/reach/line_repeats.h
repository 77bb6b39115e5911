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
// agent. A line of a format without agents is the same as one with it.
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

  // The same lines without their agents: how many logs of formats with and without it have had.
  struct Bare {
    std::size_t first_source = 0;
    std::uint32_t named = 0, nameless = 0;
  };

  void forget_old();
  // As seen_before, of a line that one log has with its agent and another without.
  std::optional<std::size_t> seen_bare(bool names_agent, std::uint64_t hash, std::size_t source,
                                       bool remembers);

  std::unordered_map<std::uint64_t, Seen> lines_;
  std::unordered_map<std::uint64_t, Bare> bare_lines_;
  std::deque<std::pair<std::chrono::sys_seconds, std::uint64_t>> order_;
  std::chrono::sys_seconds newest_{};
};

}  // namespace signpost
