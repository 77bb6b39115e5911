// The parts that a page is split into, against its headings.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"

namespace signpost {
namespace {

// Few enough to see at a glance, and enough to be worth a page more.
constexpr std::size_t kFewestParts = 3;
constexpr std::size_t kMostParts = 6;

// Returns the page's first heading with these words, or nullptr.
const Heading* find_heading(const Document& document, std::string_view words) {
  const auto found = std::ranges::find(document.headings, words, &Heading::text);
  return found == document.headings.end() ? nullptr : &*found;
}

// Reports that the part begins nowhere: its heading is not there, too deep, or too early.
void report_heading(const PageInput& input, const PagePart& part, Diagnostics& diagnostics) {
  const Place place{input.page.source_path, part.line, part.column, 0};
  const Heading* heading = find_heading(input.document, part.from);
  if (heading == nullptr) {
    std::vector<std::string_view> names;
    for (const Heading& each : input.document.headings) {
      if (each.level == 2) names.push_back(each.text);
    }
    diagnostics.add(
        "parts-heading", place,
        fmt::format("no heading \"{}\", at which a part was to begin", part.from),
        did_you_mean_or(part.from, names,
                        "write the words of a heading of the page that begins with ##"));
  } else if (heading->level != 2) {
    diagnostics.add("parts-heading", place,
                    fmt::format("a part cannot begin at \"{}\", a heading of level {}", part.from,
                                heading->level),
                    "write the words of a heading that begins with ##");
  } else {
    diagnostics.add("parts-heading", place,
                    fmt::format("the part \"{}\" is not in the order of the page", part.from),
                    "write each heading once, in the order in which they stand on the page");
  }
}

void check_part_count(const PageInput& input, Diagnostics& diagnostics) {
  const std::size_t count = input.page.parts.size();
  if (count >= kFewestParts && count <= kMostParts) return;
  const FieldEntry* field = input.page.find("parts");
  const bool is_few = count < kFewestParts;
  diagnostics.add(
      "parts-count", {input.page.source_path, field->line, field->column, 0},
      fmt::format("the page is split into {} part{}, {} than {}", count, count == 1 ? "" : "s",
                  is_few ? "fewer" : "more", is_few ? kFewestParts : kMostParts),
      is_few ? "name more headings under parts:, or take parts: out"
             : "let some parts hold several headings: name only the first of them");
}

// Counts the words of each part, and of what stands before them, by where its nodes begin: nodes
// are in the order of the page.
void check_part_lengths(const PageInput& input, const PageSplit& split, Diagnostics& diagnostics) {
  std::vector<std::uint32_t> words(input.page.parts.size() + 1);
  for (const TextBlock& block : input.text.blocks) {
    if (block.kind == BlockKind::kCode) continue;
    std::size_t part = 0;
    for (std::size_t i = 0; i < split.parts.size(); ++i) {
      if (split.parts[i].first <= block.node) part = i + 1;
    }
    Wording wording;
    read_wording(input.text.text, block.begin, block.end, wording);
    words[part] += wording.word_count;
  }
  for (std::size_t i = 0; i < input.page.parts.size(); ++i) {
    if (words[i + 1] <= kMaxPageWords) continue;
    const PagePart& part = input.page.parts[i];
    diagnostics.add("page-long", {input.page.source_path, part.line, part.column, 0},
                    fmt::format("the part \"{}\" has {} words, more than {}", part.title,
                                words[i + 1], kMaxPageWords),
                    "begin another part at one of its headings");
  }
}

}  // namespace

void check_parts(const PageInput& input, Diagnostics& diagnostics) {
  if (!input.page.is_split()) return;
  const PageSplit split = split_page(input.page, input.document);
  check_part_count(input, diagnostics);
  for (std::size_t i = 0; i < split.parts.size(); ++i) {
    if (split.parts[i].first == kNoNode) report_heading(input, input.page.parts[i], diagnostics);
  }
  check_part_lengths(input, split, diagnostics);
}

}  // namespace signpost
