#include "findings/formats.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <span>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace signpost {
namespace {

constexpr std::size_t kShownColumns = 96;  // of a source line, so that it fits 100 with the gutter
constexpr std::size_t kColumnsBefore = 32;
constexpr std::uint32_t kTabWidth = 4;
constexpr std::size_t kCellBytes = 1024;  // before and after the place: enough for kShownColumns
constexpr std::uintmax_t kMaxExcerptBytes = 16U << 20U;

struct CodePoint {
  std::uint32_t value = 0xFFFD;
  std::uint32_t size = 1;
};

// Bytes that are not UTF-8 come out one by one as U+FFFD.
CodePoint decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || size > text.size()) return {};
  std::uint32_t value = lead & (0xFFU >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  return {value, size};
}

// Control characters (also C1) and those that reorder or hide text in a terminal.
bool is_unsafe(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFD;
}

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
    const CodePoint point = decode(line.substr(at));
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

std::string_view cut_line_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The lines of the file that the last findings were in: findings come sorted by path.
class SourceLines {
 public:
  explicit SourceLines(std::filesystem::path site_dir) : site_dir_(std::move(site_dir)) {}

  // Returns the line, or "" where there is none. Valid until the next call.
  std::string_view line(std::string_view path, std::uint32_t number) {
    if (path != path_) load(path);
    if (number == 0 || number > starts_.size()) return "";
    const std::size_t begin = starts_[number - 1];
    const std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
    return cut_line_end(std::string_view(text_).substr(begin, end - begin));
  }

 private:
  // Links are not followed: a report must not print a file from outside the site.
  void load(std::string_view path) {
    path_ = path;
    text_.clear();
    starts_.clear();
    const std::filesystem::path file = site_dir_ / path;
    std::error_code error;
    if (std::filesystem::symlink_status(file, error).type() != std::filesystem::file_type::regular)
      return;
    if (std::filesystem::file_size(file, error) > kMaxExcerptBytes || error) return;
    std::ifstream in(file, std::ios::binary);
    text_.assign(std::istreambuf_iterator<char>(in), {});
    find_starts();
  }

  // Lines end at \n, \r\n or \r, as in CommonMark.
  void find_starts() {
    if (!text_.empty()) starts_.push_back(0);
    for (std::size_t i = 0; i + 1 < text_.size(); ++i) {
      const bool ends = text_[i] == '\n' || (text_[i] == '\r' && text_[i + 1] != '\n');
      if (ends) starts_.push_back(i + 1);
    }
  }

  std::filesystem::path site_dir_;
  std::string path_;
  std::string text_;
  std::vector<std::size_t> starts_;
};

// Text for a terminal: one line, nothing that steers it.
std::string shown(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text.substr(at));
    if (point.value == '\n') {
      out += "\\n";
    } else if (is_unsafe(point.value)) {
      out += fmt::format("\\u{{{:x}}}", point.value);
    } else {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return out;
}

std::string shown_place(const Place& place) {
  std::string out = shown(place.path);
  if (place.line > 0) out += fmt::format(":{}", place.line);
  if (place.line > 0 && place.column > 0) out += fmt::format(":{}", place.column);
  return out;
}

void append_finding(std::string& out, const Finding& finding, SourceLines& sources) {
  const Diagnostic& d = finding.diagnostic;
  const std::string place = shown_place(d.place);
  out += fmt::format("{}{}{}: {} [{}]\n", place, place.empty() ? "" : ": ",
                     severity_name(finding.severity), shown(d.message), d.rule);
  // The line may hold the very count that is not to be seen, and logs are public.
  const bool is_secret = d.rule == "disclosure-given-away" || d.rule == "disclosure-same-number";
  const std::string_view line = is_secret ? "" : sources.line(d.place.path, d.place.line);
  if (!line.empty()) out += excerpt(line, d.place.line, d.place.column, d.place.length);
  if (!d.help.empty()) out += fmt::format("   help: {}\n", shown(d.help));
}

// RFC 8259: quotes, backslashes and control characters escaped; what is not UTF-8 becomes U+FFFD.
void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text.substr(at));
    if (point.value == '"' || point.value == '\\') {
      out += '\\';
      out += static_cast<char>(point.value);
    } else if (is_unsafe(point.value)) {
      out += fmt::format("\\u{:04x}", point.value);
    } else {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  out += '"';
}

void append_json_member(std::string& out, std::string_view name, std::string_view value) {
  append_json_text(out, name);
  out += ':';
  append_json_text(out, value);
}

// GitHub's workflow commands: % and line ends in data, also : and , in properties.
std::string github_data(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n') {
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string github_property(std::string_view text) {
  std::string out;
  for (const char c : github_data(text)) {
    if (c == ':' || c == ',') {
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string github_line(const Finding& finding) {
  const Diagnostic& d = finding.diagnostic;
  const bool is_notice = finding.severity == Severity::kInfo;
  std::string out = fmt::format("::{} ", is_notice ? "notice" : severity_name(finding.severity));
  if (!d.place.path.empty()) out += fmt::format("file={},", github_property(d.place.path));
  if (d.place.line > 0) out += fmt::format("line={},", d.place.line);
  if (d.place.line > 0 && d.place.column > 0) {
    out += fmt::format("col={},", d.place.column);
    if (d.place.length > 0) out += fmt::format("endColumn={},", d.place.column + d.place.length);
  }
  out += fmt::format("title={}::{}", github_property(d.rule), github_data(d.message));
  if (!d.help.empty()) out += fmt::format("%0Ahelp: {}", github_data(d.help));
  return out + '\n';
}

std::string allowance_line(const Allowance& allowance) {
  return fmt::format("set aside: {}: {}{}: {}\n", shown(allowance.place.path),
                     shown(allowance.rule),
                     allowance.count > 1 ? fmt::format(" ({} times)", allowance.count) : "",
                     shown(allowance.reason));
}

}  // namespace

std::string_view severity_name(Severity severity) {
  static constexpr std::string_view kNames[] = {"off", "info", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
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

std::string findings_as_text(const Findings& findings, const std::filesystem::path& site_dir) {
  SourceLines sources(site_dir);
  std::string out;
  for (const Finding& finding : findings.all) append_finding(out, finding, sources);
  for (const Allowance& allowance : findings.allowed) out += allowance_line(allowance);
  return out + summary_line(findings) + '\n';
}

std::string findings_as_json(const Findings& findings) {
  std::string out;
  for (const Finding& finding : findings.all) {
    const Diagnostic& d = finding.diagnostic;
    out += '{';
    append_json_member(out, "rule", d.rule);
    out += ',';
    append_json_member(out, "severity", severity_name(finding.severity));
    out += ',';
    append_json_member(out, "path", d.place.path);
    out += fmt::format(",\"line\":{},\"column\":{},\"length\":{},", d.place.line, d.place.column,
                       d.place.length);
    append_json_member(out, "message", d.message);
    out += ',';
    append_json_member(out, "help", d.help);
    out += "}\n";
  }
  for (const Allowance& allowance : findings.allowed) {
    out += "{\"allowed\":{";
    append_json_member(out, "path", allowance.place.path);
    out += ',';
    append_json_member(out, "rule", allowance.rule);
    out += ',';
    append_json_member(out, "reason", allowance.reason);
    out += fmt::format(",\"count\":{}}}}}\n", allowance.count);
  }
  return out + fmt::format("{{\"summary\":{{\"errors\":{},\"warnings\":{},\"suggestions\":{}}}}}\n",
                           findings.errors, findings.warnings, findings.infos);
}

std::string findings_as_github(const Findings& findings) {
  std::string out;
  for (const Finding& finding : findings.all) out += github_line(finding);
  for (const Allowance& allowance : findings.allowed) out += allowance_line(allowance);
  return out + summary_line(findings) + '\n';
}

}  // namespace signpost
