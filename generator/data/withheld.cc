#include "data/withheld.h"

#include <algorithm>

namespace signpost {

WithheldCount withheld_count(const Count& count, const SafeCell& safe, DisclosureProfile profile,
                             std::int64_t most) {
  WithheldCount result{.value = count.value};
  const std::int64_t threshold = disclosure_threshold(profile);
  switch (safe.state) {
    case CellState::kShown:
      result.known = {count.value, count.value};
      break;
    case CellState::kRounded:
      result.known = {count.value == 0 ? 0 : std::max(safe.value - 2, threshold),
                      count.value == 0 ? 0 : safe.value + 2};
      result.is_secret = count.value != 0;
      result.is_rounded = true;
      break;
    case CellState::kSmall:
      result.known = {1, threshold - 1};
      result.is_secret = true;
      break;
    case CellState::kProtecting:
      result.known = {count.value == 0 ? 0 : 1, most};
      break;
    case CellState::kWithheld:
      result.known = {1, most};
      result.has_value = false;
      result.is_secret = true;
      break;
    case CellState::kAbsent:
      result.known = {0, most};
      result.has_value = false;
      result.is_absent = true;
  }
  return result;
}

bool has_secret(const WithheldTable& table) {
  return std::any_of(table.counts.begin(), table.counts.end(),
                     [](const WithheldCount& count) { return count.is_secret; });
}

std::int64_t most_of(const CountTable& table) {
  std::int64_t most = disclosure_threshold(DisclosureProfile::kStrict);
  for (const Count& count : table.cells) most = std::max(most, count.value);
  return 10 * most;
}

}  // namespace signpost
