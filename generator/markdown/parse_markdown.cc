// One page's Markdown: size and depth are bounded before the parser sees it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "markdown/markdown.h"
#include "markdown/page_converter.h"
#include "markdown/syntax.h"
#include "markdown/syntax_characters.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxBytes = 1'000'000;
constexpr std::size_t kMaxColumns = 100;

// Returns how many quotes and list items the line opens or continues at its start.
std::size_t container_depth(std::string_view line) {
  std::size_t depth = 0;
  for (std::size_t i = line.find_first_not_of(" \t"); i < line.size();
       i = line.find_first_not_of(" \t", i)) {
    const bool bullet = line[i] == '-' || line[i] == '+' || line[i] == '*';
    std::size_t digits = i;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
    const bool number =
        digits > i && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    const std::size_t marker = line[i] == '>' || bullet ? i : number ? digits : line.size();
    if (marker >= line.size()) break;
    const bool separate =
        marker + 1 >= line.size() || line[marker + 1] == ' ' || line[marker + 1] == '\t';
    if (line[i] != '>' && !separate) break;
    ++depth;
    i = marker + 1;
  }
  return depth;
}

// Returns the columns of the row of dashes under a table's header, or 0 for any other line.
std::size_t delimiter_columns(std::string_view line) {
  if (line.find_first_not_of(" \t>|:-\r") != std::string_view::npos) return 0;
  const std::size_t dashes = line.find('-');
  const std::size_t end = line.rfind('-');
  if (dashes == std::string_view::npos) return 0;
  return static_cast<std::size_t>(std::ranges::count(line.substr(dashes, end - dashes), '|')) + 1;
}

// Returns true where the text may be parsed; reports the first reason why not.
bool is_within_bounds(const Body& body, const std::string& path, Diagnostics& diagnostics) {
  const std::string_view text = body.text;
  if (text.size() > kMaxBytes) {
    diagnostics.add("markdown-too-large", {path, body.first_line, 1, 0},
                    "the page has " + std::to_string(text.size()) + " bytes of text, the most is " +
                        std::to_string(kMaxBytes),
                    "split it into several pages");
    return false;
  }
  std::uint32_t number = body.first_line;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (container_depth(line) > kMaxDepth) {
      diagnostics.add("markdown-too-deep", {path, number, 1, 0},
                      "more than " + std::to_string(kMaxDepth) + " quotes or lists in each other",
                      "take some of them out of the others");
      return false;
    }
    const std::size_t columns = delimiter_columns(line);
    if (columns > kMaxColumns) {
      diagnostics.add("markdown-too-large", {path, number, 1, 0},
                      "a table of " + std::to_string(columns) + " columns, the most is " +
                          std::to_string(kMaxColumns),
                      "split it into several tables");
      return false;
    }
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return true;
}

}  // namespace

Document parse_markdown(const Site& site, const SiteData& data, std::size_t page_index, Body body,
                        Diagnostics& diagnostics) {
  if (!is_within_bounds(body, site.pages[page_index].source_path, diagnostics)) body.text.clear();
  const Syntax syntax =
      with_plain_characters(parse_syntax(body.text, Dialect::kDirectives),
                            site.pages[page_index].source_path, body.first_line, diagnostics);
  return PageConverter(site, data, page_index, body, syntax, diagnostics).convert();
}

}  // namespace signpost
