#include <optional>

#include "files/images/byte_order.h"
#include "files/images/walkers.h"

namespace signpost {
namespace {

using namespace std::string_view_literals;

// Markers of ITU-T T.81, table B.1.
constexpr unsigned char kStartOfImage = 0xD8, kEndOfImage = 0xD9, kStartOfScan = 0xDA;
constexpr unsigned char kApp0 = 0xE0, kApp1 = 0xE1, kApp2 = 0xE2, kApp14 = 0xEE;
constexpr unsigned char kTemporary = 0x01;

constexpr std::string_view kExifMark = "Exif\0\0"sv;
constexpr std::string_view kProfileMark = "ICC_PROFILE\0"sv;

struct Segment {
  unsigned char marker = 0;
  std::string_view payload;
};

bool is_restart(unsigned char marker) { return marker >= 0xD0 && marker <= 0xD7; }
bool is_app(unsigned char marker) { return marker >= 0xE0 && marker <= 0xEF; }

// SOF0 to SOF15, which say how large the picture is; C4, C8 and CC are others.
bool is_frame(unsigned char marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Tables, frames and scans: C0 to CF, DA to DF.
bool draws(unsigned char marker) {
  return (marker >= 0xC0 && marker <= 0xCF) || (marker >= 0xDA && marker <= 0xDF);
}

class JpegWalk {
 public:
  explicit JpegWalk(std::string_view bytes) : bytes_(bytes) {}

  CleanImage run() {
    CleanImage image;
    out_.reserve(bytes_.size());
    out_.assign("\xFF\xD8");
    while (const std::optional<Segment> segment = next()) {
      if (segment->marker == kEndOfImage) {
        if (!has_scan_) break;
        out_ += "\xFF\xD9";
        image.bytes = std::move(out_);
        image.pixel_count = pixel_count_;
        return image;
      }
      add(*segment);
    }
    image.damage = kCutOff;
    return image;
  }

  ExifFacts facts() {
    while (const std::optional<Segment> segment = next()) {
      if (segment->marker == kStartOfScan || segment->marker == kEndOfImage) break;
      if (segment->marker == kApp1 && segment->payload.starts_with(kExifMark)) {
        return read_exif(segment->payload.substr(kExifMark.size()));
      }
    }
    return {};
  }

 private:
  // The next segment, or nothing at the end; what stands between segments is passed over, as
  // decoders do.
  std::optional<Segment> next() {
    while (true) {
      at_ = bytes_.find('\xFF', at_);
      if (at_ == bytes_.npos) return std::nullopt;
      at_ = bytes_.find_first_not_of('\xFF', at_);
      if (at_ == bytes_.npos) return std::nullopt;
      const auto marker = static_cast<unsigned char>(bytes_[at_++]);
      if (marker == 0 || marker == kTemporary || is_restart(marker) || marker == kStartOfImage) {
        continue;
      }
      if (marker == kEndOfImage) return Segment{marker, {}};
      const std::uint64_t length = big_endian(bytes_, at_, 2);
      if (length < 2 || length > bytes_.size() - at_) return std::nullopt;
      const Segment segment{marker, bytes_.substr(at_ + 2, length - 2)};
      at_ += length;
      return segment;
    }
  }

  void add(const Segment& segment) {
    if (is_app(segment.marker)) return add_application_data(segment);
    if (!draws(segment.marker)) return;
    write_orientation();
    if (is_frame(segment.marker)) {
      pixel_count_ = big_endian(segment.payload, 1, 2) * big_endian(segment.payload, 3, 2);
    }
    write(segment.marker, segment.payload);
    if (segment.marker == kStartOfScan) add_scan();
  }

  void add_application_data(const Segment& segment) {
    const std::string_view payload = segment.payload;
    if (segment.marker == kApp0 && payload.starts_with("JFIF\0"sv) && payload.size() >= 14) {
      // Without the small picture that may follow.
      if (out_.size() == 2) write(kApp0, std::string(payload.substr(0, 12)) + std::string(2, '\0'));
    } else if (segment.marker == kApp1 && payload.starts_with(kExifMark)) {
      if (!orientation_) orientation_ = read_exif(payload.substr(kExifMark.size())).orientation;
    } else if (segment.marker == kApp2 && payload.starts_with(kProfileMark)) {
      write_orientation();
      write(kApp2, payload);
    } else if (segment.marker == kApp14 && payload.starts_with("Adobe") && payload.size() >= 12) {
      write_orientation();
      write(kApp14, payload.substr(0, 12));  // how its colours are coded
    }
  }

  // The coded data up to the next marker: 00 and restarts belong to it.
  void add_scan() {
    has_scan_ = true;
    const std::size_t begin = at_;
    while (true) {
      at_ = bytes_.find('\xFF', at_);
      if (at_ == bytes_.npos || at_ + 1 == bytes_.size()) {
        at_ = bytes_.size();
        break;
      }
      const std::size_t code = bytes_.find_first_not_of('\xFF', at_);  // FF may fill up
      if (code == bytes_.npos) break;
      const auto marker = static_cast<unsigned char>(bytes_[code]);
      if (marker != 0 && !is_restart(marker)) break;
      at_ = code + 1;
    }
    out_ += bytes_.substr(begin, at_ - begin);
  }

  // Once, after JFIF's segment and before all others.
  void write_orientation() {
    if (!orientation_ || *orientation_ == kUpright || is_orientation_written_) return;
    is_orientation_written_ = true;
    write(kApp1, std::string(kExifMark) + orientation_exif(*orientation_));
  }

  void write(unsigned char marker, std::string_view payload) {
    out_.push_back('\xFF');
    out_.push_back(static_cast<char>(marker));
    append_big_endian(out_, payload.size() + 2, 2);
    out_ += payload;
  }

  std::string_view bytes_;
  std::size_t at_ = 2;
  std::string out_;
  std::optional<std::uint16_t> orientation_;
  bool is_orientation_written_ = false, has_scan_ = false;
  std::uint64_t pixel_count_ = 0;
};

}  // namespace

CleanImage clean_jpeg(std::string_view bytes) { return JpegWalk(bytes).run(); }

bool has_place(std::string_view jpeg) { return JpegWalk(jpeg).facts().has_place; }

}  // namespace signpost
