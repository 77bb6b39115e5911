#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxCharacters = 65;  // NHS and GOV.UK styles: what a search result shows

void check_heading_text(const Heading& heading, const Place& place, Diagnostics& diagnostics) {
  if (heading.text.empty()) {
    diagnostics.add("heading-empty", place, "the heading has no words",
                    "write the heading, or delete the line");
    return;
  }
  const std::size_t size = count_code_points(heading.text);
  if (size > kMaxCharacters) {
    diagnostics.add(
        "heading-long", place,
        fmt::format("the heading has {} characters, more than {}", size, kMaxCharacters),
        "put the key words first and cut the rest");
  }
  if (heading.text.ends_with('?')) {
    diagnostics.add("heading-question", place,
                    fmt::format("the heading \"{}\" is a question", heading.text),
                    "say it as a statement, key words first");
  }
  if (heading.text.ends_with('.') && !heading.text.ends_with("..")) {
    diagnostics.add("heading-full-stop", place,
                    fmt::format("the heading \"{}\" ends in a full stop", heading.text),
                    "take the full stop out");
  }
}

void check_heading_level(const Heading& heading, std::uint8_t before, const Place& place,
                         Diagnostics& diagnostics) {
  if (heading.level == 1) {
    diagnostics.add(
        "heading-level-one", place,
        fmt::format("the heading \"{}\" is of level 1, like the page's title", heading.text),
        "begin it with ## instead of #");
  } else if (heading.level > before + 1) {
    diagnostics.add("heading-skip", place,
                    fmt::format("the heading \"{}\" is of level {}, straight after level {}",
                                heading.text, heading.level, before),
                    fmt::format("begin it with {}", std::string(before + 1U, '#')));
  }
  if (heading.level > 4) {
    diagnostics.add("heading-deep", place,
                    fmt::format("the heading \"{}\" is of level {}", heading.text, heading.level),
                    "use levels 2 to 4: split the page, or use a list");
  }
}

}  // namespace

void check_headings(const PageInput& input, Diagnostics& diagnostics) {
  std::uint8_t before = 1;
  // The headings that are open at each level, and the words used below each of them.
  std::size_t open[7] = {};
  std::set<std::pair<std::size_t, std::string>> used;
  for (std::size_t i = 0; i < input.document.headings.size(); ++i) {
    const Heading& heading = input.document.headings[i];
    const Node& node = input.document.nodes[heading.node];
    const Place place{input.page.source_path, node.line, node.column, 0};
    check_heading_text(heading, place, diagnostics);
    check_heading_level(heading, before, place, diagnostics);
    before = heading.level;
    const std::uint8_t level = std::clamp<std::uint8_t>(heading.level, 1, 6);
    for (std::uint8_t deeper = level; deeper <= 6; ++deeper) open[deeper] = i + 1;
    const bool is_new = used.emplace(open[level - 1], ascii_lower(heading.text)).second;
    if (!is_new && !heading.text.empty()) {
      diagnostics.add("heading-duplicate", place,
                      fmt::format("there is already a heading \"{}\" here", heading.text),
                      "say in each heading what its part is about");
    }
  }
}

}  // namespace signpost
