// Of how many people percentages are, where nobody says it: percentages with digits after the point
// fit few numbers of people, so that small counts can be read from them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace signpost {

// A percentage as it is printed, with its digits after the point.
struct PrintedShare {
  double percent = 0;
  std::uint8_t decimals = 0;
};

// Returns the index of the first share that is likely to stand for a count under `threshold`, or
// nothing. A number of people from 5 to 1,000 fits if each share is a whole number of them,
// rounded; it is as likely as 1 in itself (the prior of a number of which not even the size is
// known: Jeffreys, "Theory of Probability", section 3.1), times the part of all ways to divide so
// many people that come to these shares. A share gives its count away if the two likeliest small
// counts have half of the weight: fewer than three values are left. `is_whole`: the shares are
// those of one whole.
std::optional<std::size_t> find_telling_share(std::span<const PrintedShare> shares, bool is_whole,
                                              std::int64_t threshold);

}  // namespace signpost
