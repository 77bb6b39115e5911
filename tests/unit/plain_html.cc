#include "unit/plain_html.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"
#include "html/addresses.h"
#include "html/footnotes.h"
#include "markdown/syntax.h"

namespace signpost {
namespace {

// What the cmark-gfm program says itself.
const Words& cmark_words() {
  static const Words kWords("en", "ltr", {{"footnote_back", {"Back to reference {number}"}}});
  return kWords;
}

// Renders with the markup of the cmark-gfm program (its src/html.c and extensions/, without the
// option "unsafe").
class PlainHtml {
 public:
  explicit PlainHtml(const Document& document) : document_(document) {}

  std::string take() {
    render_children(document_.nodes[0], Parent{});
    if (footnote_seen_) out_ += "</ol>\n</section>\n";
    return std::move(out_);
  }

 private:
  // What a node needs to know of those above it.
  struct Parent {
    bool tight = false;   // the children of this item are not wrapped in <p>
    bool header = false;  // cells are <th>
    bool strong = false;
    const Node* footnote = nullptr;
  };

  void render_children(const Node& node, const Parent& parent) {
    for (std::uint32_t child = node.first_child; child != kNoNode;
         child = document_.nodes[child].next) {
      render(child, parent);
    }
  }

  void render(std::uint32_t index, const Parent& parent) {
    const Node& node = document_.nodes[index];
    if (node.kind < NodeKind::kText) {
      render_block(node, parent);
    } else {
      render_inline(index, node, parent);
    }
  }

  void element(const Node& node, std::string_view name, const Parent& parent) {
    append_line_start(out_);
    out_.append("<").append(name).append(">");
    render_children(node, parent);
    out_.append("</").append(name).append(">\n");
  }

  void render_block(const Node& node, const Parent& parent) {
    switch (node.kind) {
      case NodeKind::kParagraph:
        return render_paragraph(node, parent);
      case NodeKind::kHeading:
        return element(node, "h" + std::to_string(node.level), {});
      case NodeKind::kBlockQuote:
        append_line_start(out_);
        out_ += "<blockquote>\n";
        render_children(node, {});
        append_line_start(out_);
        out_ += "</blockquote>\n";
        return;
      case NodeKind::kList:
        return render_list(node);
      case NodeKind::kItem:
        return render_item(node, parent);
      case NodeKind::kCodeBlock:
        return render_code_block(node);
      case NodeKind::kHtmlBlock:
        append_line_start(out_);
        out_ += "<!-- raw HTML omitted -->\n";
        return;
      case NodeKind::kThematicBreak:
        append_line_start(out_);
        out_ += "<hr />\n";
        return;
      case NodeKind::kTable:
        return render_table(node);
      case NodeKind::kFootnoteDefinition:
        return render_footnote(node);
      default:
        return render_children(node, {});
    }
  }

  void render_paragraph(const Node& node, const Parent& parent) {
    if (parent.tight) return render_children(node, {});
    append_line_start(out_);
    out_ += "<p>";
    render_children(node, {});
    if (parent.footnote != nullptr && node.next == kNoNode) {
      out_ += ' ';
      append_footnote_back_links(out_, cmark_words(), document_.text(*parent.footnote),
                                 document_.footnotes[parent.footnote->extra],
                                 all_uses(document_.footnotes[parent.footnote->extra]));
    }
    out_ += "</p>\n";
  }

  void render_list(const Node& node) {
    append_line_start(out_);
    const bool ordered = node.level == 1;
    if (ordered && node.extra != 1) {
      out_ += "<ol start=\"" + std::to_string(node.extra) + "\">\n";
    } else {
      out_ += ordered ? "<ol>\n" : "<ul>\n";
    }
    render_children(node, {.tight = (node.flags & kTightList) != 0});
    out_ += ordered ? "</ol>\n" : "</ul>\n";
  }

  void render_item(const Node& node, const Parent& parent) {
    append_line_start(out_);
    out_ += "<li>";
    if ((node.flags & kTaskItem) != 0) {
      out_ += (node.flags & kTaskDone) != 0
                  ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                  : "<input type=\"checkbox\" disabled=\"\" /> ";
    }
    render_children(node, {.tight = parent.tight});
    out_ += "</li>\n";
  }

  void render_code_block(const Node& node) {
    append_line_start(out_);
    out_ += "<pre><code";
    if (node.extra != kNoNode) {
      const std::string_view info = document_.infos[node.extra];
      out_ += " class=\"language-";
      append_html_escaped(out_, info.substr(0, info.find_first_of(" \t\n\v\f\r")));
      out_ += '"';
    }
    out_ += '>';
    append_html_escaped(out_, document_.text(node));
    out_ += "</code></pre>\n";
  }

  void render_table(const Node& table) {
    append_line_start(out_);
    out_ += "<table>";
    bool body = false;
    for (std::uint32_t index = table.first_child; index != kNoNode;
         index = document_.nodes[index].next) {
      const Node& row = document_.nodes[index];
      const bool header = (row.flags & kHeaderRow) != 0;
      append_line_start(out_);
      if (header) out_ += "<thead>\n";
      if (!header && !body) out_ += "<tbody>\n";
      body = body || !header;
      out_ += "<tr>";
      render_cells(row, header);
      out_ += "\n</tr>";
      if (header) out_ += "\n</thead>";
    }
    if (body) out_ += "\n</tbody>";
    out_ += "\n</table>\n";
  }

  void render_cells(const Node& row, bool header) {
    const std::string_view name = header ? "th" : "td";
    for (std::uint32_t index = row.first_child; index != kNoNode;
         index = document_.nodes[index].next) {
      const Node& cell = document_.nodes[index];
      append_line_start(out_);
      out_.append("<").append(name);
      if (cell.level == 1) out_ += " align=\"left\"";
      if (cell.level == 2) out_ += " align=\"center\"";
      if (cell.level == 3) out_ += " align=\"right\"";
      out_ += '>';
      render_children(cell, {});
      out_.append("</").append(name).append(">");
    }
  }

  void render_footnote(const Node& node) {
    const Footnote& footnote = document_.footnotes[node.extra];
    if (!footnote_seen_) append_footnotes_start(out_);
    footnote_seen_ = true;
    append_footnote_item_start(out_, document_.text(node));
    render_children(node, {.footnote = &node});
    if (!ends_with_paragraph(document_, node)) {
      append_footnote_back_links(out_, cmark_words(), document_.text(node), footnote,
                                 all_uses(footnote));
      out_ += '\n';
    }
    out_ += "</li>\n";
  }

  void wrap(const Node& node, std::string_view name) {
    out_.append("<").append(name).append(">");
    render_children(node, {.strong = node.kind == NodeKind::kStrong});
    out_.append("</").append(name).append(">");
  }

  void render_inline(std::uint32_t index, const Node& node, const Parent& parent) {
    switch (node.kind) {
      case NodeKind::kText:
        return append_html_escaped(out_, document_.text(node));
      case NodeKind::kSoftBreak:
        out_ += '\n';
        return;
      case NodeKind::kLineBreak:
        out_ += "<br />\n";
        return;
      case NodeKind::kCode:
        out_ += "<code>";
        append_html_escaped(out_, document_.text(node));
        out_ += "</code>";
        return;
      case NodeKind::kHtmlInline:
        out_ += "<!-- raw HTML omitted -->";
        return;
      case NodeKind::kEmphasis:
        return wrap(node, "em");
      case NodeKind::kStrong:
        return parent.strong ? render_children(node, {.strong = true}) : wrap(node, "strong");
      case NodeKind::kStrikethrough:
        return wrap(node, "del");
      case NodeKind::kLink:
        return render_link(node);
      case NodeKind::kImage:
        return render_image(index, node);
      case NodeKind::kFootnoteReference:
        return append_footnote_reference(out_, document_.text(node),
                                         document_.footnotes[node.extra]);
      default:
        return;
    }
  }

  // Returns the address, or "" where cmark-gfm leaves it out (its _scan_dangerous_url).
  static std::string_view harmless(std::string_view address) {
    const std::string start = ascii_lower(address.substr(0, 16));
    for (const std::string_view image : {"png", "gif", "jpeg", "webp"}) {
      if (start.starts_with("data:image/" + std::string(image))) return address;
    }
    for (const std::string_view scheme : {"javascript:", "vbscript:", "file:", "data:"}) {
      if (start.starts_with(scheme)) return {};
    }
    return address;
  }

  void append_title(const Link& link) {
    if (link.title.empty()) return;
    out_ += "\" title=\"";
    append_html_escaped(out_, link.title);
  }

  void render_link(const Node& node) {
    const Link& link = document_.links[node.extra];
    out_ += "<a href=\"";
    append_href(out_, harmless(link.url));
    append_title(link);
    out_ += "\">";
    render_children(node, {});
    out_ += "</a>";
  }

  void render_image(std::uint32_t index, const Node& node) {
    const Link& link = document_.links[node.extra];
    out_ += "<img src=\"";
    append_href(out_, harmless(link.url));
    out_ += "\" alt=\"";
    append_alt_text(out_, document_, index);
    append_title(link);
    out_ += "\" />";
  }

  const Document& document_;
  std::string out_;
  bool footnote_seen_ = false;
};

}  // namespace

std::string markdown_to_html(std::string_view markdown) {
  const Syntax syntax = parse_syntax(markdown, Dialect::kPlain);
  return PlainHtml(syntax.document).take();
}

}  // namespace signpost
