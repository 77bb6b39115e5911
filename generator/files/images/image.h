// Takes out of a picture what it tells beside its pixels: place, device, people, dates, comments,
// small earlier pictures, edit history, and what stands behind its end.
//
// Own walkers, not a library: exiv2 0.27 takes out what it knows and keeps the rest (MPF and JFXX
// previews, makers' APP segments, text chunks of PNG, what follows the end), and cannot write HEIC.
// Here only what draws the picture is kept; nothing is decoded, so that pixels and colour profile
// stay as they are, byte for byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "files/file_format.h"

namespace signpost {

// `damage` says what is wrong with the file, "" where nothing is; then `bytes` is empty.
struct CleanImage {
  std::string bytes;
  std::string damage;
  std::uint64_t pixel_count = 0;  // 0: not known
};

// Returns the picture without what it tells. Of the data beside the pixels it keeps the colour
// profile and which way up the picture is. `format` is one of JPEG, PNG, GIF, WebP, AVIF, HEIF and
// SVG. The time grows with the size of the file.
CleanImage clean_image(FileFormat format, std::string_view bytes);

// Whether a JPEG holds a place (EXIF's GPS).
bool has_place(std::string_view jpeg);

}  // namespace signpost
