#include "files/images/byte_order.h"
#include "files/images/walkers.h"

namespace signpost {
namespace {

constexpr std::size_t kGifHeaderBytes = 13;  // signature and logical screen
constexpr unsigned char kExtension = 0x21, kImage = 0x2C, kTrailer = 0x3B;
constexpr unsigned char kControl = 0xF9, kApplication = 0xFF;

// The bytes of a colour table whose size stands in `flags`; none where the high bit is not set.
std::size_t table_bytes(char flags) {
  const auto bits = static_cast<unsigned char>(flags);
  return (bits & 0x80U) == 0 ? 0 : std::size_t{3} << ((bits & 7U) + 1);
}

// Returns where the blocks that begin at `at` end, or npos.
std::size_t blocks_end(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    const std::size_t size = static_cast<unsigned char>(bytes[at]);
    at += size + 1;
    if (size == 0) return at;
  }
  return bytes.npos;
}

// Whether the extension at `at` has to do with how the picture looks: frames, loops, colours.
bool is_kept(std::string_view bytes, std::size_t at) {
  const auto label = static_cast<unsigned char>(bytes[at + 1]);
  if (label == kControl) return true;
  if (label != kApplication) return false;
  const std::string_view name = bytes.substr(at + 3, 11);
  return name == "NETSCAPE2.0" || name == "ANIMEXTS1.0" || name == "ICCRGBG1012";
}

}  // namespace

CleanImage clean_gif(std::string_view bytes) {
  CleanImage image;
  image.damage = kCutOff;
  if (bytes.size() < kGifHeaderBytes) return image;
  image.pixel_count = little_endian(bytes, 6, 2) * little_endian(bytes, 8, 2);
  std::size_t at = kGifHeaderBytes + table_bytes(bytes[10]);
  std::string out(bytes.substr(0, at));
  bool has_image = false;
  while (at + 2 < bytes.size()) {
    const auto kind = static_cast<unsigned char>(bytes[at]);
    std::size_t data = at + 2;
    if (kind == kTrailer) break;
    if (kind == kImage) {
      if (bytes.size() - at < 11) return image;
      data = at + 10 + table_bytes(bytes[at + 9]) + 1;
      has_image = true;
    } else if (kind != kExtension) {
      return image;
    }
    const std::size_t end = blocks_end(bytes, data);
    if (end > bytes.size()) return image;
    if (kind == kImage || is_kept(bytes, at)) out += bytes.substr(at, end - at);
    at = end;
  }
  if (!has_image || at >= bytes.size() || static_cast<unsigned char>(bytes[at]) != kTrailer) {
    return image;
  }
  out.push_back(static_cast<char>(kTrailer));
  image.bytes = std::move(out);
  image.damage.clear();
  return image;
}

}  // namespace signpost
