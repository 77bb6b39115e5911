// Diagnostics as lines that tests compare.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace signpost {

// Returns "path:line:column rule: message | help" for each, in the order of a report.
inline std::vector<std::string> messages(Diagnostics diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics.take_sorted()) {
    lines.push_back(d.place.path + ":" + std::to_string(d.place.line) + ":" +
                    std::to_string(d.place.column) + " " + d.rule + ": " + d.message + " | " +
                    d.help);
  }
  return lines;
}

}  // namespace signpost
