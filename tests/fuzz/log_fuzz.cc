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
#include "reach/log_likeness.h"
#include "reach/log_parser.h"
#include "reach/reach_tables.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  signpost::ReachOptions options;
  options.make_salt = [] { return "salt"; };
  signpost::ReachCounter counter(options);
  signpost::LogParser parser(std::nullopt);
  for (const std::string_view part : signpost::split(text, '\n')) {
    signpost::LogLine line;
    if (parser.parse(part, line) == signpost::LineKind::kRequest) {
      counter.add(line);
    } else {
      assert(!signpost::log_likeness(part, parser.missing()).help.empty());
    }
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
