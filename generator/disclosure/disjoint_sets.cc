#include "disclosure/disjoint_sets.h"

#include <numeric>

namespace signpost {

DisjointSets::DisjointSets(std::size_t size) : parents_(size) {
  std::iota(parents_.begin(), parents_.end(), std::size_t{0});
}

std::size_t DisjointSets::root(std::size_t member) {
  while (parents_[member] != member) {
    parents_[member] = parents_[parents_[member]];
    member = parents_[member];
  }
  return member;
}

}  // namespace signpost
