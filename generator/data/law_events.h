// Changes of the law from content/_data/law-events.yaml: the pages that they may have made wrong
// are reported until somebody has checked them.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/yaml.h"
#include "config/config.h"

namespace signpost {

struct LawEvent {
  std::string id;                   // "education-for-all-bill"; "" where pages cannot name it
  std::string event;                // "the Children's Wellbeing and Schools Act 2026 became law"
  Date date;                        // may be in the future: not in force yet, nothing to check
  std::vector<std::string> topics;  // ids of site-config.yaml
  std::string what, source;
  bool proposed = false;  // a plan of the government, not law
};

// Returns the events of the file at `path`, in its order; what is wrong is left out. Reports data-
// rules.
std::vector<LawEvent> read_law_events(const YamlNode& root, const std::string& path,
                                      const Config& config, Diagnostics& diagnostics);

}  // namespace signpost
