// Any text as front matter: read as YAML and checked against every kind's fields.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/diagnostic.h"
#include "base/yaml.h"
#include "config/config.h"
#include "content/fields.h"
#include "kinds/kinds.h"
#include "unit/shipped_kinds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace signpost;
  static const Config kConfig = [] {
    Config made;
    made.kinds = shipped_kinds();
    return made;
  }();
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  Diagnostics diagnostics;
  const YamlNode front_matter = parse_yaml(text, "content/a.md", 2, diagnostics);
  for (const Kind& kind : kConfig.kinds.all) {
    read_fields(kind, front_matter, kConfig, Place{"content/a.md", 1, 1, 0}, diagnostics);
  }
  for (const Diagnostic& each : diagnostics.all()) assert(!each.message.empty());
  return 0;
}
