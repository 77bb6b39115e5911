#include "search-index/part_store.h"

#include <algorithm>
#include <cstring>

#include <zlib.h>

namespace search {
namespace {

// Returns the bytes of a zlib stream that holds exactly `size`, or "" where it does not; its
// checksum is checked by the library.
std::string inflated(std::string_view compressed, std::size_t size) {
  std::string bytes(size, '\0');
  z_stream stream{};
  std::string input(compressed);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  if (inflateInit(&stream) != Z_OK) return {};
  const int result = inflate(&stream, Z_FINISH);
  const bool is_whole = result == Z_STREAM_END && stream.avail_out == 0 && stream.avail_in == 0;
  inflateEnd(&stream);
  return is_whole ? bytes : std::string();
}

}  // namespace

PartStore::PartStore(const PartPlan& plan)
    : plan_(plan), map_(plan), parts_(map_.part_count()), offset_of_(plan.block_count) {
  for (std::size_t part = 0; part < map_.part_count(); ++part) {
    std::uint32_t offset = 0;
    for (const BlockRange& range : map_.blocks_of(part)) {
      for (std::uint32_t i = 0; i < range.count; ++i, offset += plan_.block_size) {
        offset_of_[range.first + i] = offset;
      }
    }
  }
}

bool PartStore::add(std::uint32_t part, std::string_view compressed) {
  if (part >= parts_.size()) return false;
  std::size_t block_count = 0;
  for (const BlockRange& range : map_.blocks_of(part)) block_count += range.count;
  std::string bytes = inflated(compressed, block_count * plan_.block_size);
  if (bytes.empty()) return false;
  parts_[part] = std::move(bytes);
  return true;
}

long PartStore::read(std::uint64_t offset, char* out, std::size_t size) {
  std::size_t copied = 0;
  while (copied < size) {
    const std::uint64_t block = (offset + copied) / plan_.block_size;
    if (block >= plan_.block_count) break;
    const std::uint32_t number = static_cast<std::uint32_t>(block);
    const std::uint32_t part = map_.part_of(number);
    if (parts_[part].empty()) {
      missing_.push_back(part);
      return -1;
    }
    const std::size_t within = static_cast<std::size_t>((offset + copied) % plan_.block_size);
    const std::size_t step = std::min(size - copied, plan_.block_size - within);
    std::memcpy(out + copied, parts_[part].data() + offset_of_[number] + within, step);
    copied += step;
  }
  return static_cast<long>(copied);
}

std::vector<std::uint32_t> PartStore::take_missing() {
  std::vector<std::uint32_t> parts;
  for (const std::uint32_t part : missing_) {
    const std::vector<std::uint32_t> together = map_.fetched_with(part);
    parts.insert(parts.end(), together.begin(), together.end());
  }
  missing_.clear();
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  parts.erase(
      std::remove_if(parts.begin(), parts.end(), [this](std::uint32_t part) { return has(part); }),
      parts.end());
  return parts;
}

}  // namespace search
