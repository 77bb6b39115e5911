#include "disclosure/shown_count.h"

#include <algorithm>

namespace signpost {

ShownCount::ShownCount(const SafeCell& cell)
    : is_rounded_(cell.state == CellState::kRounded && cell.value > 0) {
  if (cell.state == CellState::kShown || cell.state == CellState::kRounded) count_ = cell.value;
}

ShownCount ShownCount::with_share_of(std::int64_t base) const {
  ShownCount result = *this;
  if (count_ && base > 0) {
    result.percent_ = std::min<std::int64_t>((200 * *count_ + base) / (2 * base), 100);
  }
  return result;
}

ShownCount shown_count(std::int64_t count, DisclosureProfile profile) {
  return ShownCount(protect_counts({{{CountKind::kKnown, count}}, {}}, profile).front());
}

}  // namespace signpost
