#include "data/csv_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"

namespace signpost {
namespace {

// What a file is by its first bytes, or "".
std::string_view other_format(std::string_view bytes) {
  struct Format {
    std::string_view start, name;
  };
  static constexpr Format kFormats[] = {{"PK\x03\x04", "a spreadsheet (xlsx or ods)"},
                                        {"\xD0\xCF\x11\xE0", "a spreadsheet (xls)"},
                                        {"%PDF", "a PDF"},
                                        {"{\\rtf", "a document (rtf)"}};
  for (const Format& format : kFormats) {
    if (bytes.starts_with(format.start)) return format.name;
  }
  // Some programs save a web page with a table in it under the name of a spreadsheet.
  const std::string start = ascii_lower(trimmed(bytes.substr(0, 256)));
  for (const std::string_view tag : {"<html", "<!doctype", "<table", "<?xml"}) {
    if (start.starts_with(tag)) return "a web page";
  }
  return "";
}

std::uint32_t unit_at(std::string_view bytes, std::size_t i, bool is_big_endian) {
  const auto first = static_cast<std::uint8_t>(bytes[i]);
  const auto second = static_cast<std::uint8_t>(bytes[i + 1]);
  return is_big_endian ? first * 256U + second : second * 256U + first;
}

// Returns UTF-16 without its mark as UTF-8 (RFC 2781), or nothing where it is broken.
std::optional<std::string> from_utf16(std::string_view bytes, bool is_big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    std::uint32_t c = unit_at(bytes, i, is_big_endian);
    if (c >= 0xDC00 && c <= 0xDFFF) return std::nullopt;
    if (c >= 0xD800 && c <= 0xDBFF) {
      if (i + 4 > bytes.size()) return std::nullopt;
      const std::uint32_t low = unit_at(bytes, i + 2, is_big_endian);
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
      i += 2;
    }
    append_utf8(text, c);
  }
  return text;
}

// Returns Windows-1252 as UTF-8 (the WHATWG's Encoding Standard, index windows-1252), or nothing
// where a byte has no character there.
std::optional<std::string> from_windows(std::string_view bytes) {
  static constexpr std::array<std::uint16_t, 32> kFrom80 = {
      0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  std::string text;
  text.reserve(bytes.size());
  for (const char byte : bytes) {
    std::uint32_t c = static_cast<std::uint8_t>(byte);
    if (c >= 0x80 && c < 0xA0) c = kFrom80[c - 0x80];
    if (c == 0) return std::nullopt;
    append_utf8(text, c);
  }
  return text;
}

Place place_of(std::string_view path, std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::ranges::count(before, '\n');
  const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return {std::string(path), static_cast<std::uint32_t>(lines + 1),
          static_cast<std::uint32_t>(offset - begin + 1), 1};
}

}  // namespace

std::optional<std::string> csv_text(std::string_view bytes, std::string_view path,
                                    CsvEncoding encoding, Diagnostics& diagnostics) {
  if (const std::string_view format = other_format(bytes); !format.empty()) {
    diagnostics.add("data-spreadsheet", {std::string(path), 0, 0, 0},
                    fmt::format("the file is {}, not CSV", format), kSaveAsCsv);
    return std::nullopt;
  }
  std::optional<std::string> text;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    text = from_utf16(bytes.substr(2), bytes.starts_with('\xFE'));
    if (!text) {
      diagnostics.add("file-encoding", {std::string(path), 0, 0, 0},
                      "the file says that it is UTF-16, but is not", kSaveAsCsv);
      return std::nullopt;
    }
  } else {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    text = bytes.substr(bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  }
  if (const std::size_t nul = text->find('\0'); nul != std::string::npos) {
    diagnostics.add("file-encoding", place_of(path, *text, nul),
                    "a NUL character: the file is no text, or UTF-16 without its mark", kSaveAsCsv);
    return std::nullopt;
  }
  if (const auto invalid = find_invalid_utf8(*text)) {
    if (encoding == CsvEncoding::kUnicodeOrWindows) {
      if (std::optional<std::string> windows = from_windows(*text)) return windows;
    }
    diagnostics.add("file-encoding", place_of(path, *text, *invalid),
                    "a character here is not UTF-8; a spreadsheet's plain \"CSV\" is in an old "
                    "encoding such as Windows-1252",
                    kSaveAsCsv);
    return std::nullopt;
  }
  return text;
}

}  // namespace signpost
