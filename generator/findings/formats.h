// The three formats of findings: text with excerpts of the source, JSON lines, GitHub annotations.
// Called by findings.cc only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "findings/findings.h"

namespace signpost {

// Returns "error", "warning", "info" or "off".
std::string_view severity_name(Severity severity);

// Returns the findings as people read them, each with its line of the source below `site_dir`.
std::string findings_as_text(const Findings& findings, const std::filesystem::path& site_dir);
// Returns one JSON object a line: each finding, each rule set aside, then the summary.
std::string findings_as_json(const Findings& findings);
// Returns GitHub's workflow commands (::error file=…::…) and the summary line.
std::string findings_as_github(const Findings& findings);

}  // namespace signpost
