#include <algorithm>
#include <cctype>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"
#include "figures/figure.h"
#include "markdown/directives.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxColumns = 5;
constexpr std::size_t kMaxItems = 10;

Place node_place(const PageInput& input, const Node& node, std::uint32_t length = 0) {
  return {input.page.source_path, node.line, node.column, length};
}

bool is_file_name(std::string_view alt) {
  static constexpr std::string_view kEndings[] = {".png", ".jpg",  ".jpeg", ".gif",
                                                  ".svg", ".webp", ".avif", ".bmp"};
  const std::string lower = ascii_lower(alt);
  if (std::ranges::any_of(kEndings, [&](std::string_view e) { return lower.ends_with(e); })) {
    return true;
  }
  // What cameras and phones call their files: IMG_2041, DSC00012, Screenshot 2026-01-02.
  const bool camera = lower.starts_with("img_") || lower.starts_with("dsc") ||
                      lower.starts_with("screenshot 20") || lower.starts_with("image0");
  return camera && lower.find_first_of("0123456789") != lower.npos;
}

std::string_view redundant_start(std::string_view alt) {
  static constexpr std::string_view kStarts[] = {
      "image of",   "an image of", "picture of",    "a picture of",    "photo of",
      "a photo of", "graphic of",  "photograph of", "a photograph of", "icon of"};
  const std::string lower = ascii_lower(alt.substr(0, 20));
  for (const std::string_view start : kStarts) {
    if (lower.starts_with(start)) return alt.substr(0, start.size());
  }
  return "";
}

// "Chart of …", "Bar graph: …": figures that are only in a picture.
bool is_chart(std::string_view alt) {
  static constexpr std::string_view kStarts[] = {
      "chart",      "graph",        "a chart",   "a graph",     "bar chart",
      "bar graph",  "a bar chart",  "pie chart", "a pie chart", "line chart",
      "line graph", "a line graph", "histogram"};
  const std::string lower = ascii_lower(alt.substr(0, 20));
  return std::ranges::any_of(kStarts, [&](std::string_view start) {
    return lower.starts_with(start) &&
           (lower.size() == start.size() || lower[start.size()] == ' ' ||
            lower[start.size()] == ':' || lower[start.size()] == ',');
  });
}

void check_image(const PageInput& input, std::uint32_t index, Diagnostics& diagnostics) {
  const Node& node = input.document.nodes[index];
  const std::uint32_t length =
      node.extra < input.document.links.size() ? input.document.links[node.extra].length : 0;
  const Place place = node_place(input, node, length);
  const std::string plain = plain_text(input.document, index);
  const std::string_view alt = trimmed(plain);
  if (alt.empty()) {
    diagnostics.add("alt-missing", place, "the image has no description",
                    "write ![what the image shows](file)");
  } else if (is_file_name(alt)) {
    diagnostics.add("alt-file-name", place,
                    fmt::format("the image is described by its file name \"{}\"", alt),
                    "say what the image shows, as you would on the phone");
  } else if (is_chart(alt)) {
    diagnostics.add("chart-image", place, "the figures of a chart are only in a picture",
                    "put them into a file of content/_data and write :::chart and its name");
  } else if (const std::string_view start = redundant_start(alt); !start.empty()) {
    diagnostics.add(
        "alt-redundant", place,
        fmt::format("the description begins with \"{}\", which people are told anyway", start),
        "leave it out and say what the image shows");
  }
}

void check_table(const PageInput& input, const Node& table, Diagnostics& diagnostics) {
  const std::vector<Node>& nodes = input.document.nodes;
  if (table.first_child == kNoNode) return;
  const Node& header = nodes[table.first_child];
  std::size_t columns = 0;
  for (std::uint32_t cell = header.first_child; cell != kNoNode; cell = nodes[cell].next) {
    ++columns;
    const std::string name = plain_text(input.document, cell);
    if (trimmed(name).empty()) {
      const Node& placed = nodes[cell].line == 0 ? table : nodes[cell];
      diagnostics.add("table-header-empty", node_place(input, placed),
                      fmt::format("column {} of the table has no name", columns),
                      "name the column in the first row");
    }
  }
  if (columns > kMaxColumns) {
    diagnostics.add("table-wide", node_place(input, table),
                    fmt::format("the table has {} columns, more than {}", columns, kMaxColumns),
                    "split it, or turn it into a list: it does not fit on a phone");
  }
}

void check_data_table(const PageInput& input, const Node& node, Diagnostics& diagnostics) {
  const Directive& directive = input.document.directives[node.extra];
  const auto table = input.data.tables.find(directive.argument);
  if (table == input.data.tables.end() || table->second.is_broken()) return;
  const bool has_caption =
      !table->second.about().caption.empty() ||
      std::ranges::any_of(directive.attributes, [](const auto& a) { return a.first == "caption"; });
  if (!has_caption) {
    diagnostics.add(
        "table-caption", node_place(input, node),
        fmt::format("the {} \"{}\" has no caption", directive.rule->name, directive.argument),
        fmt::format("write :::{} {} {{caption=\"what it shows\"}}", directive.rule->name,
                    directive.argument));
  }
  const std::size_t columns = shown_table(table->second, directive.attributes).columns().size();
  if (columns > kMaxColumns) {
    diagnostics.add("table-wide", node_place(input, node),
                    fmt::format("the table has {} columns, more than {}", columns, kMaxColumns),
                    "split it, or turn it into a list: it does not fit on a phone");
  }
}

void check_list(const PageInput& input, const Node& list, Diagnostics& diagnostics) {
  if (list.level != 0) return;
  std::size_t items = 0;
  for (std::uint32_t item = list.first_child; item != kNoNode;
       item = input.document.nodes[item].next) {
    ++items;
  }
  if (items > kMaxItems) {
    diagnostics.add("list-long", node_place(input, list),
                    fmt::format("the list has {} items, more than {}", items, kMaxItems),
                    "group the items under headings");
  }
}

// A table stands well after a heading or a sentence that says what it shows.
bool introduces(const Node& node) {
  return node.kind == NodeKind::kHeading || node.kind == NodeKind::kParagraph;
}

void check_table_introductions(const PageInput& input, const Node& parent,
                               Diagnostics& diagnostics) {
  const std::vector<Node>& nodes = input.document.nodes;
  const Node* before = nullptr;
  for (std::uint32_t child = parent.first_child; child != kNoNode; child = nodes[child].next) {
    const Node& node = nodes[child];
    if (node.kind == NodeKind::kTable && (before == nullptr || !introduces(*before))) {
      diagnostics.add("table-caption", node_place(input, node), "nothing says what the table shows",
                      "write a heading or a sentence just before it");
    }
    before = &node;
  }
}

}  // namespace

void check_structure(const PageInput& input, Diagnostics& diagnostics) {
  const std::vector<Node>& nodes = input.document.nodes;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    switch (node.kind) {
      case NodeKind::kImage:
        check_image(input, i, diagnostics);
        break;
      case NodeKind::kTable:
        check_table(input, node, diagnostics);
        break;
      case NodeKind::kList:
        check_list(input, node, diagnostics);
        break;
      case NodeKind::kDocument:
        check_table_introductions(input, node, diagnostics);
        break;
      case NodeKind::kDirective: {
        check_table_introductions(input, node, diagnostics);
        const bool known = node.extra < input.document.directives.size();
        if (known && input.document.directives[node.extra].rule->names_table()) {
          check_data_table(input, node, diagnostics);
        }
        break;
      }
      default:
        break;
    }
  }
}

}  // namespace signpost
