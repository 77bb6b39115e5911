#include <algorithm>
#include <iterator>
#include <optional>

#include <zlib.h>

#include "files/images/byte_order.h"
#include "files/images/walkers.h"

namespace signpost {
namespace {

constexpr std::size_t kSignatureBytes = 8;
constexpr std::size_t kAroundPayload = 12;  // length, type, checksum

// The chunks that draw the picture, say what its colours are and how large its dots; those of
// animations. Texts, dates, EXIF and what other programs add are not among them.
constexpr std::string_view kKeptChunks[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA",
                                            "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
                                            "hIST", "pHYs", "acTL", "fcTL", "fdAT"};

std::string chunk(std::string_view type, std::string_view payload) {
  std::string out;
  append_big_endian(out, payload.size(), 4);
  out += type;
  out += payload;
  const auto* checked = reinterpret_cast<const Bytef*>(out.data() + 4);
  append_big_endian(out, ::crc32(0, checked, static_cast<uInt>(out.size() - 4)), 4);
  return out;
}

}  // namespace

CleanImage clean_png(std::string_view bytes) {
  CleanImage image;
  std::string out(bytes.substr(0, kSignatureBytes));
  bool has_pixels = false;
  std::size_t palette = 0;  // where what must stand before the pixels may be put in
  std::uint16_t orientation = kUpright;
  for (std::size_t at = kSignatureBytes; at < bytes.size();) {
    const std::uint64_t length = big_endian(bytes, at, 4);
    if (bytes.size() - at < kAroundPayload || length > bytes.size() - at - kAroundPayload) break;
    const std::string_view type = bytes.substr(at + 4, 4);
    const std::string_view payload = bytes.substr(at + 8, length);
    if (at == kSignatureBytes) {
      if (type != "IHDR") break;
      image.pixel_count = big_endian(payload, 0, 4) * big_endian(payload, 4, 4);
    }
    if (type == "eXIf") orientation = read_exif(payload).orientation;
    if (std::ranges::find(kKeptChunks, type) != std::end(kKeptChunks)) {
      out += bytes.substr(at, length + kAroundPayload);
    }
    if (at == kSignatureBytes) palette = out.size();
    if (type == "IDAT") has_pixels = true;
    if (type == "IEND" && has_pixels) {
      if (orientation != kUpright) {
        out.insert(palette, chunk("eXIf", orientation_exif(orientation)));
      }
      image.bytes = std::move(out);
      return image;
    }
    at += length + kAroundPayload;
  }
  image.damage = kCutOff;
  return image;
}

}  // namespace signpost
