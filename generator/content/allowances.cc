#include "content/allowances.h"

#include <variant>

namespace signpost {

std::vector<Allowance> read_allowances(std::span<const Page> pages) {
  std::vector<Allowance> allowances;
  for (const Page& page : pages) {
    const FieldEntry* entry = page.find("allow");
    const auto* pairs = entry == nullptr ? nullptr : std::get_if<TextPairs>(&entry->value);
    if (pairs == nullptr) continue;
    const Place place{page.source_path, entry->line, entry->column, 0};
    for (const auto& [rule, reason] : *pairs) allowances.push_back({place, rule, reason, 0});
  }
  return allowances;
}

}  // namespace signpost
