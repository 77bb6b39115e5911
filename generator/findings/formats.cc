#include "findings/formats.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <span>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "findings/terminal_text.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxShownFindings = 1000;
constexpr std::uintmax_t kMaxExcerptBytes = 16U << 20U;

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

std::string shown_place(const Place& place) {
  std::string out = shown(place.path);
  if (place.line > 0) out += fmt::format(":{}", place.line);
  if (place.line > 0 && place.column > 0) out += fmt::format(":{}", place.column);
  return out;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '/' || c == ':';
}

// Whether the line holds a number that is no part of a date, a time or a word.
bool holds_number(std::string_view line) {
  constexpr std::string_view kDigits = "0123456789.,";
  for (std::size_t i = line.find_first_of("0123456789"); i < line.size();) {
    const std::size_t end = std::min(line.find_first_not_of(kDigits, i), line.size());
    const bool is_inside =
        (i > 0 && is_word_byte(line[i - 1])) || (end < line.size() && is_word_byte(line[end]));
    if (!is_inside) return true;
    i = line.find_first_of("0123456789", end);
  }
  return false;
}

// Files of the data folder that hold no figures of the service's own.
bool holds_words(std::string_view path) {
  static constexpr std::string_view kNames[] = {"glossary", "deadlines", "law-events",
                                                "question-sets", "search-words"};
  return std::ranges::any_of(kNames, [&](std::string_view name) {
    return path == fmt::format("content/_data/{}.yaml", name);
  });
}

// Whether the line may hold a count of people that no page shows: logs are read by more people than
// the files. Lines of tables and results, those of sessions and meetings, and what tells a count.
bool may_hold_count(const Diagnostic& d, std::string_view line) {
  const bool is_told = d.rule == "disclosure-given-away" || d.rule == "disclosure-same-number";
  if (is_told) return true;  // also in words
  if (!holds_number(line)) return false;
  if (d.rule.starts_with("disclosure-") || d.rule == "table-small-count") return true;
  if (d.place.path.starts_with("content/_data/")) return !holds_words(d.place.path);
  return line.find("attend") != line.npos || line.find("number:") != line.npos;
}

void append_finding(std::string& out, const Finding& finding, SourceLines& sources) {
  const Diagnostic& d = finding.diagnostic;
  const std::string place = shown_place(d.place);
  out += fmt::format("{}{}{}: {} [{}]\n", place, place.empty() ? "" : ": ",
                     severity_name(finding.severity), shown(d.message), d.rule);
  const std::string_view line = sources.line(d.place.path, d.place.line);
  if (!line.empty() && !may_hold_count(d, line))
    out += excerpt(line, d.place.line, d.place.column, d.place.length);
  if (!d.help.empty()) out += fmt::format("   help: {}\n", shown(d.help));
}

// Above U+FFFF as a pair of surrogates.
void append_json_escape(std::string& out, std::uint32_t c) {
  if (c > 0xFFFF) {
    out += fmt::format("\\u{:04x}", 0xD800U + ((c - 0x10000U) >> 10U));
    c = 0xDC00U + ((c - 0x10000U) & 0x3FFU);
  }
  out += fmt::format("\\u{:04x}", c);
}

// RFC 8259: quotes, backslashes and control characters escaped; what is not UTF-8 becomes U+FFFD.
void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const ShownCharacter point = shown_character(text.substr(at));
    if (point.value == '"' || point.value == '\\') {
      out += '\\';
      out += static_cast<char>(point.value);
    } else if (is_unsafe(point.value)) {
      append_json_escape(out, point.value);
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
  for (const char c : shown(text, LineEnds::kKept)) {
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

// The findings that people are shown, in their order, and a line about those that are left out.
struct Selection {
  std::vector<const Finding*> shown;
  std::string rest;
};

// Where there are too many, errors go before warnings, and these before suggestions.
Selection select_findings(const Findings& findings) {
  Selection selection;
  std::size_t room = kMaxShownFindings;
  std::size_t errors = std::min(room, findings.errors);
  std::size_t warnings = std::min(room - errors, findings.warnings);
  std::size_t infos = std::min(room - errors - warnings, findings.infos);
  const std::size_t left_out =
      findings.errors - errors + findings.warnings - warnings + findings.infos - infos;
  if (left_out > 0) {
    selection.rest = fmt::format(
        "and {} more: mend some of these first, or read them all with --format json\n", left_out);
  }
  for (const Finding& finding : findings.all) {
    std::size_t& kind = finding.severity == Severity::kError     ? errors
                        : finding.severity == Severity::kWarning ? warnings
                                                                 : infos;
    if (kind == 0) continue;
    --kind;
    selection.shown.push_back(&finding);
  }
  return selection;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  static constexpr std::string_view kNames[] = {"off", "info", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

std::string findings_as_text(const Findings& findings, const std::filesystem::path& site_dir) {
  SourceLines sources(site_dir);
  std::string out;
  const Selection selection = select_findings(findings);
  for (const Finding* finding : selection.shown) append_finding(out, *finding, sources);
  for (const Allowance& allowance : findings.allowed) out += allowance_line(allowance);
  return out + selection.rest + summary_line(findings) + '\n';
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
  const Selection selection = select_findings(findings);
  for (const Finding* finding : selection.shown) out += github_line(*finding);
  for (const Allowance& allowance : findings.allowed) out += allowance_line(allowance);
  return out + selection.rest + summary_line(findings) + '\n';
}

}  // namespace signpost
