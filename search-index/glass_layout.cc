#include "search-index/glass_layout.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "search-index/bytes.h"

namespace search {
namespace {

constexpr std::string_view kMagic("\x0F\x0DXapian Glass", 14);
constexpr std::size_t kVersionBytes = 2;
constexpr std::size_t kUuidBytes = 16;
constexpr std::size_t kTableCount = 6;
constexpr std::uint32_t kMinBlockSize = 2048;

// A block: revision (4 bytes), level (1), free space (2, 2), end of the directory (2), directory
// of 2-byte offsets to the items. All numbers are big-endian (glass_table.h).
constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kDirectoryEndAt = 9;
constexpr std::size_t kDirectoryAt = 11;
constexpr std::size_t kLeafKeyAt = 2;   // in an item, after its size
constexpr std::size_t kChildBytes = 4;  // of a branch's item: the block it leads to
constexpr std::size_t kMaxLevels = 10;  // glass_cursor.h: BTREE_CURSOR_LEVELS

struct Root {
  std::uint32_t block = 0;
  std::uint8_t level = 0;
  bool is_empty = true;
  std::uint32_t block_size = 0;
};

// Returns the tables' roots (RootInfo::serialise), or false where the file is not a database.
bool read_roots(std::string_view file, std::array<Root, kTableCount>& roots) {
  if (file.substr(0, kMagic.size()) != kMagic) return false;
  ByteReader reader(file.substr(0, kMinBlockSize));
  reader.skip(kMagic.size() + kVersionBytes + kUuidBytes);
  reader.number();  // revision
  for (Root& root : roots) {
    root.block = static_cast<std::uint32_t>(reader.number());
    const std::size_t flags = reader.number();
    root.level = static_cast<std::uint8_t>(std::min(flags >> 2, kMaxLevels));
    root.is_empty = (flags & 1U) != 0;
    reader.number();  // entries
    root.block_size = static_cast<std::uint32_t>(reader.number()) * kMinBlockSize;
    reader.number();  // size from which values are compressed
    reader.skip(reader.number());
  }
  return reader.is_good() && roots[0].block_size >= kMinBlockSize;
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value = (value << 8) | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
  }
  return value;
}

// What the key of an entry of the postings belongs to: a key is the term, for later pieces of its
// list followed by NUL and a document (glass_postlist.cc); terms of ours hold no NUL.
std::string list_of(std::string_view key) {
  if (key.empty() || key.front() != '\0') return std::string(key.substr(0, key.find('\0')));
  return std::string(key.substr(0, 2) == kMetadataLists ? key : key.substr(0, 2));
}

// Walks one table from its root.
class TableWalk {
 public:
  TableWalk(std::string_view file, GlassTable table, std::uint32_t block_size, GlassLayout& layout)
      : file_(file), table_(table), block_size_(block_size), layout_(layout) {}

  // False where a block is not what its parent says.
  bool walk(std::uint32_t number, std::uint32_t level) {
    const std::size_t begin = static_cast<std::size_t>(number) * block_size_;
    if (number == 0 || begin + block_size_ > file_.size()) return false;
    const std::string_view block = file_.substr(begin, block_size_);
    if (static_cast<unsigned char>(block[kLevelAt]) != level) return false;
    if (layout_.blocks.size() > file_.size() / block_size_) return false;
    const std::size_t end = big_endian(block, kDirectoryEndAt, 2);
    if (end <= kDirectoryAt || end > block.size()) return false;
    GlassBlock entry{number, table_, static_cast<std::uint8_t>(level), "", ""};
    if (level == 0 && table_ == GlassTable::kPostings) {
      entry.first_list = list_of(leaf_key(block, kDirectoryAt));
      entry.last_list = list_of(leaf_key(block, end - 2));
    }
    layout_.blocks.push_back(std::move(entry));
    if (level == 0) return true;
    for (std::size_t at = kDirectoryAt; at + 2 <= end; at += 2) {
      const std::size_t item = big_endian(block, at, 2);
      if (!walk(big_endian(block, item, kChildBytes), level - 1)) return false;
    }
    return true;
  }

 private:
  static std::string_view leaf_key(std::string_view block, std::size_t directory_entry) {
    const std::size_t key = big_endian(block, directory_entry, 2) + kLeafKeyAt;
    if (key >= block.size()) return {};
    return block.substr(key + 1, static_cast<unsigned char>(block[key]));
  }

  std::string_view file_;
  GlassTable table_;
  std::uint32_t block_size_;
  GlassLayout& layout_;
};

}  // namespace

GlassLayout read_glass_layout(std::string_view file) {
  std::array<Root, kTableCount> roots;
  if (!read_roots(file, roots)) return {};
  GlassLayout layout;
  layout.block_size = roots[0].block_size;
  layout.block_count =
      static_cast<std::uint32_t>((file.size() + layout.block_size - 1) / layout.block_size);
  for (std::size_t table = 0; table < kTableCount; ++table) {
    const Root& root = roots[table];
    if (root.is_empty) continue;
    TableWalk walk(file, static_cast<GlassTable>(table), layout.block_size, layout);
    if (root.block_size != layout.block_size || !walk.walk(root.block, root.level)) return {};
  }
  return layout;
}

}  // namespace search
