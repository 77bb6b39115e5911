// A count of people as anybody may see it: what the control of small counts has let through.
#pragma once

#include <cstdint>
#include <optional>

#include "disclosure/disclosure.h"

namespace signpost {

class ShownCount {
 public:
  // Withheld: "c".
  ShownCount() = default;
  explicit ShownCount(const SafeCell& cell);

  // Nothing where it is withheld.
  [[nodiscard]] const std::optional<std::int64_t>& count() const { return count_; }
  // Its share of all who were counted, where that is shown, too.
  [[nodiscard]] const std::optional<std::int64_t>& percent() const { return percent_; }
  // Whether the count is only near to what was counted.
  [[nodiscard]] bool is_rounded() const { return is_rounded_; }
  // Returns the count with its share of `base`, which is rounded; halves go up.
  [[nodiscard]] ShownCount with_share_of(std::int64_t base) const;

  bool operator==(const ShownCount&) const = default;

 private:
  std::optional<std::int64_t> count_, percent_;
  bool is_rounded_ = false;
};

// Returns what may be shown of a count that stands by itself: nothing can be worked out from it.
ShownCount shown_count(std::int64_t count, DisclosureProfile profile);

}  // namespace signpost
