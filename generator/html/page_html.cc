#include "html/page_html.h"

#include <utility>

#include "base/text.h"
#include "figures/table_html.h"
#include "html/addresses.h"
#include "html/footnotes.h"
#include "html/html.h"
#include "html/phone_links.h"

namespace signpost {
namespace {

constexpr std::string_view kClasses[] = {"", " class=\"sp-left\"", " class=\"sp-center\"",
                                         " class=\"sp-right\""};

}  // namespace

std::string PageHtml::take() {
  out_.reserve(document_.arena.size() * 2 + document_.nodes.size() * 8);
  const auto split = splits_.find(shown_.page_index);
  if (shown_.part == kWholePage || split == splits_.end()) {
    render_children(document_.nodes[0], {});
  } else {
    render_part(split->second);
  }
  if (footnote_count_ > 0) out_ += "</ol>\n</section>\n";
  return std::move(out_);
}

void PageHtml::render_part(const PageSplit& split) {
  const NodeRange& range = shown_.part == kOpeningPart ? split.opening : split.parts[shown_.part];
  std::uint32_t first = range.first;
  if (has_title_of_heading(document_, split, shown_)) {
    is_raised_ = true;
    first = document_.nodes[first].next;
  }
  for (std::uint32_t index = first; index != range.end; index = document_.nodes[index].next) {
    find_footnote_uses(document_.nodes[index]);
    render(index, {});
  }
  for (std::uint32_t index = split.footnotes; index != kNoNode;
       index = document_.nodes[index].next) {
    const Node& node = document_.nodes[index];
    if (node.kind != NodeKind::kFootnoteDefinition) continue;
    if (footnote_uses_.contains(document_.footnotes[node.extra].number)) render_footnote(node);
  }
}

// The depth is bounded by the parser.
void PageHtml::find_footnote_uses(const Node& node) {
  if (node.kind == NodeKind::kFootnoteReference) {
    const Footnote& use = document_.footnotes[node.extra];
    footnote_uses_[use.number].push_back(use.use);
  }
  for (std::uint32_t child = node.first_child; child != kNoNode;
       child = document_.nodes[child].next) {
    find_footnote_uses(document_.nodes[child]);
  }
}

std::vector<std::uint32_t> PageHtml::uses_of(const Footnote& footnote) const {
  const auto found = footnote_uses_.find(footnote.number);
  return found == footnote_uses_.end() ? all_uses(footnote) : found->second;
}

void PageHtml::render_from(std::uint32_t child, const Parent& parent) {
  for (; child != kNoNode; child = document_.nodes[child].next) render(child, parent);
}

void PageHtml::render_children(const Node& node, const Parent& parent) {
  render_from(node.first_child, parent);
}

// Documents are at most kMaxDepth deep (markdown/syntax.h), so this may recurse.
void PageHtml::render(std::uint32_t index, const Parent& parent) {
  const Node& node = document_.nodes[index];
  switch (node.kind) {
    case NodeKind::kParagraph:
      return render_paragraph(node, parent);
    case NodeKind::kHeading:
      return render_heading(node);
    case NodeKind::kBlockQuote:
      return render_quote(node);
    case NodeKind::kList:
      return render_list(node);
    case NodeKind::kItem:
      return render_item(node, parent);
    case NodeKind::kCodeBlock:
      return render_code_block(node);
    case NodeKind::kThematicBreak:
      append_line_start(out_);
      out_ += "<hr>\n";
      return;
    case NodeKind::kTable:
      return render_table(node);
    case NodeKind::kFootnoteDefinition:
      return render_footnote(node);
    case NodeKind::kDirective:
      return render_directive(index, node);
    case NodeKind::kHtmlBlock:
      return;
    default:
      return render_inline(index, node, parent);
  }
}

void PageHtml::wrap(const Node& node, std::string_view name) {
  out_.append("<").append(name).append(">");
  render_children(node, {.strong = node.kind == NodeKind::kStrong});
  out_.append("</").append(name).append(">");
}

void PageHtml::render_inline(std::uint32_t index, const Node& node, const Parent& parent) {
  switch (node.kind) {
    case NodeKind::kText:
      if (!may_link_) return append_html_escaped(out_, document_.text(node));
      return append_text_with_phones(out_, document_.text(node));
    case NodeKind::kSoftBreak:
      out_ += '\n';
      return;
    case NodeKind::kLineBreak:
      out_ += "<br>\n";
      return;
    case NodeKind::kCode:
      out_ += "<code>";
      append_html_escaped(out_, document_.text(node));
      out_ += "</code>";
      return;
    case NodeKind::kEmphasis:
      return wrap(node, "em");
    case NodeKind::kStrong:
      return parent.strong ? render_children(node, parent) : wrap(node, "strong");
    case NodeKind::kStrikethrough:
      return wrap(node, "del");
    case NodeKind::kLink:
      return render_link(node);
    case NodeKind::kImage:
      return render_image(index, node);
    case NodeKind::kFootnoteReference:
      return append_footnote_reference(out_, document_.text(node), document_.footnotes[node.extra]);
    case NodeKind::kAbbreviation:
      out_ += "<abbr title=\"";
      append_html_escaped(out_, document_.abbreviations[node.extra]);
      out_ += "\">";
      append_html_escaped(out_, document_.text(node));
      out_ += "</abbr>";
      return;
    default:
      return;
  }
}

void PageHtml::render_without_links(const Node& node) {
  const bool might_link = std::exchange(may_link_, false);
  render_children(node, {});
  may_link_ = might_link;
}

void PageHtml::render_paragraph(const Node& node, const Parent& parent) {
  if (!parent.tight) {
    append_line_start(out_);
    out_ += "<p>";
  }
  render_children(node, {});
  if (parent.tight) return;
  if (parent.footnote != nullptr && node.next == kNoNode) {
    out_ += ' ';
    append_footnote_back_links(out_, words_, document_.text(*parent.footnote),
                               document_.footnotes[parent.footnote->extra],
                               uses_of(document_.footnotes[parent.footnote->extra]));
  }
  out_ += "</p>\n";
}

void PageHtml::render_heading(const Node& node) {
  const Heading& heading = document_.headings[node.extra];
  if (node.level <= 2) is_raised_ = false;
  const int level = node.level - (is_raised_ ? 1 : 0);
  const std::string name = "h" + std::to_string(level);
  last_heading_ = heading.text;
  last_level_ = level;
  append_line_start(out_);
  out_.append("<").append(name).append(" id=\"");
  append_html_escaped(out_, heading.id);
  out_ += "\">";
  render_without_links(node);
  out_.append("</").append(name).append(">\n");
}

void PageHtml::render_quote(const Node& node) {
  append_line_start(out_);
  out_ += "<blockquote>\n";
  render_children(node, {});
  append_line_start(out_);
  out_ += "</blockquote>\n";
}

void PageHtml::render_list(const Node& node) {
  append_line_start(out_);
  const bool ordered = node.level == 1;
  out_ += ordered ? "<ol" : "<ul";
  if (ordered && node.extra != 1) out_ += " start=\"" + std::to_string(node.extra) + "\"";
  out_ += ">\n";
  render_children(node, {.tight = (node.flags & kTightList) != 0});
  out_ += ordered ? "</ol>\n" : "</ul>\n";
}

void PageHtml::render_item(const Node& node, const Parent& parent) {
  append_line_start(out_);
  if ((node.flags & kTaskItem) == 0) {
    out_ += "<li>";
  } else if ((node.flags & kTaskDone) == 0) {
    out_ +=
        "<li class=\"sp-task\"><span class=\"sp-task__box\" role=\"img\" "
        "aria-label=\"";
    append_string("task_to_do");
    out_ += "\"></span>";
  } else {
    out_ +=
        "<li class=\"sp-task\"><span class=\"sp-task__box sp-task__box--done\" role=\"img\" "
        "aria-label=\"";
    append_string("task_done");
    out_ += "\"></span>";
  }
  render_children(node, {.tight = parent.tight});
  out_ += "</li>\n";
}

// A code block scrolls sideways: the keyboard must reach it.
void PageHtml::render_code_block(const Node& node) {
  append_line_start(out_);
  out_ += "<pre tabindex=\"0\"><code";
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

void PageHtml::append_string(std::string_view key, Fillings fillings) {
  append_html_escaped(out_, words_.text(key, fillings));
}

void PageHtml::render_table(const Node& table) {
  append_line_start(out_);
  const std::vector<std::string> columns = column_names(table);
  out_ += columns.empty() ? "<section class=\"sp-table\""
                          : "<section class=\"sp-table sp-table--stacks\"";
  out_ += " tabindex=\"0\" aria-label=\"";
  append_html_escaped(out_, table_label(words_, last_heading_, numbers_));
  out_ += "\">\n<table>\n";
  bool body = false;
  for (std::uint32_t index = table.first_child; index != kNoNode;
       index = document_.nodes[index].next) {
    const Node& row = document_.nodes[index];
    const bool header = (row.flags & kHeaderRow) != 0;
    if (header) out_ += "<thead>\n";
    if (!header && !body) out_ += "<tbody>\n";
    body = body || !header;
    render_row(row, header, columns);
    if (header) out_ += "</thead>\n";
  }
  if (body) out_ += "</tbody>\n";
  out_ += "</table>\n</section>\n";
}

std::vector<std::string> PageHtml::column_names(const Node& table) const {
  std::vector<std::string> names;
  if (table.first_child == kNoNode) return names;
  const Node& head = document_.nodes[table.first_child];
  for (std::uint32_t index = head.first_child; index != kNoNode;
       index = document_.nodes[index].next) {
    names.push_back(plain_text(document_, index));
  }
  if (names.size() < kStackedColumns) names.clear();
  return names;
}

void PageHtml::render_row(const Node& row, bool header, const std::vector<std::string>& columns) {
  out_ += "<tr>\n";
  std::size_t column = 0;
  for (std::uint32_t index = row.first_child; index != kNoNode;
       index = document_.nodes[index].next, ++column) {
    const Node& cell = document_.nodes[index];
    // An empty corner heads nothing.
    const bool names_column = header && cell.first_child != kNoNode;
    out_ += names_column ? "<th scope=\"col\"" : "<td";
    out_ += kClasses[cell.level & 3U];
    if (!header && column < columns.size() && !columns[column].empty()) {
      out_ += " data-name=\"";
      append_html_escaped(out_, columns[column]);
      out_ += '"';
    }
    out_ += '>';
    render_children(cell, {});
    out_ += names_column ? "</th>\n" : "</td>\n";
  }
  out_ += "</tr>\n";
}

void PageHtml::render_footnote(const Node& node) {
  const Footnote& footnote = document_.footnotes[node.extra];
  if (footnote_count_++ == 0) append_footnotes_start(out_);
  const bool is_next = footnote.number == footnote_count_;
  append_footnote_item_start(out_, document_.text(node), is_next ? 0 : footnote.number);
  render_children(node, {.footnote = &node});
  if (!ends_with_paragraph(document_, node)) {
    append_footnote_back_links(out_, words_, document_.text(node), footnote, uses_of(footnote));
    out_ += '\n';
  }
  out_ += "</li>\n";
}

std::string PageHtml::href_of(const Link& link) const {
  std::string href;
  if (link.kind == LinkKind::kExternal) {
    append_href(href, link.url);
  } else if (link.kind == LinkKind::kAsset) {
    append_path_href(href, relative_url(page_.url, link.url));
  } else if (link.kind == LinkKind::kPage) {
    append_path_href(
        href, relative_url(page_.url, url_with_anchor(site_, splits_, link.page, link.fragment)));
  } else if (link.kind == LinkKind::kSamePage && shown_.part != kWholePage) {
    const std::string& url = url_with_anchor(site_, splits_, shown_.page_index, link.fragment);
    if (url != page_.url) append_path_href(href, relative_url(page_.url, url));
  }
  if (!link.fragment.empty()) {
    href += '#';
    append_path_href(href, link.fragment);
  }
  return href;
}

void PageHtml::render_link(const Node& node) {
  const Link& link = document_.links[node.extra];
  if (link.kind == LinkKind::kBroken) return render_children(node, {});
  out_.append("<a href=\"").append(href_of(link)).append("\"");
  if (!link.title.empty()) {
    out_ += " title=\"";
    append_html_escaped(out_, link.title);
    out_ += '"';
  }
  out_ += '>';
  render_without_links(node);
  out_ += "</a>";
}

void PageHtml::render_image(std::uint32_t index, const Node& node) {
  const Link& link = document_.links[node.extra];
  if (link.kind == LinkKind::kBroken) return append_alt_text(out_, document_, index);
  out_.append("<img src=\"").append(href_of(link)).append("\" alt=\"");
  append_alt_text(out_, document_, index);
  out_ += '"';
  if (!link.title.empty()) {
    out_ += " title=\"";
    append_html_escaped(out_, link.title);
    out_ += '"';
  }
  out_ += '>';
}

std::string table_label(const Words& words, std::string_view name, PageNumbers& numbers) {
  return numbers.distinct(words.text("table_label", {{"name", name}}));
}

bool has_title_of_heading(const Document& document, const PageSplit& split,
                          const ShownPage& shown) {
  if (shown.part >= split.parts.size()) return false;
  const std::uint32_t first = split.parts[shown.part].first;
  if (first == kNoNode || document.nodes[first].kind != NodeKind::kHeading) return false;
  return document.headings[document.nodes[first].extra].text == shown.page.title;
}

std::string render_html(const Site& site, const SiteSplits& splits, const ShownPage& shown,
                        const Document& document, const RenderDirective& render_directive) {
  return PageHtml(site, splits, shown, document, render_directive).take();
}

std::string render_html(const Site& site, std::size_t page_index, const Document& document,
                        const RenderDirective& render_directive) {
  return render_html(site, {}, {site.pages[page_index], page_index}, document, render_directive);
}

}  // namespace signpost
