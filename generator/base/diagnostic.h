// What is wrong, where, and what to type instead. Every stage adds to Diagnostics; the command line
// prints them at the end of a run, sorted by place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

enum class Severity : std::uint8_t { kOff, kInfo, kWarning, kError };

// A place in a file. `path` is relative to the site's folder with '/' between names
// ("content/factsheets/exclusions.md"). `line` and `column` count from 1; 0 means "not known".
// `column` counts bytes. `length` is the number of bytes to underline (0: one caret).
struct Place {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;

  bool operator==(const Place&) const = default;
};

// One finding. `rule` is a rule's id in findings/rules.cc ("link-missing-anchor"). `message` is one
// sentence, lower case, without a full stop, that names the thing in quotes. `help` says what to
// type instead (may be empty). The severity is the rule's; findings/ resolves it.
struct Diagnostic {
  std::string rule;
  Place place;
  std::string message;
  std::string help;
  long days_late = 0;  // of what has become wrong by passing time: since when

  bool operator==(const Diagnostic&) const = default;
};

// What a call found. Each parallel call has its own; the pipeline joins them in input order.
class Diagnostics {
 public:
  void add(std::string_view rule, Place place, std::string message, std::string help = "");
  // Adds a finding that passing time alone has made, so many days ago.
  void add_late(std::string_view rule, Place place, std::string message, std::string help,
                long days_late);
  void append(Diagnostics other);
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return found_; }
  [[nodiscard]] bool empty() const { return found_.empty(); }
  // Moves the findings out, sorted by path, line, column, rule, message; exact repeats once.
  [[nodiscard]] std::vector<Diagnostic> take_sorted();

 private:
  std::vector<Diagnostic> found_;
};

}  // namespace signpost
