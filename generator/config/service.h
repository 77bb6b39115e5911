// The part of site-config.yaml that says who runs the service and how to reach it.
#pragma once

#include "base/yaml_map.h"
#include "config/config.h"

namespace signpost {

// Returns the service, with the best values where there are mistakes. Reports config- rules.
Service read_service(const YamlNode& node, const YamlMapSource& source, Diagnostics& diagnostics);

}  // namespace signpost
