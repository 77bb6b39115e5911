// The hash that takes the place of an index's UUID: written by the indexer, so that the same
// content gives the same bytes; checked when a file is opened natively, because Xapian trusts its
// blocks and damaged ones can crash it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace search {

// Where glass keeps the UUID (glass_version.cc of Xapian 1.4).
inline constexpr std::size_t kUuidAt = 16;
inline constexpr std::size_t kUuidSize = 16;

// Hashes a file given in pieces, its UUID left out (FNV-1a with two starts; against accidents, not
// attacks).
class ContentHash {
 public:
  void add(std::string_view piece);
  // Returns kUuidSize bytes.
  [[nodiscard]] std::string uuid() const;

 private:
  std::uint64_t first_ = 0xCBF29CE484222325;
  std::uint64_t second_ = 0x9E3779B97F4A7C15;
  std::size_t size_ = 0;
};

}  // namespace search
