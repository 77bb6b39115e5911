#include "data/cell_text.h"

#include <cstddef>
#include <cstdint>

#include <unicode/uchar.h>

#include "base/text.h"
#include "base/utf8.h"

namespace signpost {
namespace {

// The character that begins at `i`; a byte that begins none stands for itself.
CodePoint character_at(std::string_view text, std::size_t i) {
  const CodePoint point = decode_utf8(text, i);
  return point.size > 0 ? point : CodePoint{static_cast<std::uint8_t>(text[i]), 1};
}

bool is_space(std::uint32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

// Characters of no width that scripts do not need inside of a word.
bool is_empty_mark(std::uint32_t c) {
  return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x180E;
}

// Also those that join letters or set a direction, which tell nothing at the end of a text.
bool is_invisible(std::uint32_t c) {
  return is_empty_mark(c) || (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xAD;
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
    const CodePoint c = character_at(text, i);
    const std::string_view bytes = text.substr(i, c.size);
    i += c.size;
    if (is_empty_mark(c.value) || (tidy.empty() && is_invisible(c.value))) continue;
    if (is_space(c.value)) {
      if (!is_after_space) tidy += ' ';
      is_after_space = true;
      continue;
    }
    tidy += bytes;
    is_after_space = false;
    if (!is_invisible(c.value)) end = tidy.size();
  }
  tidy.resize(end);
  return tidy;
}

std::string plain_figure(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = character_at(text, i);
    const std::string_view bytes = text.substr(i, c.size);
    i += c.size;
    if (is_invisible(c.value)) continue;
    const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(c.value));
    if (digit >= 0) {
      plain += static_cast<char>('0' + digit);
    } else if (const char sign = plain_sign(c.value); sign != '\0') {
      plain += sign;
    } else if (c.value == 0xFFE1) {
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
