#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/utf8.h"

namespace signpost {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

struct Range {
  std::uint32_t first, last;
};

// Punctuation, spaces, symbols and emoji beyond ASCII (Unicode 15 blocks and the punctuation of the
// scripts in use); everything else from U+00AA up counts as a letter, mark or digit.
constexpr Range kNotLetters[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},       {0xB6, 0xB9},       {0xBB, 0xBF},     {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x2C2, 0x2DF},     {0x37E, 0x37E},     {0x387, 0x387},   {0x55A, 0x55F},
    {0x589, 0x58A},   {0x5BE, 0x5BE},     {0x5C0, 0x5C0},     {0x5F3, 0x5F4},   {0x600, 0x60F},
    {0x61B, 0x61F},   {0x66A, 0x66D},     {0x6D4, 0x6D4},     {0x964, 0x965},   {0x970, 0x970},
    {0x2000, 0x209F}, {0x20A0, 0x20CF},   {0x2100, 0x2BFF},   {0x2E00, 0x2E7F}, {0x3000, 0x3004},
    {0x3008, 0x3020}, {0x30FB, 0x30FB},   {0xE000, 0xF8FF},   {0xFD3E, 0xFD3F}, {0xFE00, 0xFE6F},
    {0xFEFF, 0xFEFF}, {0xFF00, 0xFF0F},   {0xFF1A, 0xFF20},   {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
    {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF}};

bool is_word_character(std::uint32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  return std::none_of(std::begin(kNotLetters), std::end(kNotLetters),
                      [&](const Range& range) { return c >= range.first && c <= range.last; });
}

// Apostrophes and joiners vanish inside a word: "don't" becomes "dont", not "don-t".
bool is_silent(std::uint32_t c) {
  return c == '\'' || c == 0x2019 || (c >= 0x200B && c <= 0x200D) || c == 0xAD;
}

// Lower case of the alphabets whose capitals are regular: Latin, Greek, Cyrillic.
std::uint32_t lower(std::uint32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if ((c >= 0x100 && c <= 0x12F) || (c >= 0x132 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) {
    return c | 1U;
  }
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1U);
  if (c == 0x178) return 0xFF;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

char ascii_lower_char(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (byte_at(text, i) < 0x80) {
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    if (point.size == 0) return i;
    i += point.size;
  }
  return std::nullopt;
}

std::string slugify(std::string_view text) {
  std::string slug;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    i += std::max<std::size_t>(point.size, 1);
    const std::uint32_t c = lower(point.value);
    if (point.size != 0 && is_silent(c)) continue;
    if (point.size == 0 || !is_word_character(c)) {
      gap = true;
      continue;
    }
    if (gap && !slug.empty()) slug.push_back('-');
    gap = false;
    append_utf8(slug, c);
  }
  return slug;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string nearest = nearest_name(word, candidates);
  return nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", nearest);
}

std::string did_you_mean_or(std::string_view word, std::span<const std::string_view> candidates,
                            std::string otherwise) {
  std::string help = did_you_mean(word, candidates);
  return help.empty() ? std::move(otherwise) : help;
}

std::string did_you_mean_one_of(std::string_view word,
                                std::span<const std::string_view> candidates) {
  return did_you_mean_or(word, candidates,
                         fmt::format("use one of: {}", fmt::join(candidates, ", ")));
}

std::string_view without_last_newline(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

void append_html_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = text.find_first_of("&<>\""); i != std::string_view::npos;
       i = text.find_first_of("&<>\"", done)) {
    out.append(text, done, i - done);
    const char c = text[i];
    out.append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;");
    done = i + 1;
  }
  out.append(text, done);
}

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_html_escaped(out, text);
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string ascii_lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = ascii_lower_char(c);
  return lowered;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80;
  }));
}

std::string grouped_number(double value, std::uint8_t decimals, std::string_view group,
                           std::string_view point) {
  std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool is_zero = digits.find_first_of("123456789") == std::string::npos;
  const std::size_t end = std::min(digits.find('.'), digits.size());
  if (end < digits.size()) digits.replace(end, 1, point);
  for (std::size_t i = end; i > 3; i -= 3) digits.insert(i - 3, group);
  return value < 0 && !is_zero ? "\xE2\x88\x92" + digits : digits;
}

}  // namespace signpost
