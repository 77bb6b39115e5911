#include "data/cell_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "base/text.h"

namespace signpost {
namespace {

struct Character {
  std::uint32_t code = 0;
  std::size_t size = 1;  // bytes
};

// The character that begins at `i`; a byte that begins none stands for itself.
Character character_at(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<std::uint8_t>(text[k]); };
  const std::uint8_t lead = byte(i);
  const std::size_t size = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || i + size > text.size()) return {lead, 1};
  std::uint32_t code = lead & (0xFFU >> (size + 1));
  for (std::size_t k = 1; k < size; ++k) code = (code << 6U) | (byte(i + k) & 0x3FU);
  return {code, size};
}

// White space of Unicode (PropList.txt, White_Space).
bool is_space(std::uint32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Characters of no width that scripts do not need inside of a word.
bool is_empty_mark(std::uint32_t c) {
  return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x180E;
}

// Also those that join letters or set a direction, which tell nothing at the end of a text.
bool is_invisible(std::uint32_t c) {
  return is_empty_mark(c) || (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xAD;
}

// The first of ten digits in a row, by script (UnicodeData.txt, category Nd).
constexpr std::array<std::uint32_t, 26> kZeros = {
    0x0660, 0x06F0, 0x07C0, 0x0966,  0x09E6,  0x0A66,  0x0AE6,  0x0B66, 0x0BE6,
    0x0C66, 0x0CE6, 0x0D66, 0x0DE6,  0x0E50,  0x0ED0,  0x0F20,  0x1040, 0x17E0,
    0x1810, 0xA8D0, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6};

// The digit that a character of another script is, or 10.
std::uint32_t digit_of(std::uint32_t c) {
  const auto* after = std::upper_bound(kZeros.begin(), kZeros.end(), c);
  if (after == kZeros.begin()) return 10;
  return std::min<std::uint32_t>(c - *std::prev(after), 10);
}

// The ASCII character that stands for `c` in a figure, or 0.
char plain_sign(std::uint32_t c) {
  if (is_space(c)) return ' ';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D) {
    return '-';
  }
  switch (c) {
    case 0xFF0C:
    case 0x066C:
    case 0x060C:
      return ',';
    case 0xFF0E:
    case 0x066B:
      return '.';
    case 0xFF05:
    case 0x066A:
      return '%';
    case 0xFF0B:
      return '+';
    case 0xFF08:
      return '(';
    case 0xFF09:
      return ')';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x2264:
    case 0x2A7D:
    case 0xFF1C:
      return '<';
    case 0x2265:
    case 0x2A7E:
    case 0xFF1E:
      return '>';
    case 0x2248:
      return '~';
    default:
      break;
  }
  const bool is_raised = c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x207F);
  const bool is_fraction = c >= 0xBC && c <= 0xBE;
  return is_raised || is_fraction || c == 0x2020 || c == 0x2021 || c == 0xA7 || c == 0xFF0A ? '*'
                                                                                            : '\0';
}

}  // namespace

std::string tidy_cell(std::string_view text) {
  std::string tidy;
  std::size_t end = 0;  // of the last character that is seen
  bool is_after_space = true;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    const std::string_view bytes = text.substr(i, c.size);
    i += c.size;
    if (is_empty_mark(c.code) || (tidy.empty() && is_invisible(c.code))) continue;
    if (is_space(c.code)) {
      if (!is_after_space) tidy += ' ';
      is_after_space = true;
      continue;
    }
    tidy += bytes;
    is_after_space = false;
    if (!is_invisible(c.code)) end = tidy.size();
  }
  tidy.resize(end);
  return tidy;
}

std::string plain_figure(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    const std::string_view bytes = text.substr(i, c.size);
    i += c.size;
    if (is_invisible(c.code)) continue;
    const std::uint32_t digit = digit_of(c.code);
    if (digit < 10) {
      plain += static_cast<char>('0' + digit);
    } else if (const char sign = plain_sign(c.code); sign != '\0') {
      plain += sign;
    } else if (c.code == 0xFFE1) {
      plain += "\xC2\xA3";
    } else {
      plain += bytes;
    }
  }
  return std::string(trimmed(plain));
}

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i).size) {
    if (count++ == most) return std::string(text.substr(0, i)) + "…";
  }
  return std::string(text);
}

}  // namespace signpost
