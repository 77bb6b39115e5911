#include "html/footnotes.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "html/addresses.h"

namespace signpost {

void append_line_start(std::string& out) {
  if (!out.empty() && out.back() != '\n') out += '\n';
}

void append_alt_text(std::string& out, const Document& document, std::uint32_t image) {
  for (std::uint32_t child = document.nodes[image].first_child; child != kNoNode;
       child = document.nodes[child].next) {
    const Node& node = document.nodes[child];
    switch (node.kind) {
      case NodeKind::kText:
      case NodeKind::kCode:
      case NodeKind::kHtmlInline:
      case NodeKind::kAbbreviation:
        append_html_escaped(out, document.text(node));
        break;
      case NodeKind::kSoftBreak:
      case NodeKind::kLineBreak:
        out += ' ';
        break;
      default:
        break;
    }
    if (node.kind != NodeKind::kFootnoteReference) append_alt_text(out, document, child);
  }
}

void append_footnote_reference(std::string& out, std::string_view label, const Footnote& use) {
  out += "<sup class=\"footnote-ref\"><a href=\"#fn-";
  append_href(out, label);
  out += "\" id=\"fnref-";
  append_href(out, label);
  if (use.use > 1) out += "-" + std::to_string(use.use);
  out += "\" data-footnote-ref>" + std::to_string(use.number) + "</a></sup>";
}

void append_footnotes_start(std::string& out) {
  out += "<section class=\"footnotes\" data-footnotes>\n<ol>\n";
}

void append_footnote_item_start(std::string& out, std::string_view label, std::uint32_t value) {
  out += "<li id=\"fn-";
  append_href(out, label);
  out += value == 0 ? "\"" : "\" value=\"" + std::to_string(value) + "\"";
  out += ">\n";
}

void append_footnote_back_links(std::string& out, const Words& words, std::string_view label,
                                const Footnote& footnote, std::span<const std::uint32_t> uses) {
  const std::string number = std::to_string(footnote.number);
  for (const std::uint32_t use : uses) {
    const std::string suffix = use == 1 ? "" : "-" + std::to_string(use);
    out += use == uses.front() ? "<a href=\"#fnref-" : " <a href=\"#fnref-";
    append_href(out, label);
    out += suffix;
    out += "\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"";
    out.append(number).append(suffix).append("\" aria-label=\"");
    append_html_escaped(out, words.text("footnote_back", {{"number", number + suffix}}));
    out.append("\">↩");
    if (use > 1) out += "<sup class=\"footnote-ref\">" + std::to_string(use) + "</sup>";
    out += "</a>";
  }
}

std::vector<std::uint32_t> all_uses(const Footnote& footnote) {
  std::vector<std::uint32_t> uses(std::max<std::uint32_t>(footnote.use, 1));
  std::iota(uses.begin(), uses.end(), 1U);
  return uses;
}

bool ends_with_paragraph(const Document& document, const Node& footnote) {
  std::uint32_t last = footnote.first_child;
  if (last == kNoNode) return false;
  while (document.nodes[last].next != kNoNode) last = document.nodes[last].next;
  return document.nodes[last].kind == NodeKind::kParagraph;
}

}  // namespace signpost
