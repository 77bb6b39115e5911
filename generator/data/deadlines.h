// Statutory time limits from content/_data/deadlines.yaml, which pages refer to.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/yaml.h"
#include "words/words.h"

namespace signpost {

// A limit is a number of a unit ("weeks", "school_days") or, where that will not do, words.
struct Deadline {
  std::string id;     // "ehc_needs_assessment.final_plan"
  std::string limit;  // "31 March of the transfer year"; "" with a unit
  std::string who, trigger, law, source;
  bool verified = false;
  std::string unit = {};
  std::uint32_t number = 0;
  std::string what = {};   // has to be done: "Tell you if it will assess."
  std::uint32_t line = 0;  // where it stands in its file
};

using Deadlines = std::map<std::string, Deadline, std::less<>>;  // by id
using DeadlineGroup = std::vector<const Deadline*>;              // in the order of the file

// Returns the time limits of the file. Reports data-*.
Deadlines read_deadlines(const YamlNode& root, const std::string& path, Diagnostics& diagnostics);

// Returns the groups of time limits by their names, such as "mediation". They point into
// `deadlines`.
std::map<std::string, DeadlineGroup, std::less<>> deadline_groups(const Deadlines& deadlines);

// Returns the limit as pages say it: "20 weeks", "15 school days", "31 March of the transfer year".
std::string limit_text(const Words& words, const Deadline& deadline);

}  // namespace signpost
