#include "files/recording.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include "files/images/byte_order.h"

namespace signpost {
namespace {

constexpr std::uint64_t kMaxIndexBytes = std::uint64_t{64} << 20;
constexpr int kMaxBoxes = 1000;

// Of Apple's user data and metadata (QuickTime File Format). The first is a box: two numbers of two
// bytes, then a place as ISO 6709 writes it, with a sign.
constexpr std::string_view kPlaceBox = "\xA9xyz", kPlaceKey = "com.apple.quicktime.location";

bool has_place_in(std::string_view index) {
  if (index.find(kPlaceKey) != index.npos) return true;
  for (std::size_t at = index.find(kPlaceBox); at != index.npos;
       at = index.find(kPlaceBox, at + 1)) {
    const std::string_view sign = index.substr(std::min(at + 8, index.size()), 1);
    if (sign == "+" || sign == "-") return true;
  }
  return false;
}

}  // namespace

bool tells_place(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::uint64_t at = 0;
  for (int i = 0; i < kMaxBoxes && file; ++i) {
    std::array<char, 16> head{};
    file.seekg(static_cast<std::streamoff>(at));
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    if (file.gcount() < 8) break;
    file.clear();
    const std::string_view bytes(head.data(), head.size());
    std::uint64_t size = big_endian(bytes, 0, 4);
    if (size == 1) size = big_endian(bytes, 8, 8);
    const std::string_view type = bytes.substr(4, 4);
    if (type == "moov" || type == "meta" || type == "udta") {
      std::string index(std::min(size == 0 ? kMaxIndexBytes : size, kMaxIndexBytes), '\0');
      file.seekg(static_cast<std::streamoff>(at));
      file.read(index.data(), static_cast<std::streamsize>(index.size()));
      file.clear();
      if (has_place_in(index)) return true;
    }
    if (size < 8 || at + size < at) break;
    at += size;
  }
  return false;
}

}  // namespace signpost
