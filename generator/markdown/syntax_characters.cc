#include "markdown/syntax_characters.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/characters.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxCharacterReports = 20;

class CharacterCheck {
 public:
  CharacterCheck(std::string_view path, std::uint32_t first_line, Diagnostics& diagnostics)
      : path_(path), first_line_(first_line), diagnostics_(diagnostics) {}

  void report(const ForbiddenCharacter& found, const Node& node) {
    if (++count_ > kMaxCharacterReports) return;
    report_forbidden_character(
        found.code_point, {path_, node.line + first_line_ - 1, node.column, 0}, 1, diagnostics_);
  }

  [[nodiscard]] std::string plain(std::string text, const Node& node) {
    for (const ForbiddenCharacter& each : find_forbidden_characters(text)) {
      report(each, node);
      text.replace(each.offset, each.size, each.size, ' ');
    }
    return without_break_hints(std::move(text));
  }

 private:
  std::string path_;
  std::uint32_t first_line_;
  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
};

// Nodes come in the order of their texts. Isolates may be closed in another node of the page.
void clear_forbidden(Document& document, CharacterCheck& check) {
  std::size_t next = 0;
  for (const ForbiddenCharacter& each : find_forbidden_characters(document.arena)) {
    while (next < document.nodes.size() &&
           document.nodes[next].text_begin + document.nodes[next].text_size <= each.offset) {
      ++next;
    }
    if (next == document.nodes.size()) return;
    check.report(each, document.nodes[next]);
    document.arena.replace(each.offset, each.size, each.size, ' ');
  }
}

void take_out_hints(Document& document) {
  std::string arena;
  arena.reserve(document.arena.size());
  for (Node& node : document.nodes) {
    const std::string text = without_break_hints(std::string(document.text(node)));
    node.text_begin = static_cast<std::uint32_t>(arena.size());
    node.text_size = static_cast<std::uint32_t>(text.size());
    arena += text;
  }
  document.arena = std::move(arena);
}

}  // namespace

Syntax with_plain_characters(Syntax syntax, std::string_view path, std::uint32_t first_line,
                             Diagnostics& diagnostics) {
  Document& document = syntax.document;
  CharacterCheck check(path, first_line, diagnostics);
  clear_forbidden(document, check);
  if (has_break_hints(document.arena)) take_out_hints(document);
  for (const Node& node : document.nodes) {
    if (node.kind == NodeKind::kLink || node.kind == NodeKind::kImage) {
      Link& link = document.links[node.extra];
      link.url = check.plain(std::move(link.url), node);
      link.title = check.plain(std::move(link.title), node);
    } else if (node.kind == NodeKind::kCodeBlock && node.extra != kNoNode) {
      document.infos[node.extra] = check.plain(std::move(document.infos[node.extra]), node);
    }
  }
  for (Fence& fence : syntax.fences) fence.text = without_break_hints(std::move(fence.text));
  return syntax;
}

}  // namespace signpost
