#include "markdown/cmark_directives.h"

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-private/node.h>
#include <cmark-gfm-private/parser.h>
#include <cmark-gfm.h>

#include "markdown/fence.h"

namespace signpost {
namespace {

cmark_node_type directive_type = CMARK_NODE_NONE;  // set once, by make_extensions

FenceState& state_of(cmark_syntax_extension* extension) {
  return *static_cast<FenceState*>(cmark_syntax_extension_get_private(extension));
}

Fence& fence_of(FenceState& state, const cmark_node* node) {
  return state.fences[static_cast<std::size_t>(node->as.cell_index)];
}

std::optional<FenceLine> fence_on_line(cmark_parser* parser, const unsigned char* input, int len) {
  const int begin = cmark_parser_get_first_nonspace(parser);
  if (begin + 3 > len || input[begin] != ':') return std::nullopt;
  const std::string_view line(reinterpret_cast<const char*>(input), static_cast<std::size_t>(len));
  return parse_fence_line(line.substr(static_cast<std::size_t>(begin)));
}

bool is_literal_block(const cmark_node* node) {
  if (node->type == CMARK_NODE_CODE_BLOCK) return node->as.code.fenced != 0;
  return node->type == CMARK_NODE_HTML_BLOCK && node->as.html_block_type <= 5;
}

// Returns the innermost open directive from `container` down that `colon_count` colons, indented by
// `indent`, close: the line must reach it through the list items between, and no code block may
// hold it.
cmark_node* find_closing(FenceState& state, cmark_node* container, std::uint32_t colon_count,
                         int indent) {
  cmark_node* closing = nullptr;
  for (cmark_node* node = container; node != nullptr; node = node->last_child) {
    if ((node->flags & CMARK_NODE__OPEN) == 0) break;
    if (is_directive(node)) {
      if (indent < 4 && fence_of(state, node).colon_count == colon_count) closing = node;
    } else if (node->type == CMARK_NODE_ITEM) {
      const int needed = node->as.list.marker_offset + node->as.list.padding;
      if (indent < needed) break;
      indent -= needed;
    } else if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) {
      if (indent < 4) break;
      indent -= 4;
    } else if (is_literal_block(node)) {
      return nullptr;
    } else if (node->type != CMARK_NODE_LIST) {
      break;
    }
  }
  return closing;
}

// Decides for an open directive whether the line still belongs to it. Directives are asked from the
// outermost in, so the first one on a line settles it for those inside.
int match_directive(cmark_syntax_extension* extension, cmark_parser* parser, unsigned char* input,
                    int len, cmark_node* container) {
  if (!is_directive(container)) return 0;  // the mark of a closing line
  FenceState& state = state_of(extension);
  const int line = cmark_parser_get_line_number(parser);
  if (state.closing_line != line) {
    state.closing_line = line;
    state.closing = nullptr;
    const std::optional<FenceLine> fence = fence_on_line(parser, input, len);
    if (fence && fence->text.empty()) {
      state.closing =
          find_closing(state, container, fence->colon_count, cmark_parser_get_indent(parser));
    }
  }
  if (state.closing != container) return 1;
  fence_of(state, container).closed = true;
  const unsigned flags = container->flags & ~static_cast<unsigned>(CMARK_NODE__LAST_LINE_BLANK);
  container->flags = static_cast<cmark_node_internal_flags>(flags);
  return 0;
}

void skip_line(cmark_parser* parser, const unsigned char* input, int len) {
  cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input),
                              len - 1 - cmark_parser_get_offset(parser), 0);
}

// Adds a node that stands for a line which is used up; it is left out of the Document. A thematic
// break, because that kind never makes a list loose.
cmark_node* add_mark(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* parent,
                     int column) {
  cmark_node* mark = cmark_parser_add_child(parser, parent, CMARK_NODE_THEMATIC_BREAK, column);
  cmark_node_set_syntax_extension(mark, extension);
  return mark;
}

std::uint32_t innermost_open_colons(FenceState& state, const cmark_node* node) {
  for (; node != nullptr; node = node->parent) {
    if (is_directive(node) && !fence_of(state, node).closed) {
      return fence_of(state, node).colon_count;
    }
  }
  return 0;
}

std::size_t directive_depth(const cmark_node* node) {
  std::size_t depth = 0;
  for (; node != nullptr; node = node->parent) depth += is_directive(node) ? 1U : 0U;
  return depth;
}

cmark_node* open_directive(cmark_syntax_extension* extension, int indented, cmark_parser* parser,
                           cmark_node* parent, unsigned char* input, int len) {
  if (indented != 0) return nullptr;
  const std::optional<FenceLine> fence = fence_on_line(parser, input, len);
  if (!fence) return nullptr;
  FenceState& state = state_of(extension);
  const int line = cmark_parser_get_line_number(parser);
  const int column = cmark_parser_get_first_nonspace(parser) + 1;
  cmark_node* node = nullptr;
  if (fence->text.empty()) {
    const bool closes = state.closing_line == line && state.closing != nullptr;
    if (!closes && state.too_deep_line == 0) {
      state.stray_fences.push_back({static_cast<std::uint32_t>(line),
                                    static_cast<std::uint32_t>(column), fence->colon_count,
                                    innermost_open_colons(state, parent)});
    }
    state.closing = nullptr;
    node = add_mark(extension, parser, parent, column);
  } else if (directive_depth(parent) >= kMaxDirectiveDepth) {
    if (state.too_deep_line == 0) state.too_deep_line = static_cast<std::uint32_t>(line);
    node = add_mark(extension, parser, parent, column);
  } else {
    node = cmark_parser_add_child(parser, parent, directive_type, column);
    cmark_node_set_syntax_extension(node, extension);
    node->as.cell_index = static_cast<int>(state.fences.size());
    state.fences.push_back({std::string(fence->text), static_cast<std::uint32_t>(line),
                            static_cast<std::uint32_t>(column) + fence->text_offset,
                            fence->colon_count, false});
  }
  skip_line(parser, input, len);
  return node;
}

int directive_can_contain(cmark_syntax_extension* /*extension*/, cmark_node* node,
                          cmark_node_type child) {
  return is_directive(node) && CMARK_NODE_TYPE_BLOCK_P(child) && child != CMARK_NODE_ITEM ? 1 : 0;
}

const char* directive_type_string(cmark_syntax_extension* /*extension*/, cmark_node* node) {
  return is_directive(node) ? "directive" : "directive_fence";
}

// The extensions, made once and kept: cmark-gfm numbers node types globally.
struct Extensions {
  cmark_syntax_extension* directive = nullptr;
  std::array<cmark_syntax_extension*, 4> gfm{};
};

Extensions make_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  Extensions made;
  made.gfm = {cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"),
              cmark_find_syntax_extension("autolink"), cmark_find_syntax_extension("tasklist")};
  made.directive = cmark_syntax_extension_new("directive");
  directive_type = cmark_syntax_extension_add_node(0);
  cmark_syntax_extension_set_match_block_func(made.directive, match_directive);
  cmark_syntax_extension_set_open_block_func(made.directive, open_directive);
  cmark_syntax_extension_set_can_contain_func(made.directive, directive_can_contain);
  cmark_syntax_extension_set_get_type_string_func(made.directive, directive_type_string);
  return made;
}

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using ParserPointer = std::unique_ptr<cmark_parser, ParserDeleter>;

}  // namespace

void TreeDeleter::operator()(cmark_node* root) const { cmark_node_free(root); }

// The lock spans feed to finish: attached extensions switch a global table of special characters on
// and off (design, section 11).
TreePointer parse_tree(std::string_view text, Dialect dialect, FenceState& state) {
  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  static const Extensions kExtensions = make_extensions();
  const ParserPointer parser(cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS));
  if (dialect == Dialect::kDirectives) {
    cmark_syntax_extension_set_private(kExtensions.directive, &state, nullptr);
    cmark_parser_attach_syntax_extension(parser.get(), kExtensions.directive);
  }
  for (cmark_syntax_extension* extension : kExtensions.gfm) {
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return TreePointer(cmark_parser_finish(parser.get()));
}

bool is_directive(const cmark_node* node) { return node->type == directive_type; }

std::uint32_t fence_index(const cmark_node* node) {
  return static_cast<std::uint32_t>(node->as.cell_index);
}

}  // namespace signpost
