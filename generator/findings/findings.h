// What the person or the CI job sees at the end of a run: diagnostics with their settled severity,
// as text, JSON lines or GitHub annotations (design section 9).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace signpost {

enum class FindingFormat : std::uint8_t { kText, kJson, kGithub };

struct FindingOptions {
  FindingFormat format = FindingFormat::kText;
  bool strict = false;             // warnings fail the run too, but those of date rules
  bool strict_dates = false;       // date rules that are errors are so once the grace is over
  std::uint32_t grace_days = 60;   // after which something late is more than a warning
  std::filesystem::path site_dir;  // where the lines for the excerpts are read
  std::string base_url;            // with `strict` and https://, placeholders are errors
  std::map<std::string, Severity> severities;  // `checks:` of site-config.yaml
};

struct Finding {
  Diagnostic diagnostic;
  Severity severity = Severity::kError;
};

// A rule that a page set aside by `allow:`, at the place where it does so. `count`: how often it
// would have been reported.
struct Allowance {
  Place place;
  std::string rule, reason;
  std::size_t count = 0;
};

struct Findings {
  std::vector<Finding> all;  // sorted by place, without those that are off
  std::vector<Allowance> allowed;
  std::size_t errors = 0, warnings = 0, infos = 0;
  std::size_t late = 0;         // of the warnings, those of date rules
  bool machine_failed = false;  // a write or publish failure is among them
};

// Returns the findings with their severities: the rule's default, else `severities`; a rule that
// the table does not know is an error. `allowances` set rules aside; reports allow-unknown-rule and
// allow-unused.
Findings resolve_findings(Diagnostics diagnostics, std::vector<Allowance> allowances,
                          const FindingOptions& options);

// Returns the whole output, ending in one summary line (kJson: a summary object). Control
// characters are shown as escapes.
std::string format_findings(const Findings& findings, const FindingOptions& options);

// Returns "2 errors, 1 warning, no suggestions".
std::string summary_line(const Findings& findings);

// Returns 0 clean, 1 errors (with `strict` warnings too, but for what is only late), 3 a failure of
// the machine.
int exit_code(const Findings& findings, const FindingOptions& options);

// Returns the table of rules as text for --list-rules.
std::string format_rule_list();

}  // namespace signpost
