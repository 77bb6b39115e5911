// The part of site-config.yaml about visits: `reach:`.
#pragma once

#include "base/yaml_map.h"
#include "config/config.h"

namespace signpost {

// Returns which hosts are this website's own, and only its staff's. Reports config- rules.
ReachSettings read_reach(const YamlNode& node, const YamlMapSource& source,
                         Diagnostics& diagnostics);

}  // namespace signpost
