#include "files/images/byte_order.h"
#include "files/images/walkers.h"

namespace signpost {
namespace {

constexpr std::uint64_t kOrientationTag = 0x0112;
constexpr std::uint64_t kGpsTag = 0x8825;
constexpr std::uint64_t kShort = 3;

}  // namespace

ExifFacts read_exif(std::string_view tiff) {
  ExifFacts facts;
  const bool is_little = tiff.starts_with("II");
  if (!is_little && !tiff.starts_with("MM")) return facts;
  const auto number = [&](std::size_t at, std::size_t size) {
    return is_little ? little_endian(tiff, at, size) : big_endian(tiff, at, size);
  };
  const std::uint64_t directory = number(4, 4);
  const std::uint64_t count = number(directory, 2);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.size()) break;
    const std::uint64_t tag = number(entry, 2);
    if (tag == kGpsTag) facts.has_place = number(number(entry + 8, 4), 2) > 0;
    if (tag != kOrientationTag || number(entry + 2, 2) != kShort) continue;
    const std::uint64_t value = number(entry + 8, 2);
    if (value >= 1 && value <= 8) facts.orientation = static_cast<std::uint16_t>(value);
  }
  return facts;
}

std::string orientation_exif(std::uint16_t orientation) {
  std::string tiff = "MM";
  append_big_endian(tiff, 42, 2);
  append_big_endian(tiff, 8, 4);  // where the directory is
  append_big_endian(tiff, 1, 2);  // its entries
  append_big_endian(tiff, kOrientationTag, 2);
  append_big_endian(tiff, kShort, 2);
  append_big_endian(tiff, 1, 4);
  append_big_endian(tiff, orientation, 2);
  append_big_endian(tiff, 0, 2);
  append_big_endian(tiff, 0, 4);  // no other directory
  return tiff;
}

}  // namespace signpost
