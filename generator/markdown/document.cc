#include "markdown/document.h"

#include <utility>

#include "words/marks.h"

namespace signpost {
namespace {

void append_space(std::string& out) {
  if (!out.empty() && out.back() != ' ') out += ' ';
}

bool is_block(NodeKind kind) { return kind < NodeKind::kText; }

// Documents are at most kMaxDepth deep (markdown/syntax.h), so this may recurse.
void append_plain_text(const Document& document, std::uint32_t index, std::string& out) {
  const Node& node = document.nodes[index];
  if (is_block(node.kind)) append_space(out);
  switch (node.kind) {
    case NodeKind::kText:
    case NodeKind::kCode:
    case NodeKind::kCodeBlock:
    case NodeKind::kAbbreviation:
      out += document.text(node);
      break;
    case NodeKind::kSoftBreak:
    case NodeKind::kLineBreak:
      append_space(out);
      break;
    case NodeKind::kDirective:
      out += spoken_words(document.directives[node.extra]);
      break;
    default:
      break;
  }
  for (std::uint32_t child = node.first_child; child != kNoNode;
       child = document.nodes[child].next) {
    append_plain_text(document, child, out);
  }
}

}  // namespace

std::string_view spoken_words(const Directive& directive) {
  const bool are_words = directive.rule->names == ArgumentNames::kWords;
  return are_words ? std::string_view(directive.argument) : "";
}

std::string plain_text(const Document& document, std::uint32_t node) {
  std::string out;
  append_plain_text(document, node, out);
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return without_marks(std::move(out));
}

}  // namespace signpost
