// What a file is, by its first bytes, whatever its name says.
#pragma once

#include <cstdint>
#include <string_view>

namespace signpost {

enum class FileFormat : std::uint8_t {
  kUnknown,
  kEmpty,
  kText,
  kJpeg,
  kPng,
  kGif,
  kWebp,
  kAvif,
  kHeif,
  kSvg,
  kTiff,
  kBmp,
  kPdf,
  kZip,  // OOXML, OpenDocument and EPUB too
  kOle,  // Compound File Binary: Word, Excel and PowerPoint until 2003, and what has a password
  kRtf,
  kHtml,
  kVideo,
  kSound,
  kProgram
};

// How many bytes of a file's beginning are enough for find_format.
inline constexpr std::size_t kFormatBytes = 4096;

// Returns the format of a file that begins with `head`.
FileFormat find_format(std::string_view head);

// Returns what such a file is, after "is": "a JPEG picture".
std::string_view format_name(FileFormat format);

// Whether a file with this ending ("jpg") may be of this format; true for an ending whose format
// has no mark.
bool fits_ending(FileFormat format, std::string_view ending);

}  // namespace signpost
