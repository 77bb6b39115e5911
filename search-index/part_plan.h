// How an index is cut into parts that a browser fetches one by one. Part 0 holds the blocks that
// every query reads; the others hold the remaining blocks in the order of the file. Compiles
// natively (the writer) and to WebAssembly (the reader).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

// Blocks [first, first + count).
struct BlockRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// Parts after the first. `is_run`: all blocks go on with one long list, so that who needs one of a
// row of such parts needs all of them and the part after them.
struct PartShape {
  std::uint32_t block_count = 0;
  bool is_run = false;
};

struct PartPlan {
  std::uint32_t block_size = 0;
  std::uint32_t block_count = 0;  // of the whole file
  std::vector<BlockRange> first;  // the blocks of part 0, ascending
  std::vector<PartShape> shapes;  // of parts 1, 2, …
};

// Returns the plan as ASCII text: "BLOCK_SIZE BLOCK_COUNT FIRST SHAPES". FIRST: "0+3,9+1" ranges.
// SHAPES: "2x40,16r3": forty parts of two blocks, then three of a run with sixteen each; "-" where
// there are none.
std::string encode_plan(const PartPlan& plan);
// Returns the plan, or nothing where `text` is not one or its parts do not hold every block once.
std::optional<PartPlan> decode_plan(std::string_view text);

// Where each block is.
class PartMap {
 public:
  // `plan` must hold every block once, as decode_plan makes sure.
  explicit PartMap(const PartPlan& plan);

  [[nodiscard]] std::size_t part_count() const { return ranges_.size(); }
  // Returns the blocks of a part in the order in which its bytes hold them.
  [[nodiscard]] const std::vector<BlockRange>& blocks_of(std::size_t part) const {
    return ranges_[part];
  }
  // Returns the part that holds a block.
  [[nodiscard]] std::uint32_t part_of(std::uint32_t block) const { return part_of_[block]; }
  // Returns the parts to fetch together where `part` is needed, itself among them, ascending.
  [[nodiscard]] std::vector<std::uint32_t> fetched_with(std::uint32_t part) const;

 private:
  std::vector<std::vector<BlockRange>> ranges_;
  std::vector<std::uint32_t> part_of_;  // by block
  std::vector<bool> is_run_;
};

}  // namespace search
