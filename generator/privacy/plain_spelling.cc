#include "privacy/plain_spelling.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace signpost {
namespace {

// Bullets and dots in the middle of a line, full stops of other scripts.
bool is_dot(UChar32 c) {
  static constexpr UChar32 kDots[] = {0xB7,   0x6D4,  0x2022, 0x2024, 0x2027, 0x2219,
                                      0x22C5, 0x3002, 0x30FB, 0xFF0E, 0xFF61, 0xFF65};
  return std::ranges::find(kDots, c) != std::end(kDots);
}

bool is_dash(UChar32 c) {
  return c == 0x2D7 || c == 0x2043 || u_hasBinaryProperty(c, UCHAR_DASH) != 0;
}

// The one ASCII character that stands for `c`; '\0': it is not seen; -1: it is no such character.
int plain_sign(UChar32 c) {
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return '\0';
  const std::int8_t type = u_charType(c);
  if (type == U_FORMAT_CHAR || type == U_CONTROL_CHAR || type == U_NON_SPACING_MARK ||
      type == U_ENCLOSING_MARK) {
    return '\0';
  }
  if (type == U_SPACE_SEPARATOR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
      c == 0x2800) {
    return ' ';
  }
  if (is_dash(c)) return '-';
  if (is_dot(c)) return '.';
  if (c == 0x2044 || c == 0x2215 || c == 0x29F8) return '/';
  const std::int32_t digit = u_charDigitValue(c);
  return digit >= 0 ? '0' + digit : -1;
}

// Appends what stands for `c`; whether that is anything but `c` itself.
bool append_plain(UChar32 c, const icu::Normalizer2* decompositions, std::string& out) {
  const int sign = plain_sign(c);
  if (sign > 0) out += static_cast<char>(sign);
  if (sign >= 0) return true;
  icu::UnicodeString parts;
  if (decompositions == nullptr || decompositions->getDecomposition(c, parts) == 0) return false;
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    const int part_sign = part < 0x80 ? -1 : plain_sign(part);
    if (part_sign != 0) kept.append(part_sign > 0 ? static_cast<UChar32>(part_sign) : part);
  }
  kept.toUTF8String(out);
  return true;
}

}  // namespace

std::uint32_t PlainSpelling::source_begin(std::uint32_t begin) const {
  const auto after = std::ranges::upper_bound(pieces, begin, {}, &Piece::begin);
  if (after == pieces.begin()) return begin;
  const Piece& piece = *(after - 1);
  if (begin < piece.begin + piece.size) return piece.source_begin;
  return piece.source_begin + piece.source_size + (begin - piece.begin - piece.size);
}

std::uint32_t PlainSpelling::source_end(std::uint32_t end) const {
  if (end == 0) return 0;
  const std::uint32_t last = end - 1;
  const auto after = std::ranges::upper_bound(pieces, last, {}, &Piece::begin);
  if (after == pieces.begin()) return end;
  const Piece& piece = *(after - 1);
  if (last < piece.begin + piece.size) return piece.source_begin + piece.source_size;
  return source_begin(last) + 1;
}

std::int32_t next_character(std::string_view text, std::size_t& i) {
  const CodePoint point = decode_utf8(text, i);
  i += point.size > 0 ? point.size : 1;
  return point.size > 0 ? static_cast<std::int32_t>(point.value) : -1;
}

PlainSpelling plain_spelling(std::string_view source) {
  PlainSpelling plain;
  plain.text.reserve(source.size());
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompositions = icu::Normalizer2::getNFKDInstance(status);
  for (std::size_t i = 0; i < source.size();) {
    const char first = source[i];
    if (static_cast<unsigned char>(first) < 0x80) {
      plain.text += first == '\t' || first == '\n' || first == '\r' ? ' ' : first;
      ++i;
      continue;
    }
    const std::size_t begin = i;
    const UChar32 c = next_character(source, i);
    const auto out = static_cast<std::uint32_t>(plain.text.size());
    if (c >= 0 && append_plain(c, decompositions, plain.text)) {
      plain.pieces.push_back({out, static_cast<std::uint32_t>(plain.text.size()) - out,
                              static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(i - begin)});
    } else {
      plain.text += source.substr(begin, i - begin);
    }
  }
  return plain;
}

}  // namespace signpost
