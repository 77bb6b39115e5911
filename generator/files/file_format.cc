#include "files/file_format.h"

#include <algorithm>

#include "base/text.h"

namespace signpost {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  FileFormat format;
};

// Of each format's specification.
constexpr Signature kSignatures[] = {
    {"\xFF\xD8\xFF"sv, FileFormat::kJpeg},
    {"\x89PNG\r\n\x1A\n"sv, FileFormat::kPng},
    {"GIF87a"sv, FileFormat::kGif},
    {"GIF89a"sv, FileFormat::kGif},
    {"II*\0"sv, FileFormat::kTiff},
    {"MM\0*"sv, FileFormat::kTiff},
    {"BM"sv, FileFormat::kBmp},
    {"PK\3\4"sv, FileFormat::kZip},
    {"PK\5\6"sv, FileFormat::kZip},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, FileFormat::kOle},
    {"{\\rtf"sv, FileFormat::kRtf},
    {"OggS"sv, FileFormat::kSound},
    {"fLaC"sv, FileFormat::kSound},
    {"ID3"sv, FileFormat::kSound},
    {"\x1A\x45\xDF\xA3"sv, FileFormat::kVideo},
    {"MZ"sv, FileFormat::kProgram},
    {"\x7F"
     "ELF"sv,
     FileFormat::kProgram},
};

struct EndingFormats {
  std::string_view endings;
  FileFormat format, other;
};

constexpr EndingFormats kEndings[] = {
    {" jpg jpeg ", FileFormat::kJpeg, FileFormat::kJpeg},
    {" png ", FileFormat::kPng, FileFormat::kPng},
    {" gif ", FileFormat::kGif, FileFormat::kGif},
    {" webp ", FileFormat::kWebp, FileFormat::kWebp},
    {" avif ", FileFormat::kAvif, FileFormat::kAvif},
    {" heic heif hif ", FileFormat::kHeif, FileFormat::kAvif},
    {" svg ", FileFormat::kSvg, FileFormat::kSvg},
    {" pdf ", FileFormat::kPdf, FileFormat::kPdf},
    // An Office document with a password is a compound file.
    {" docx xlsx pptx ", FileFormat::kZip, FileFormat::kOle},
    {" odt ods odp epub ", FileFormat::kZip, FileFormat::kZip},
    {" rtf ", FileFormat::kRtf, FileFormat::kRtf},
    {" txt text brf ics vtt srt ", FileFormat::kText, FileFormat::kEmpty},
    {" mp4 m4v mov m4a webm ", FileFormat::kVideo, FileFormat::kSound},
    {" mp3 ogg oga opus wav flac ogv ", FileFormat::kSound, FileFormat::kVideo},
};

// ISO/IEC 14496-12, 4.3: the brands of the box "ftyp".
FileFormat format_of_brands(std::string_view head) {
  const std::size_t size =
      static_cast<unsigned char>(head[2]) * 256U + static_cast<unsigned char>(head[3]);
  const std::string_view brands = head.substr(8, std::max<std::size_t>(size, 12) - 8);
  const std::string_view major = brands.substr(0, 4);
  if (major == "avif" || major == "avis") return FileFormat::kAvif;
  if (major.starts_with("hei") || major.starts_with("hev")) return FileFormat::kHeif;
  if (major == "mif1" || major == "msf1") {
    return brands.find("avif") == brands.npos ? FileFormat::kHeif : FileFormat::kAvif;
  }
  return major.starts_with("M4A") ? FileFormat::kSound : FileFormat::kVideo;
}

// Text that begins with a mark of HTML or SVG after white space, comments and an XML declaration.
FileFormat format_of_text(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::string lower = ascii_lower(head);
  const std::size_t first = lower.find_first_not_of(" \t\r\n");
  if (first != lower.npos && lower[first] == '<') {
    const std::size_t html = std::min(lower.find("<html"), lower.find("<!doctype html"));
    const std::size_t svg = lower.find("<svg");
    if (svg < html) return FileFormat::kSvg;
    if (html != lower.npos) return FileFormat::kHtml;
  }
  const bool has_nul = head.find('\0') != head.npos;
  return has_nul ? FileFormat::kUnknown : FileFormat::kText;
}

}  // namespace

FileFormat find_format(std::string_view head) {
  head = head.substr(0, kFormatBytes);
  if (head.empty()) return FileFormat::kEmpty;
  for (const Signature& each : kSignatures) {
    if (head.starts_with(each.bytes)) return each.format;
  }
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
    return FileFormat::kText;  // UTF-16
  if (head.starts_with("RIFF") && head.size() >= 12) {
    return head.substr(8, 4) == "WEBP" ? FileFormat::kWebp : FileFormat::kSound;
  }
  if (head.size() >= 12 && head.substr(4, 4) == "ftyp") return format_of_brands(head);
  // PDF 1.7, Appendix H.3, note 13: readers look for the mark in the first 1,024 bytes.
  if (head.substr(0, 1024).find("%PDF-") != head.npos) return FileFormat::kPdf;
  const auto first = static_cast<unsigned char>(head[0]);
  const auto second = static_cast<unsigned char>(head.size() > 1 ? head[1] : 0);
  if (first == 0xFF && (second & 0xE0U) == 0xE0U) return FileFormat::kSound;  // MPEG audio
  return format_of_text(head);
}

std::string_view format_name(FileFormat format) {
  switch (format) {
    case FileFormat::kEmpty:
      return "empty";
    case FileFormat::kText:
      return "text";
    case FileFormat::kJpeg:
      return "a JPEG picture";
    case FileFormat::kPng:
      return "a PNG picture";
    case FileFormat::kGif:
      return "a GIF picture";
    case FileFormat::kWebp:
      return "a WebP picture";
    case FileFormat::kAvif:
      return "an AVIF picture";
    case FileFormat::kHeif:
      return "a HEIC picture";
    case FileFormat::kSvg:
      return "an SVG drawing";
    case FileFormat::kTiff:
      return "a TIFF picture";
    case FileFormat::kBmp:
      return "a Windows bitmap";
    case FileFormat::kPdf:
      return "a PDF";
    case FileFormat::kZip:
      return "an archive or an Office document";
    case FileFormat::kOle:
      return "a document of an older Office program, or one with a password";
    case FileFormat::kRtf:
      return "a document in Rich Text";
    case FileFormat::kHtml:
      return "a web page";
    case FileFormat::kVideo:
      return "a video";
    case FileFormat::kSound:
      return "a sound recording";
    case FileFormat::kProgram:
      return "a program";
    case FileFormat::kUnknown:
      break;
  }
  return "something else";
}

bool fits_ending(FileFormat format, std::string_view ending) {
  const std::string spaced = " " + std::string(ending) + " ";
  for (const EndingFormats& row : kEndings) {
    if (row.endings.find(spaced) == row.endings.npos) continue;
    return format == row.format || format == row.other;
  }
  return true;
}

}  // namespace signpost
