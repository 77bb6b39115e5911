// Lines of a log in any of the formats that can be counted, each seen from the line itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "reach/json_log.h"
#include "reach/log_format.h"
#include "reach/log_line.h"
#include "reach/w3c_log.h"

namespace signpost {

enum class LineKind : std::uint8_t {
  kRequest,
  kNote,      // a directive of the W3C format, or what a server writes about itself
  kControl,   // is_broken_line: not read
  kMalformed  // none of the formats, or not the one that was asked for
};

// Reads the lines of one log, in order.
class LogParser {
 public:
  // Takes lines of `format` alone; of any where nothing is given.
  explicit LogParser(std::optional<LogFormat> format) : wanted_(format) {}

  // Sets `line` where the result is kRequest; valid until the next call and as long as `text`.
  // A line without a place for the agent is malformed after one that had it: then it is a cut-off
  // line of "combined" and not one of "common".
  LineKind parse(std::string_view text, LogLine& line);

  // Returns the format of the newest request, nothing before the first.
  [[nodiscard]] std::optional<LogFormat> format() const { return seen_; }
  // Returns what the newest malformed line lacked: a field of W3C ("c-ip"), or a JSON name.
  [[nodiscard]] std::string_view missing() const { return missing_; }

 private:
  LineKind parse_json(std::string_view text, LogLine& line);
  LineKind parse_w3c(std::string_view text, LogLine& line);
  LineKind parse_clf(std::string_view text, LogLine& line);
  [[nodiscard]] bool may_be(LogFormat format) const { return !wanted_ || *wanted_ == format; }

  std::optional<LogFormat> wanted_, seen_;
  W3cFields fields_;
  JsonLogReader json_;
  bool has_agents_ = false;
  std::string_view missing_;
};

}  // namespace signpost
