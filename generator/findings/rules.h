// The table of rules, and how a severity is settled for one diagnostic.
#pragma once

#include <cstdint>
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
// Returns whether passing time alone breaks the rule: a page to be read again, something to be
// published by a day. What is late is told, and stops nothing else from being published.
bool is_date_rule(std::string_view id);
// What makes the severity of a rule no matter of opinion: no setting changes it. kMachine: a
// failure of the machine or of the output folder (io-, output-). kPeople: a count of a few people
// can be read, which only release: in its table may let through. kPeopleInFile: the same in a
// document, which allow: of the page that offers it may let through. kPersonal: a detail of a
// person, which allow: of its page or public_contacts may. No page sets the others aside.
enum class FixedRule : std::uint8_t { kNo, kMachine, kPeople, kPeopleInFile, kPersonal };
// Returns kNo of a rule that does not exist, too.
FixedRule fixed_rule(std::string_view id);
// Returns whether allow: of a page sets such rules aside.
bool is_for_pages_to_allow(FixedRule fixed);
// Returns why nobody may change the rule, which is fixed: "is a failure of …".
std::string_view reason_of(FixedRule fixed);
// Returns what to do instead.
std::string_view help_of(FixedRule fixed);

}  // namespace signpost
