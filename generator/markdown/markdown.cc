// From cmark-gfm's tree to a Document. This unit and cmark_directives.cc are the only ones that
// include it.
#include <algorithm>
#include <cassert>
#include <optional>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-private/node.h>
#include <cmark-gfm.h>

#include "markdown/cmark_directives.h"
#include "markdown/document_builder.h"
#include "markdown/source_lines.h"
#include "markdown/syntax.h"

// Node types of cmark-gfm's extensions, exported by its library but not by an installed header.
// NOLINTBEGIN(readability-identifier-naming): the names are theirs.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;
}
// NOLINTEND(readability-identifier-naming)

namespace signpost {
namespace {

std::string_view view(const cmark_chunk& chunk) {
  if (chunk.data == nullptr) return {};
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

std::uint32_t positive(int value) { return value > 0 ? static_cast<std::uint32_t>(value) : 0; }

// Finds where an inline stands in the text. cmark-gfm counts its columns from the block's first
// line; for the lines after it, the prefix of the block ("> ", indentation) is measured here.
class InlinePlaces {
 public:
  explicit InlinePlaces(std::string_view text) : lines_(text) {}

  // Must be called before the inlines of `block` are placed.
  void enter_block(const cmark_node* block) {
    first_line_ = positive(block->start_line);
    start_line_ = block->start_line;
    offset_ = block->start_column - 1 + block->internal_offset;
    content_ = {};
    skipped_ = 0;
    const bool setext = block->type == CMARK_NODE_HEADING && block->as.heading.setext;
    if (block->type != CMARK_NODE_PARAGRAPH && !setext) return;
    content_ = {reinterpret_cast<const char*>(block->content.ptr),
                static_cast<std::size_t>(block->content.size)};
    line_begins_.assign(1, 0);
    for (std::size_t i = content_.find('\n');
         i != std::string_view::npos && i + 1 < content_.size(); i = content_.find('\n', i + 1)) {
      line_begins_.push_back(i + 1);
    }
    // Link definitions before the text are gone from the content: count from the end.
    const int last_line = block->end_line - (setext ? 1 : 0);
    const int first_line = last_line - static_cast<int>(line_begins_.size()) + 1;
    if (first_line > 0) first_line_ = positive(first_line);
  }

  // The block stands `line_count` lines, `byte_count` bytes of text, after its paragraph's start.
  void skip_text(std::uint32_t line_count, std::size_t byte_count) {
    first_line_ += line_count;
    if (line_count > 0) skipped_ = static_cast<std::uint32_t>(byte_count) + 1;
  }

  // Gives `node` the place of the inline at cmark-gfm's `line` and `column`; those that have none
  // stand where the one before ended.
  void place(Node& node, int line, int column, std::size_t length) {
    if (line > 0) {
      const std::uint32_t index = positive(line - start_line_);
      line_ = first_line_ + index;
      column_ = positive(column - static_cast<int>(skipped_));
      if (!content_.empty() && index < line_begins_.size()) {
        column_ = prefix_size(index) + positive(column - offset_);
      }
    }
    node.line = line_;
    node.column = column_ == 0 ? 1 : column_;
    column_ = node.column + static_cast<std::uint32_t>(length);
  }

  [[nodiscard]] const SourceLines& lines() const { return lines_; }

 private:
  // Returns how much of the line in the text comes before the block's content.
  [[nodiscard]] std::uint32_t prefix_size(std::size_t index) const {
    const std::size_t begin = line_begins_[index];
    std::size_t end = index + 1 < line_begins_.size() ? line_begins_[index + 1] : content_.size();
    while (end > begin && (content_[end - 1] == '\n' || content_[end - 1] == '\r')) --end;
    const std::size_t size = lines_.line(first_line_ + static_cast<std::uint32_t>(index)).size();
    return size < end - begin ? 0 : static_cast<std::uint32_t>(size - (end - begin));
  }

  SourceLines lines_;
  std::string_view content_;
  std::vector<std::size_t> line_begins_;
  std::uint32_t first_line_ = 1;
  int start_line_ = 1;
  int offset_ = 0;
  std::uint32_t skipped_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

// Carries one tree over. `convert` visits a node and says whether to go below it.
class Converter {
 public:
  Converter(std::string_view text, Syntax& syntax)
      : syntax_(syntax), document_(syntax.document), builder_(document_), places_(text) {
    document_.nodes.reserve(text.size() / 12 + 8);
    document_.arena.reserve(text.size());
  }

  void convert_tree(cmark_node* root) {
    cmark_node* node = root->first_child;
    while (node != nullptr) {
      if (convert(node) && node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      while (node->next == nullptr && node->parent != root) {
        node = node->parent;
        builder_.close();
      }
      node = node->next;
    }
  }

 private:
  // Adds the node, opened where it has children to visit.
  bool convert(cmark_node* node) {
    Node made;
    std::string_view text;
    if (!CMARK_NODE_BLOCK_P(node)) {
      if (!convert_inline(node, made, text)) return false;
    } else if (!convert_block(node, made, text)) {
      return false;
    }
    const bool has_children = node->first_child != nullptr;
    if (has_children && builder_.depth() + 1 >= kMaxDepth) {
      if (syntax_.too_deep_line == 0) syntax_.too_deep_line = made.line;
      return false;
    }
    made.text_begin = static_cast<std::uint32_t>(document_.arena.size());
    made.text_size = static_cast<std::uint32_t>(text.size());
    document_.arena += text;
    if (has_children) {
      builder_.open(made);
    } else {
      builder_.add(made);
    }
    return has_children;
  }

  bool convert_block(const cmark_node* node, Node& made, std::string_view& text) {
    made.line = positive(node->start_line);
    made.column = positive(node->start_column);
    switch (node->type) {
      case CMARK_NODE_PARAGRAPH:
        made.kind = NodeKind::kParagraph;
        if (made.line == 0) place_before_table(node, made);
        places_.enter_block(node);
        return true;
      case CMARK_NODE_HEADING:
        made.kind = NodeKind::kHeading;
        made.level = static_cast<std::uint8_t>(node->as.heading.level);
        places_.enter_block(node);
        return true;
      case CMARK_NODE_BLOCK_QUOTE:
        made.kind = NodeKind::kBlockQuote;
        return true;
      case CMARK_NODE_LIST:
        made.kind = NodeKind::kList;
        made.level = node->as.list.list_type == CMARK_ORDERED_LIST ? 1 : 0;
        made.flags = node->as.list.tight ? kTightList : 0;
        if (made.level == 1) made.extra = positive(node->as.list.start);
        return true;
      case CMARK_NODE_ITEM:
        made.kind = NodeKind::kItem;
        if (node->extension != nullptr) {
          made.flags = node->as.list.checked ? kTaskItem | kTaskDone : kTaskItem;
        }
        return true;
      case CMARK_NODE_CODE_BLOCK:
        made.kind = NodeKind::kCodeBlock;
        text = view(node->as.code.literal);
        if (node->as.code.info.len > 0) {
          made.extra = static_cast<std::uint32_t>(document_.infos.size());
          document_.infos.emplace_back(view(node->as.code.info));
        }
        return true;
      case CMARK_NODE_HTML_BLOCK:
        made.kind = NodeKind::kHtmlBlock;
        text = view(node->as.literal);
        return true;
      case CMARK_NODE_THEMATIC_BREAK:
        made.kind = NodeKind::kThematicBreak;
        return node->extension == nullptr;
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        made.kind = NodeKind::kFootnoteDefinition;
        text = view(node->as.literal);
        made.extra = static_cast<std::uint32_t>(document_.footnotes.size());
        document_.footnotes.push_back({++footnote_count_, positive(node->footnote.def_count)});
        return true;
      default:
        return convert_extension_block(node, made);
    }
  }

  bool convert_extension_block(const cmark_node* node, Node& made) {
    if (is_directive(node)) {
      made.kind = NodeKind::kDirective;
      made.extra = fence_index(node);
    } else if (node->type == CMARK_NODE_TABLE) {
      made.kind = NodeKind::kTable;
    } else if (node->type == CMARK_NODE_TABLE_ROW) {
      made.kind = NodeKind::kTableRow;
      const bool header = node->prev == nullptr;
      made.flags = header ? kHeaderRow : 0;
      above_header_ = header ? text_above_header(node->parent) : std::string_view();
      made.line += line_count(above_header_);
    } else if (node->type == CMARK_NODE_TABLE_CELL) {
      made.kind = NodeKind::kTableCell;
      made.line += line_count(above_header_);
      const std::uint8_t* alignments =
          cmark_gfm_extensions_get_table_alignments(node->parent->parent);
      const std::uint8_t alignment = alignments[node->as.cell_index];
      made.level = alignment == 'l' ? 1 : alignment == 'c' ? 2 : alignment == 'r' ? 3 : 0;
      places_.enter_block(node);
      places_.skip_text(line_count(above_header_), above_header_.size());
    } else {
      return false;
    }
    return true;
  }

  // A paragraph that ends in a table's header row is cut in two: its first part has no place, and
  // the table keeps the paragraph's.
  static void place_before_table(const cmark_node* node, Node& made) {
    if (node->next == nullptr) return;
    made.line = positive(node->next->start_line);
    made.column = positive(node->next->start_column);
  }
  static std::string_view text_above_header(const cmark_node* table) {
    const cmark_node* above = table->prev;
    if (above == nullptr || above->type != CMARK_NODE_PARAGRAPH || above->start_line != 0)
      return {};
    return {reinterpret_cast<const char*>(above->content.ptr),
            static_cast<std::size_t>(above->content.size)};
  }
  static std::uint32_t line_count(std::string_view text) {
    return text.empty() ? 0 : static_cast<std::uint32_t>(std::ranges::count(text, '\n')) + 1;
  }

  bool convert_inline(const cmark_node* node, Node& made, std::string_view& text) {
    switch (node->type) {
      case CMARK_NODE_TEXT:
        text = view(node->as.literal);
        made.kind = NodeKind::kText;
        break;
      case CMARK_NODE_SOFTBREAK:
        made.kind = NodeKind::kSoftBreak;
        return true;
      case CMARK_NODE_LINEBREAK:
        made.kind = NodeKind::kLineBreak;
        return true;
      case CMARK_NODE_CODE:
        made.kind = NodeKind::kCode;
        text = view(node->as.literal);
        break;
      case CMARK_NODE_HTML_INLINE:
        made.kind = NodeKind::kHtmlInline;
        text = view(node->as.literal);
        break;
      case CMARK_NODE_EMPH:
        made.kind = NodeKind::kEmphasis;
        break;
      case CMARK_NODE_STRONG:
        made.kind = NodeKind::kStrong;
        break;
      case CMARK_NODE_LINK:
      case CMARK_NODE_IMAGE:
        convert_link(node, made);
        return true;
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        made.kind = NodeKind::kFootnoteReference;
        text = view(node->parent_footnote_def->as.literal);
        made.extra = static_cast<std::uint32_t>(document_.footnotes.size());
        document_.footnotes.push_back(
            {footnote_number(view(node->as.literal)), positive(node->footnote.ref_ix)});
        break;
      default:
        if (node->type != CMARK_NODE_STRIKETHROUGH) return false;
        made.kind = NodeKind::kStrikethrough;
    }
    places_.place(made, node->start_line, node->start_column, text.size());
    return true;
  }

  // A link's line is that of its end: its text knows the beginning. A bare address counts its
  // column from the block: it is looked for.
  void convert_link(const cmark_node* node, Node& made) {
    made.kind = node->type == CMARK_NODE_LINK ? NodeKind::kLink : NodeKind::kImage;
    made.extra = static_cast<std::uint32_t>(document_.links.size());
    Link link;
    link.kind = LinkKind::kExternal;
    link.url = view(node->as.link.url);
    link.title = view(node->as.link.title);
    const cmark_node* first = node->first_child;
    const int line =
        first != nullptr && first->start_line > 0 ? first->start_line : node->start_line;
    places_.place(made, line, node->start_column, 0);
    const std::string_view source = places_.lines().line(made.line);
    const char at = made.column <= source.size() ? source[made.column - 1] : '\0';
    if (at == '[' || at == '!' || at == '<') {
      if (line == node->start_line && node->end_column > node->start_column) {
        link.length = positive(node->end_column - node->start_column + 1);
      }
    } else if (first != nullptr && first->type == CMARK_NODE_TEXT) {
      const std::string_view written = view(first->as.literal);
      made.column = places_.lines().find(made.line, made.column, written);
      link.length = static_cast<std::uint32_t>(written.size());
    }
    document_.links.push_back(std::move(link));
  }

  static std::uint32_t footnote_number(std::string_view digits) {
    std::uint32_t number = 0;
    for (const char digit : digits) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
    return number;
  }

  Syntax& syntax_;
  Document& document_;
  DocumentBuilder builder_;
  InlinePlaces places_;
  std::uint32_t footnote_count_ = 0;
  std::string_view above_header_;  // of the paragraph that the current row was cut from
};

}  // namespace

Syntax parse_syntax(std::string_view text, Dialect dialect) {
  FenceState state;
  const TreePointer root = parse_tree(text, dialect, state);
  Syntax syntax;
  syntax.too_deep_line = state.too_deep_line;
  Converter(text, syntax).convert_tree(root.get());
  syntax.fences = std::move(state.fences);
  syntax.stray_fences = std::move(state.stray_fences);
  return syntax;
}

}  // namespace signpost
