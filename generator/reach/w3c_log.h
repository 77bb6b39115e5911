// Lines of the W3C Extended Log File Format (working draft WD-logfile-960323), as IIS writes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reach/log_line.h"

namespace signpost {

// What the fields of a log mean. A "#Fields:" line holds until the next one.
class W3cFields {
 public:
  // Takes a line that begins with '#': "#Fields:" and "#Date:" count, the others say nothing.
  void read_directive(std::string_view text);

  // Returns the request of a line, nothing where it is none or its fields are not known.
  // Moments are UTC, "-" is nothing, '+' in agents and hosts a space. What it points to is valid
  // until the next call and as long as `text`.
  std::optional<LogLine> parse(std::string_view text);

  // Whether a "#Fields:" line has come.
  [[nodiscard]] bool are_known() const { return are_known_; }
  // Returns the field without which nothing can be counted ("c-ip"), "" where all are there.
  [[nodiscard]] std::string_view missing() const;

 private:
  // The places of the fields in a line, counted from 1; 0: not logged.
  struct Places {
    std::size_t date = 0, time = 0, address = 0, host = 0, method = 0, stem = 0, target = 0,
                status = 0, agent = 0, referrer = 0;
  };

  [[nodiscard]] bool split(std::string_view text);
  [[nodiscard]] std::string_view value(std::size_t place) const;

  Places places_;
  std::size_t field_count_ = 0;
  bool are_known_ = false;
  std::string date_;                      // of the newest "#Date:"
  std::vector<std::string_view> values_;  // of the line
  std::string agent_, moment_;
};

}  // namespace signpost
