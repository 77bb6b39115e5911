// The least and the greatest value of a sum of whole numbers of which only some sums are known.
// The only unit that includes GLPK.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace signpost {

struct WholeNumber {
  std::int64_t low = 0, high = 0;
};

struct SignedTerm {
  std::size_t variable = 0;
  int sign = 1;  // 1 or -1
};

// The terms add up to `total`, or to at most `slack` more.
struct KnownSum {
  std::vector<SignedTerm> terms;
  std::int64_t total = 0;
  std::int64_t slack = 0;
};

struct IntegerProgram {
  std::vector<WholeNumber> variables;
  std::vector<KnownSum> sums;
};

enum class Goal : std::uint8_t { kLeast, kGreatest };

// Returns the least or greatest value that the sum of the variables `wanted` can have, or nothing
// where no whole numbers fit. Solved exactly, by branch and cut on the simplex method (GLPK 5.0
// reference manual, section 2.10). All numbers must be below 10^9.
std::optional<std::int64_t> find_extreme(const IntegerProgram& program,
                                         std::span<const std::size_t> wanted, Goal goal);

}  // namespace signpost
