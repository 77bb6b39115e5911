// The walker of each format of pictures. Internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "files/images/image.h"

namespace signpost {

inline constexpr std::string_view kCutOff = "it ends before the picture does";

CleanImage clean_jpeg(std::string_view bytes);     // ITU-T T.81, Annex B; EXIF 2.32
CleanImage clean_png(std::string_view bytes);      // PNG, Third Edition
CleanImage clean_gif(std::string_view bytes);      // GIF89a
CleanImage clean_webp(std::string_view bytes);     // RFC 9649
CleanImage clean_boxes(std::string_view bytes);    // HEIF: ISO/IEC 23008-12; AVIF
CleanImage clean_drawing(std::string_view bytes);  // SVG 1.1

// Which way up a picture is, as EXIF says it: 1 upright, to 8.
inline constexpr std::uint16_t kUpright = 1;

// What is read of EXIF data, which begins with a TIFF header (TIFF 6.0; EXIF 2.32, 4.6).
struct ExifFacts {
  std::uint16_t orientation = kUpright;
  bool has_place = false;
};
ExifFacts read_exif(std::string_view tiff);

// Returns EXIF data that says which way up the picture is and nothing else.
std::string orientation_exif(std::uint16_t orientation);

}  // namespace signpost
