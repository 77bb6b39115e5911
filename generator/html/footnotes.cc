#include "html/footnotes.h"

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

void append_footnote_item_start(std::string& out, std::string_view label,
                                const Footnote& footnote) {
  if (footnote.number == 1) out += "<section class=\"footnotes\" data-footnotes>\n<ol>\n";
  out += "<li id=\"fn-";
  append_href(out, label);
  out += "\">\n";
}

void append_footnote_back_links(std::string& out, const Words& words, std::string_view label,
                                const Footnote& footnote) {
  const std::string number = std::to_string(footnote.number);
  for (std::uint32_t use = 1; use == 1 || use <= footnote.use; ++use) {
    const std::string suffix = use == 1 ? "" : "-" + std::to_string(use);
    out += use == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-";
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

bool ends_with_paragraph(const Document& document, const Node& footnote) {
  std::uint32_t last = footnote.first_child;
  if (last == kNoNode) return false;
  while (document.nodes[last].next != kNoNode) last = document.nodes[last].next;
  return document.nodes[last].kind == NodeKind::kParagraph;
}

}  // namespace signpost
