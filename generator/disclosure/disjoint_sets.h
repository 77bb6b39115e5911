// Which counts belong together because sums join them: sets that share nothing, each known by one
// of its members (union-find with path halving; Tarjan and van Leeuwen 1984).
#pragma once

#include <cstddef>
#include <vector>

namespace signpost {

class DisjointSets {
 public:
  // Sets of one member each, 0 to `size` - 1.
  explicit DisjointSets(std::size_t size);
  // Returns the member by which the set of `member` is known.
  std::size_t root(std::size_t member);
  // Makes one of two sets, known by the root of `b`.
  void join(std::size_t a, std::size_t b) { parents_[root(a)] = root(b); }

 private:
  std::vector<std::size_t> parents_;
};

}  // namespace signpost
