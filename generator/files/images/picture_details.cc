#include "files/images/picture_details.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "files/images/byte_order.h"

namespace signpost {
namespace {

// What may be told, in the order in which messages say it.
constexpr auto kTold = std::to_array<std::string_view>(
    {"where it was taken", "who made it", "whom it shows", "the number of its camera",
     "a comment on it", "what it showed before", "what stands behind its end"});
enum Telling : std::size_t { kPlace, kMaker, kShown, kCamera, kRemark, kBefore, kBehind };

using Tellings = std::set<std::size_t>;

constexpr std::size_t kMostBehind = 16;  // bytes that programs fill a file up with

bool has_words(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte >= 0x80 ||
           (byte >= '0' && byte <= '9');
  });
}

// What cameras and programs write of themselves into comments.
bool is_of_program(std::string_view text) {
  static constexpr auto kPrograms = std::to_array<std::string_view>(
      {"creator: gd-jpeg", "lead technologies", "created with", "file written by", "lavc",
       "compressed by", "optimized", "applemark", "olympus digital", "samsung", "sony dsc",
       "minolta", "digital camera", "screenshot", "matplotlib", "default", "exif_jpeg", "kodak"});
  const std::string lower = ascii_lower(trimmed(text));
  return std::ranges::any_of(kPrograms,
                             [&](std::string_view program) { return lower.starts_with(program); });
}

bool is_remark(std::string_view text) { return has_words(text) && !is_of_program(text); }

// A directory of EXIF data (TIFF 6.0, section 2; EXIF 2.32, 4.6.3).
class ExifDetails {
 public:
  ExifDetails(std::string_view tiff, Tellings& told)
      : tiff_(tiff), is_little_(tiff.starts_with("II")), told_(told) {}

  void read() {
    if (!is_little_ && !tiff_.starts_with("MM")) return;
    const std::size_t first = number(4, 4);
    read_directory(first);
    const std::size_t next = number(first + 2 + 12 * number(first, 2), 4);
    // The second directory is that of a small picture.
    if (next > 0 && next < tiff_.size() && number(next, 2) > 0) told_.insert(kBefore);
  }

 private:
  [[nodiscard]] std::size_t number(std::size_t at, std::size_t size) const {
    return static_cast<std::size_t>(is_little_ ? little_endian(tiff_, at, size)
                                               : big_endian(tiff_, at, size));
  }

  // The bytes of an entry's value: there, or where it says.
  [[nodiscard]] std::string_view value(std::size_t entry) const {
    const std::size_t type = number(entry + 2, 2), count = number(entry + 4, 4);
    const std::size_t size = count * (type == 3 ? 2 : type == 4 ? 4 : 1);
    const std::size_t at = size > 4 ? number(entry + 8, 4) : entry + 8;
    return at < tiff_.size() ? tiff_.substr(at, size) : std::string_view();
  }

  void read_directory(std::size_t directory, bool is_inner = false) {
    const std::size_t count = number(directory, 2);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff_.size()) return;
      const std::size_t tag = number(entry, 2);
      if (tag == 0x8769 && !is_inner) read_directory(number(entry + 8, 4), true);
      if (tag == 0x8825 && number(number(entry + 8, 4), 2) > 1) told_.insert(kPlace);
      read_entry(tag, value(entry));
    }
  }

  void read_entry(std::size_t tag, std::string_view text) {
    switch (tag) {
      case 0x013B:  // Artist
      case 0xA430:  // CameraOwnerName
      case 0x9C9D:  // XPAuthor
        if (has_words(text)) told_.insert(kMaker);
        break;
      case 0xA431:  // BodySerialNumber
      case 0xA435:  // LensSerialNumber
        if (text.find_first_of("123456789") != text.npos) told_.insert(kCamera);
        break;
      case 0x9286:  // UserComment, behind eight bytes that name its characters
        if (text.size() > 8 && is_remark(text.substr(8))) told_.insert(kRemark);
        break;
      case 0x010E:  // ImageDescription
      case 0x9C9B:  // XPTitle, XPComment, XPKeywords, XPSubject
      case 0x9C9C:
      case 0x9C9E:
      case 0x9C9F:
        if (is_remark(text)) told_.insert(kRemark);
        break;
      default:
        break;
    }
  }

  std::string_view tiff_;
  bool is_little_;
  Tellings& told_;
};

void read_exif_details(std::string_view tiff, Tellings& told) { ExifDetails(tiff, told).read(); }

// Names of XMP (ISO 16684-1; Exif and IPTC as XMP).
void read_xmp(std::string_view text, Tellings& told) {
  static constexpr std::pair<std::string_view, Telling> kNames[] = {
      {"exif:GPSLatitude", kPlace},      {"photoshop:City", kPlace},
      {"Iptc4xmpCore:Location", kPlace}, {"dc:creator", kMaker},
      {"photoshop:Credit", kMaker},      {"aux:OwnerName", kMaker},
      {"PersonInImage", kShown},         {"mwg-rs:Regions", kShown},
      {"MP:RegionInfo", kShown},         {"aux:SerialNumber", kCamera},
      {"BodySerialNumber", kCamera},     {"dc:description", kRemark},
      {"photoshop:Headline", kRemark},   {"exif:UserComment", kRemark}};
  if (text.find("rdf:RDF") == text.npos) return;
  for (const auto& [name, telling] : kNames) {
    if (text.find(name) != text.npos) told.insert(telling);
  }
}

// IPTC IIM 4.2, record 2, in Photoshop's resource 0x0404.
void read_iptc(std::string_view data, Tellings& told) {
  for (std::size_t at = data.find("\x1C\x02"); at != data.npos;
       at = data.find("\x1C\x02", at + 2)) {
    if (at + 5 > data.size()) return;
    const auto set = static_cast<unsigned char>(data[at + 2]);
    const std::string_view text = data.substr(at + 5, big_endian(data, at + 3, 2));
    if (!has_words(text)) continue;
    if (set == 80 || set == 110) told.insert(kMaker);
    if (set == 90 || set == 92) told.insert(kPlace);
    if (set == 105 || set == 120 || set == 25) told.insert(kRemark);
  }
}

void look_behind(std::string_view rest, Tellings& told) {
  if (rest.size() > kMostBehind && has_words(rest)) told.insert(kBehind);
}

// ITU-T T.81, Annex B; EXIF 2.32, 4.5.4.
void read_jpeg(std::string_view bytes, Tellings& told) {
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && bytes[at] == '\xFF') {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    const std::size_t size = big_endian(bytes, at + 2, 2);
    const std::string_view data = bytes.substr(at + 4, std::max<std::size_t>(size, 2) - 2);
    if (marker == 0xE1 && data.starts_with("Exif"))
      read_exif_details(data.substr(std::min<std::size_t>(6, data.size())), told);
    if (marker == 0xE1) read_xmp(data, told);
    if (marker == 0xED) read_iptc(data, told);
    if (marker == 0xFE && is_remark(data)) told.insert(kRemark);
    at += 2 + std::max<std::size_t>(size, 2);
    if (marker == 0xDA) break;
  }
  const std::size_t end = at < bytes.size() ? bytes.find("\xFF\xD9", at) : bytes.npos;
  if (end != bytes.npos) look_behind(bytes.substr(end + 2), told);
}

void read_png_text(std::string_view type, std::string_view data, Tellings& told) {
  const std::size_t end = std::min(data.find('\0'), data.size());
  const std::string key = ascii_lower(data.substr(0, end));
  const std::string_view rest = data.substr(std::min(end + 1, data.size()));
  if (key == "author" || key == "copyright") told.insert(kMaker);
  const bool is_remark_key = key == "comment" || key == "description" || key == "title" ||
                             key == "disclaimer" || key == "source" || key == "warning";
  if (is_remark_key && (type != "tEXt" || is_remark(rest))) told.insert(kRemark);
  if (key.starts_with("raw profile type")) told.insert(kRemark);
  read_xmp(data, told);
}

void read_png(std::string_view bytes, Tellings& told) {
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t size = big_endian(bytes, at, 4);
    const std::string_view type = bytes.substr(at + 4, 4);
    const std::string_view data = bytes.substr(at + 8, size);
    if (type == "eXIf") read_exif_details(data, told);
    if (type == "tEXt" || type == "zTXt" || type == "iTXt") read_png_text(type, data, told);
    at += size + 12;
    if (type == "IEND") {
      if (at < bytes.size()) look_behind(bytes.substr(at), told);
      return;
    }
  }
}

// RFC 9649, section 2.3.
void read_webp(std::string_view bytes, Tellings& told) {
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    const std::size_t size = little_endian(bytes, at + 4, 4);
    std::string_view data = bytes.substr(at + 8, size);
    if (bytes.substr(at, 4) == "EXIF") {
      if (data.starts_with("Exif")) data.remove_prefix(std::min<std::size_t>(6, data.size()));
      read_exif_details(data, told);
    }
    if (bytes.substr(at, 4) == "XMP ") read_xmp(data, told);
    at += 8 + size + size % 2;
  }
}

// Comments of GIF89a, section 24.
void read_gif(std::string_view bytes, Tellings& told) {
  for (std::size_t at = bytes.find("\x21\xFE"); at != bytes.npos;
       at = bytes.find("\x21\xFE", at + 2)) {
    if (at + 3 >= bytes.size()) return;
    const std::string_view text = bytes.substr(at + 3, static_cast<unsigned char>(bytes[at + 2]));
    const bool is_text = std::ranges::all_of(
        text, [](char c) { return c >= ' ' || c == '\n' || c == '\r' || c == '\t'; });
    if (text.size() > 3 && is_text && is_remark(text)) told.insert(kRemark);
  }
}

}  // namespace

std::string picture_details(FileFormat format, std::string_view bytes) {
  Tellings told;
  if (format == FileFormat::kJpeg) {
    read_jpeg(bytes, told);
  } else if (format == FileFormat::kPng) {
    read_png(bytes, told);
  } else if (format == FileFormat::kWebp) {
    read_webp(bytes, told);
  } else if (format == FileFormat::kGif) {
    read_gif(bytes, told);
    read_xmp(bytes, told);
  } else if (bytes.starts_with("II*") || bytes.starts_with(std::string_view("MM\0*", 4))) {
    read_exif_details(bytes, told);
    read_xmp(bytes, told);
    read_iptc(bytes, told);
    told.erase(kBefore);  // a second page
  } else {
    const std::size_t exif = bytes.find(std::string_view("Exif\0\0", 6));
    if (exif != bytes.npos) read_exif_details(bytes.substr(exif + 6), told);
    read_xmp(bytes, told);
  }
  std::vector<std::string_view> phrases;
  for (const std::size_t each : told) phrases.push_back(kTold[each]);
  if (phrases.empty()) return "";
  return fmt::format("a photo that says {}", fmt::join(phrases, ", "));
}

}  // namespace signpost
