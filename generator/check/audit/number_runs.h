// Printed numbers that stand together: those of one sentence, cell or caption.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "check/audit/printed_numbers.h"

namespace signpost {

// The numbers of one context, by index: from `first` to before `last`.
struct NumberRun {
  std::size_t first = 0, last = 0;
};

// Returns the runs of all contexts that have numbers, in their order.
std::vector<NumberRun> runs_by_context(std::span<const PrintedNumber> numbers);

}  // namespace signpost
