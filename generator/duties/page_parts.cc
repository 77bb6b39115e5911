#include "duties/page_parts.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "duties/told_figures.h"
#include "publications/meetings.h"

namespace signpost {
namespace {

bool holds_figure(const PublishedTable& table) {
  return std::ranges::any_of(table.rows(), [](const TableRow& row) {
    return std::ranges::any_of(row.cells,
                               [](const TableCell& cell) { return cell.value.has_value(); });
  });
}

// Whether a cell of the row tells a figure; the first of several cells names the row.
bool row_tells_figure(const Document& document, const Node& row) {
  std::uint32_t cell = row.first_child;
  if (cell != kNoNode && document.nodes[cell].next != kNoNode) cell = document.nodes[cell].next;
  for (; cell != kNoNode; cell = document.nodes[cell].next) {
    if (tells_figure(plain_text(document, cell))) return true;
  }
  return false;
}

// Whether a row below the head of the Markdown table at `table` tells a figure.
bool table_tells_figure(const Document& document, const Node& table) {
  for (std::uint32_t row = table.first_child; row != kNoNode; row = document.nodes[row].next) {
    const bool is_head = (document.nodes[row].flags & kHeaderRow) != 0;
    if (!is_head && row_tells_figure(document, document.nodes[row])) return true;
  }
  return false;
}

const Heading* heading_at(const Document& document, std::uint32_t node) {
  const auto found = std::ranges::find(document.headings, node, &Heading::node);
  return found == document.headings.end() ? nullptr : &*found;
}

}  // namespace

// Goes back to the last '*' where the rest does not fit: no more than the product of both lengths.
bool matches_pattern(std::string_view text, std::string_view pattern) {
  std::size_t at = 0, in = 0, star = pattern.npos, from = 0;
  while (at < text.size()) {
    if (in < pattern.size() && pattern[in] == '*') {
      star = in++;
      from = at;
    } else if (in < pattern.size() && pattern[in] == text[at]) {
      ++in;
      ++at;
    } else if (star != pattern.npos) {
      in = star + 1;
      at = ++from;
    } else {
      return false;
    }
  }
  while (in < pattern.size() && pattern[in] == '*') ++in;
  return in == pattern.size();
}

bool shows_table(const Document& document, const SiteData& data, std::string_view pattern) {
  return std::ranges::any_of(document.directives, [&](const Directive& directive) {
    if (!directive.rule->names_table() || !matches_pattern(directive.argument, pattern))
      return false;
    const auto found = data.tables.find(directive.argument);
    return found != data.tables.end() && holds_figure(found->second);
  });
}

bool has_figures(const Document& document, const SiteData& data) {
  if (shows_table(document, data, "*")) return true;
  return std::ranges::any_of(document.nodes, [&](const Node& node) {
    if (node.kind == NodeKind::kTable) return table_tells_figure(document, node);
    return node.kind == NodeKind::kLink && document.links[node.extra].kind == LinkKind::kAsset;
  });
}

bool has_replies(const Page& page, const SiteData& data) {
  const auto found = data.evaluations.find(page.text("results"));
  return found != data.evaluations.end() && found->second.replies.count() != 0;
}

bool has_section(const Document& document, std::string_view words) {
  const std::string wanted = ascii_lower(words);
  std::uint8_t inside = 0;       // the level of the heading found, 0 before it
  bool is_list_to_come = false;  // "This page will say:"
  for (std::uint32_t i = document.nodes.empty() ? kNoNode : document.nodes[0].first_child;
       i != kNoNode; i = document.nodes[i].next) {
    const Heading* heading = heading_at(document, i);
    if (heading != nullptr) {
      is_list_to_come = false;
      if (inside != 0 && heading->level > inside) continue;
      const bool is_it = ascii_lower(heading->text).find(wanted) != std::string::npos;
      inside = is_it && !denies(heading->text) ? heading->level : std::uint8_t{0};
    } else if (inside > 0) {
      const std::string text = plain_text(document, i);
      const bool is_to_come =
          is_still_to_come(text) || (is_list_to_come && document.nodes[i].kind == NodeKind::kList);
      if (!is_to_come) return true;
      is_list_to_come = trimmed(text).ends_with(':');
    }
  }
  return false;
}

bool has_minutes(const Site& site, const Page& page, const Document& document) {
  if (page.text("minutes") == "not-yet") return false;
  const std::string file = page.text("minutes_file");
  if (!file.empty()) return is_meeting_file(site, file);
  return has_section(document, "minutes") || has_section(document, "notes of the meeting");
}

}  // namespace signpost
