#include "files/images/image.h"

#include "files/images/walkers.h"

namespace signpost {

CleanImage clean_image(FileFormat format, std::string_view bytes) {
  switch (format) {
    case FileFormat::kJpeg:
      return clean_jpeg(bytes);
    case FileFormat::kPng:
      return clean_png(bytes);
    case FileFormat::kGif:
      return clean_gif(bytes);
    case FileFormat::kWebp:
      return clean_webp(bytes);
    case FileFormat::kAvif:
    case FileFormat::kHeif:
      return clean_boxes(bytes);
    case FileFormat::kSvg:
      return clean_drawing(bytes);
    default:
      break;
  }
  CleanImage none;
  none.damage = "it is no picture";
  return none;
}

}  // namespace signpost
