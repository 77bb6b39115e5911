// What the codes of a PDF's font stand for (ISO 32000-1, 9.10), and how wide they are. Internal to
// this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "files/documents/pdf_objects.h"

namespace signpost {

// A letter that is shown. `text` is empty where nothing says what the code stands for. `width`: of
// the size of the font.
struct PdfGlyph {
  std::string text;
  double width = 0;
  bool is_space = false;  // the code 32 of one byte, which word spacing is for
};

// The codes from `from` to `last` stand for `prefix` and a character from `first` on.
struct PdfCodeRange {
  std::uint32_t from = 0, last = 0, first = 0;
  std::string prefix;
};

class PdfFont {
 public:
  // Unpacks what the font needs; throws std::length_error where that is more than `most` bytes.
  PdfFont(QPDFObjectHandle font, std::size_t most);

  // Returns the letters of a string.
  [[nodiscard]] std::vector<PdfGlyph> decode(std::string_view bytes) const;
  // Whether the font says how wide its letters are; the 14 of every reader may leave it out.
  [[nodiscard]] bool has_widths() const { return has_widths_; }
  // How many bytes were read to make it.
  [[nodiscard]] std::size_t cost_bytes() const { return cost_bytes_; }

 private:
  struct WidthRange {
    std::uint32_t last = 0;
    double width = 0;
  };

  void read_simple(QPDFObjectHandle font);
  void read_composite(QPDFObjectHandle font);
  void read_differences(QPDFObjectHandle differences);
  void read_cid_widths(QPDFObjectHandle widths);
  [[nodiscard]] std::string text_of(std::uint32_t code) const;
  [[nodiscard]] double width_of(std::uint32_t code) const;

  std::map<std::uint32_t, PdfCodeRange> ranges_;  // by their first code
  std::map<std::uint32_t, WidthRange> widths_;
  std::map<std::uint32_t, std::string> names_;  // of an encoding of its own
  double default_width_ = 0.5;
  std::size_t code_size_ = 1, cost_bytes_ = 0;
  bool has_widths_ = false, is_composite_ = false, is_unicode_ = false;
};

}  // namespace signpost
