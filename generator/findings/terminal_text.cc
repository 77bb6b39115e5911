#include "findings/terminal_text.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"

namespace signpost {
namespace {

constexpr std::size_t kShownColumns = 96;  // of a source line, so that it fits 100 with the gutter
constexpr std::size_t kColumnsBefore = 32;
constexpr std::uint32_t kTabWidth = 4;
constexpr std::size_t kCellBytes = 1024;  // before and after the place: enough for kShownColumns

// East Asian wide and fullwidth blocks and emoji (Unicode 15, UAX 11), as terminals draw them.
bool is_wide(std::uint32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) ||
         (c >= 0x1F900 && c <= 0x1F9FF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_combining(std::uint32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) ||
         (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F);
}

// A source line as a terminal shows it: cells, each with the columns it takes.
struct Cell {
  std::string text;
  std::uint32_t width = 1;
  std::uint32_t offset = 0;  // in the source line
};

// Only the bytes near `focus`, since a line may be as long as its file.
std::vector<Cell> shown_cells(std::string_view line, std::size_t focus) {
  const auto is_inside = [&](std::size_t i) {
    return i < line.size() && (static_cast<std::uint8_t>(line[i]) & 0xC0U) == 0x80U;
  };
  std::size_t at = std::min(focus > kCellBytes ? focus - kCellBytes : 0, line.size());
  while (is_inside(at)) ++at;
  const std::size_t end = std::min(line.size(), at + 2 * kCellBytes);
  std::vector<Cell> cells;
  std::uint32_t column = 0;
  while (at < end) {
    const ShownCharacter point = shown_character(line.substr(at));
    const auto offset = static_cast<std::uint32_t>(at);
    if (point.value == '\t') {
      const std::uint32_t width = kTabWidth - column % kTabWidth;
      cells.push_back({std::string(width, ' '), width, offset});
    } else if (is_unsafe(point.value)) {
      cells.push_back({"\u00b7", 1, offset});
    } else {
      const std::uint32_t width = is_combining(point.value) ? 0 : is_wide(point.value) ? 2 : 1;
      cells.push_back({std::string(line.substr(at, point.size)), width, offset});
    }
    column += cells.back().width;
    at += point.size;
  }
  return cells;
}

// The part of a long line that is shown: cells [begin, end).
struct Window {
  std::size_t begin = 0, end = 0;
};

Window shown_window(std::span<const Cell> cells, std::size_t focus) {
  std::size_t before = 0;
  Window window{focus, focus};
  while (window.begin > 0 && before + cells[window.begin - 1].width <= kColumnsBefore) {
    before += cells[--window.begin].width;
  }
  std::size_t total = before;
  while (window.end < cells.size() && total + cells[window.end].width <= kShownColumns) {
    total += cells[window.end++].width;
  }
  while (window.begin > 0 && total + cells[window.begin - 1].width <= kShownColumns) {
    total += cells[--window.begin].width;
  }
  return window;
}

}  // namespace

ShownCharacter shown_character(std::string_view text) {
  const CodePoint point = decode_utf8(text, 0);
  if (point.size == 0) return {};
  return {point.value, static_cast<std::uint32_t>(point.size)};
}

bool is_unsafe(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFD) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE ||
         c >= 0xE0000;
}

std::string shown(std::string_view text, LineEnds line_ends) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const ShownCharacter point = shown_character(text.substr(at));
    if (line_ends == LineEnds::kKept && (point.value == '\n' || point.value == '\r')) {
      out += static_cast<char>(point.value);
    } else if (point.value == '\n') {
      out += "\\n";
    } else if (is_unsafe(point.value)) {
      out += fmt::format("\\u{{{:02X}}}", point.value);
    } else {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return out;
}

std::string excerpt(std::string_view line, std::uint32_t line_number, std::uint32_t column,
                    std::uint32_t length) {
  const std::uint32_t first = column == 0 ? 0 : column - 1;
  std::vector<Cell> cells = shown_cells(line, first);
  cells.push_back({"", 1, static_cast<std::uint32_t>(line.size())});  // a caret may stand here
  const std::uint32_t last = first + std::max(length, 1U) - 1;
  std::size_t focus = 0;
  while (focus + 1 < cells.size() && cells[focus + 1].offset <= first) ++focus;
  const Window window = shown_window(cells, focus);
  std::string text;
  std::string carets;
  if (window.begin > 0 || cells.front().offset > 0) {
    text += "\u2026";
    carets += ' ';
  }
  for (std::size_t i = window.begin; i < window.end; ++i) {
    text += cells[i].text;
    const bool marked = i == focus || (i > focus && cells[i].offset <= last);
    const bool is_end = i + 1 == cells.size() && i != focus;
    if (!is_end) carets.append(cells[i].width, marked ? '^' : ' ');
  }
  if (window.end < cells.size()) text += "\u2026";
  std::string out = fmt::format("{:>5} | {}\n", line_number, text);
  if (column == 0) return out;
  while (carets.ends_with(' ')) carets.pop_back();
  return out + fmt::format("      | {}\n", carets);
}

}  // namespace signpost
