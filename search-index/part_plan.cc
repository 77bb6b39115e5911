#include "search-index/part_plan.h"

#include <charconv>

namespace search {
namespace {

constexpr std::uint32_t kMaxBlocks = 1U << 24;

// Takes numbers and signs off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool number(std::uint32_t& value) {
    const std::from_chars_result result =
        std::from_chars(text_.data(), text_.data() + text_.size(), value);
    if (result.ec != std::errc()) return false;
    text_.remove_prefix(static_cast<std::size_t>(result.ptr - text_.data()));
    return true;
  }

  bool sign(char wanted) {
    if (text_.empty() || text_.front() != wanted) return false;
    text_.remove_prefix(1);
    return true;
  }

  [[nodiscard]] bool is_at_end() const { return text_.empty(); }

 private:
  std::string_view text_;
};

bool scan_ranges(Scanner& text, std::vector<BlockRange>& ranges) {
  do {
    BlockRange range;
    if (!text.number(range.first) || !text.sign('+') || !text.number(range.count)) return false;
    ranges.push_back(range);
  } while (text.sign(','));
  return true;
}

bool scan_shapes(Scanner& text, std::vector<PartShape>& shapes) {
  if (text.sign('-')) return true;
  do {
    PartShape shape;
    std::uint32_t repeats = 0;
    if (!text.number(shape.block_count) || shape.block_count == 0) return false;
    shape.is_run = text.sign('r');
    if (!shape.is_run && !text.sign('x')) return false;
    if (!text.number(repeats) || repeats > kMaxBlocks - shapes.size()) return false;
    shapes.insert(shapes.end(), repeats, shape);
  } while (text.sign(','));
  return true;
}

// Whether the first part's ranges ascend without overlap and the parts hold as many blocks as the
// file has.
bool holds_every_block(const PartPlan& plan) {
  std::uint64_t held = 0;
  std::uint64_t end = 0;
  for (const BlockRange& range : plan.first) {
    if (range.count == 0 || range.first < end) return false;
    end = static_cast<std::uint64_t>(range.first) + range.count;
    held += range.count;
  }
  if (end > plan.block_count) return false;
  for (const PartShape& shape : plan.shapes) held += shape.block_count;
  return held == plan.block_count;
}

}  // namespace

std::string encode_plan(const PartPlan& plan) {
  std::string text = std::to_string(plan.block_size) + ' ' + std::to_string(plan.block_count) + ' ';
  for (const BlockRange& range : plan.first) {
    if (text.back() != ' ') text += ',';
    text += std::to_string(range.first) + '+' + std::to_string(range.count);
  }
  text += ' ';
  if (plan.shapes.empty()) return text + '-';
  for (std::size_t begin = 0; begin < plan.shapes.size();) {
    const PartShape& shape = plan.shapes[begin];
    std::size_t end = begin + 1;
    while (end < plan.shapes.size() && plan.shapes[end].block_count == shape.block_count &&
           plan.shapes[end].is_run == shape.is_run) {
      ++end;
    }
    if (text.back() != ' ') text += ',';
    text += std::to_string(shape.block_count) + (shape.is_run ? 'r' : 'x');
    text += std::to_string(end - begin);
    begin = end;
  }
  return text;
}

std::optional<PartPlan> decode_plan(std::string_view text) {
  Scanner scanner(text);
  PartPlan plan;
  const bool is_read = scanner.number(plan.block_size) && scanner.sign(' ') &&
                       scanner.number(plan.block_count) && scanner.sign(' ') &&
                       scan_ranges(scanner, plan.first) && scanner.sign(' ') &&
                       scan_shapes(scanner, plan.shapes) && scanner.is_at_end();
  if (!is_read || plan.block_size == 0 || plan.block_count > kMaxBlocks) return std::nullopt;
  if (!holds_every_block(plan)) return std::nullopt;
  return plan;
}

PartMap::PartMap(const PartPlan& plan) : part_of_(plan.block_count) {
  std::vector<bool> is_taken(plan.block_count);
  ranges_.push_back(plan.first);
  is_run_.push_back(false);
  for (const BlockRange& range : plan.first) {
    for (std::uint32_t i = 0; i < range.count; ++i) is_taken[range.first + i] = true;
  }
  std::uint32_t block = 0;
  for (const PartShape& shape : plan.shapes) {
    std::vector<BlockRange> ranges;
    for (std::uint32_t i = 0; i < shape.block_count; ++i, ++block) {
      while (is_taken[block]) ++block;
      if (!ranges.empty() && ranges.back().first + ranges.back().count == block) {
        ++ranges.back().count;
      } else {
        ranges.push_back({block, 1});
      }
      part_of_[block] = static_cast<std::uint32_t>(ranges_.size());
    }
    ranges_.push_back(std::move(ranges));
    is_run_.push_back(shape.is_run);
  }
}

std::vector<std::uint32_t> PartMap::fetched_with(std::uint32_t part) const {
  std::uint32_t begin = part;
  std::uint32_t end = part + 1;
  if (is_run_[part]) {
    while (is_run_[begin - 1]) --begin;
    while (end < is_run_.size() && is_run_[end]) ++end;
    if (end < is_run_.size()) ++end;
  }
  std::vector<std::uint32_t> parts;
  for (std::uint32_t i = begin; i < end; ++i) parts.push_back(i);
  return parts;
}

}  // namespace search
