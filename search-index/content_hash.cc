#include "search-index/content_hash.h"

namespace search {

void ContentHash::add(std::string_view piece) {
  for (const char c : piece) {
    const std::size_t at = size_++;
    if (at >= kUuidAt && at < kUuidAt + kUuidSize) continue;
    const auto byte = static_cast<unsigned char>(c);
    first_ = (first_ ^ byte) * 0x100000001B3;
    second_ = (second_ ^ byte) * 0x100000001B5;
  }
}

std::string ContentHash::uuid() const {
  std::string bytes;
  for (std::uint64_t half : {first_, second_}) {
    for (int i = 0; i < 8; ++i, half >>= 8) bytes += static_cast<char>(half & 0xFF);
  }
  return bytes;
}

}  // namespace search
