#include <algorithm>

#include "files/images/byte_order.h"
#include "files/images/walkers.h"

namespace signpost {
namespace {

constexpr std::size_t kRiffHeaderBytes = 12;   // RIFF, size, WEBP
constexpr std::size_t kFrameHeaderBytes = 16;  // of an ANMF chunk
constexpr unsigned char kExifFlag = 0x08, kXmpFlag = 0x04;

bool draws(std::string_view name) {
  return name == "VP8 " || name == "VP8L" || name == "ALPH" || name == "ANIM" || name == "ICCP";
}

void append_chunk(std::string& out, std::string_view name, std::string_view payload) {
  out += name;
  append_little_endian(out, payload.size(), 4);
  out += payload;
  if (payload.size() % 2 != 0) out.push_back('\0');
}

// Calls use(name, payload) for each chunk; false where one is cut off.
template <typename Use>
bool for_each_chunk(std::string_view bytes, const Use& use) {
  while (bytes.size() >= 8) {
    const std::uint64_t size = little_endian(bytes, 4, 4);
    if (size > bytes.size() - 8) return false;
    use(bytes.substr(0, 4), bytes.substr(8, size));
    bytes.remove_prefix(std::min<std::size_t>(8 + size + size % 2, bytes.size()));
  }
  return true;
}

// A frame of an animation, which is made of chunks itself.
bool append_frame(std::string& out, std::string_view payload) {
  std::string frame(payload.substr(0, kFrameHeaderBytes));
  if (payload.size() < kFrameHeaderBytes) return false;
  const bool is_whole = for_each_chunk(payload.substr(kFrameHeaderBytes),
                                       [&](std::string_view name, std::string_view inner) {
                                         if (draws(name)) append_chunk(frame, name, inner);
                                       });
  append_chunk(out, "ANMF", frame);
  return is_whole;
}

}  // namespace

CleanImage clean_webp(std::string_view bytes) {
  CleanImage image;
  const std::uint64_t size = little_endian(bytes, 4, 4);
  if (size < 4 || size > bytes.size() - 8) {
    image.damage = kCutOff;
    return image;
  }
  std::string out(bytes.substr(0, kRiffHeaderBytes));
  std::size_t flags = 0;  // where those of VP8X are
  std::uint16_t orientation = kUpright;
  bool has_pixels = false, is_whole = true;
  const auto add = [&](std::string_view name, std::string_view payload) {
    if (name == "VP8X" && payload.size() >= 10) {
      flags = out.size() + 8;
      append_chunk(out, name, payload.substr(0, 10));
      image.pixel_count = (little_endian(payload, 4, 3) + 1) * (little_endian(payload, 7, 3) + 1);
    } else if (name == "ANMF") {
      is_whole = append_frame(out, payload) && is_whole;
      has_pixels = true;
    } else if (name == "EXIF") {
      const bool is_marked = payload.starts_with("Exif");
      orientation = read_exif(payload.substr(is_marked ? 6 : 0)).orientation;
    } else if (draws(name)) {
      append_chunk(out, name, payload);
      has_pixels = has_pixels || name.starts_with("VP8");
    }
  };
  is_whole = for_each_chunk(bytes.substr(kRiffHeaderBytes, size - 4), add) && is_whole;
  if (!is_whole || !has_pixels) {
    image.damage = kCutOff;
    return image;
  }
  if (flags != 0) {
    auto bits = static_cast<unsigned char>(out[flags]);
    bits = static_cast<unsigned char>(bits & ~(kExifFlag | kXmpFlag));
    if (orientation != kUpright) {
      bits |= kExifFlag;
      append_chunk(out, "EXIF", orientation_exif(orientation));
    }
    out[flags] = static_cast<char>(bits);
  }
  std::string length;
  append_little_endian(length, out.size() - 8, 4);
  out.replace(4, 4, length);
  image.bytes = std::move(out);
  return image;
}

}  // namespace signpost
