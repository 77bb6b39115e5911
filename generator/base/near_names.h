// "Did you mean": the nearest of many names, for many misspelt words, without comparing all with
// all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// Names among which nearest ones are looked for. Up to 500 names are all compared with; of more,
// those that begin or end as the word does, at most 500 of each: what a search costs does not grow
// with their number.
class NearNames {
 public:
  NearNames() = default;
  // The texts must outlive this.
  explicit NearNames(std::vector<std::string_view> names);

  [[nodiscard]] bool empty() const { return names_.empty(); }
  // Returns the index of the name that nearest_name would choose, or size() where none is near.
  [[nodiscard]] std::size_t find(std::string_view word) const;
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string_view> names_;
  std::vector<std::size_t> by_beginning_, by_end_;  // sorted, where there are many
};

}  // namespace signpost
