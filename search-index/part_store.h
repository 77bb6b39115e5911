// The bytes of an index that has only partly arrived: what Xapian reads from in the browser. A read
// of what is not there yet fails and is noted, so that the caller can fetch it and ask again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search-index/part_plan.h"

namespace search {

class PartStore {
 public:
  explicit PartStore(const PartPlan& plan);

  // Takes a part as part_bytes made it (a zlib stream, RFC 1950). Returns false where it is
  // damaged: cut off, changed, or of another length than the plan's.
  bool add(std::uint32_t part, std::string_view compressed);
  [[nodiscard]] bool has(std::uint32_t part) const { return !parts_[part].empty(); }

  // Copies up to `size` bytes of the file from `offset` on to `out` and returns how many: fewer at
  // the end of the file; -1 where any of them has not arrived.
  long read(std::uint64_t offset, char* out, std::size_t size);

  // Returns the parts that reads missed since the last call, with those that are fetched with them,
  // ascending, and forgets them.
  std::vector<std::uint32_t> take_missing();

 private:
  PartPlan plan_;
  PartMap map_;
  std::vector<std::string> parts_;        // empty: not there
  std::vector<std::uint32_t> offset_of_;  // by block: where in its part it begins
  std::vector<std::uint32_t> missing_;
};

}  // namespace search
