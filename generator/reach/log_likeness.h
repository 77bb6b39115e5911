// What a log looks like that cannot be read, and what to do about it.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// `what` goes on after "looks like "; `help` says what to choose or type instead.
struct LogLikeness {
  std::string what, help;
};

// Returns what wrote the line, by the signs that its formats have; where nothing is known, "a
// format of its own". `missing` is what the line lacked (LogParser::missing). No part of the line
// is in the result.
LogLikeness log_likeness(std::string_view line, std::string_view missing);

}  // namespace signpost
