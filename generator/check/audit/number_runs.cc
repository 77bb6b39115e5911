#include "check/audit/number_runs.h"

namespace signpost {

std::vector<NumberRun> runs_by_context(std::span<const PrintedNumber> numbers) {
  std::vector<NumberRun> runs;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i == 0 || numbers[i].context != numbers[i - 1].context) runs.push_back({i, i});
    runs.back().last = i + 1;
  }
  return runs;
}

}  // namespace signpost
