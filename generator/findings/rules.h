// The table of rules, and how a severity is settled for one diagnostic.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace signpost {

struct Rule {
  std::string_view id;
  Severity severity;         // default
  std::string_view summary;  // one line for --list-rules
  std::string_view help;     // for staff: what to do
};

// All rules, sorted by id.
std::span<const Rule> all_rules();
// Returns the rule, or nullptr.
const Rule* find_rule(std::string_view id);
// Returns whether the rule is about the machine or the output folder (io-, output-): no setting
// changes its severity, and no page sets it aside.
bool is_machine_rule(std::string_view id);

}  // namespace signpost
