// Any bytes as lines of an access log: read, counted and written as tables that YAML can read.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/yaml.h"
#include "reach/counter.h"
#include "reach/log_line.h"
#include "reach/reach_tables.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  signpost::ReachOptions options;
  options.make_salt = [] { return "salt"; };
  signpost::ReachCounter counter(options);
  for (const std::string_view part : signpost::split(text, '\n')) {
    const std::optional<signpost::LogLine> line = signpost::parse_log_line(part);
    if (line) counter.add(*line);
  }
  const signpost::Reach reach = counter.result();
  assert(reach.total.sessions <= reach.total.page_views);
  assert(reach.total.daily_visitors <= reach.total.page_views);
  if (!reach.first) return 0;
  for (const signpost::ReachTable& table : signpost::reach_tables(reach, {})) {
    if (table.rows.size() > 1000) return 0;  // months of centuries
    const std::string yaml = signpost::reach_yaml(table, {*reach.first, *reach.last});
    signpost::Diagnostics diagnostics;
    signpost::parse_yaml(yaml, "reach.yaml", 1, diagnostics);
    assert(diagnostics.empty());
  }
  return 0;
}
