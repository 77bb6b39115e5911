#include "markdown/directive_body.h"

#include <string_view>

namespace signpost {
namespace {

std::string named(const DirectiveRule& rule) { return "\":::" + std::string(rule.name) + "\""; }

std::optional<BodyMistake> check_keys(const Document& document, std::uint32_t list,
                                      const DirectiveRule& rule) {
  for (std::uint32_t item = document.nodes[list].first_child; item != kNoNode;
       item = document.nodes[item].next) {
    if (find_key_end(document, item)) continue;
    return BodyMistake{item, "an item of " + named(rule) + " has no \"Key: value\"",
                       "write - Key: value"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<KeyEnd> find_key_end(const Document& document, std::uint32_t item) {
  const std::uint32_t paragraph = document.nodes[item].first_child;
  if (paragraph == kNoNode || document.nodes[paragraph].kind != NodeKind::kParagraph) {
    return std::nullopt;
  }
  for (std::uint32_t child = document.nodes[paragraph].first_child; child != kNoNode;
       child = document.nodes[child].next) {
    const Node& node = document.nodes[child];
    if (node.kind == NodeKind::kSoftBreak) return std::nullopt;
    if (node.kind == NodeKind::kStrong && plain_text(document, child).ends_with(':')) {
      return KeyEnd{child, std::string_view::npos};
    }
    if (node.kind != NodeKind::kText) continue;
    const std::string_view text = document.text(node);
    for (std::size_t i = text.find(':'); i != std::string_view::npos; i = text.find(':', i + 1)) {
      if (i + 1 == text.size() || text[i + 1] == ' ') return KeyEnd{child, i};
    }
  }
  return std::nullopt;
}

std::optional<BodyMistake> check_body(const Document& document, std::uint32_t directive,
                                      const DirectiveRule& rule) {
  const std::uint32_t first = document.nodes[directive].first_child;
  if (rule.body == BodyRule::kAnything) return std::nullopt;
  if (rule.body == BodyRule::kNothing) {
    if (first == kNoNode) return std::nullopt;
    return BodyMistake{first, named(rule) + " holds nothing but its opening line",
                       "close it with ::: on the next line"};
  }
  const bool ordered = rule.body == BodyRule::kOrderedList;
  const std::string wanted = ordered ? "a numbered list" : "a bullet list";
  const std::string help = ordered                           ? "start each line with 1. "
                           : rule.body == BodyRule::kKeyList ? "write - Key: value on each line"
                                                             : "start each line with - ";
  if (first == kNoNode) return BodyMistake{directive, named(rule) + " needs " + wanted, help};
  for (std::uint32_t child = first; child != kNoNode; child = document.nodes[child].next) {
    const Node& node = document.nodes[child];
    const bool fits = node.kind == NodeKind::kList && (node.level == 1) == ordered;
    if (!fits || child != first) {
      return BodyMistake{child, named(rule) + " holds one thing only: " + wanted, help};
    }
  }
  return rule.body == BodyRule::kKeyList ? check_keys(document, first, rule) : std::nullopt;
}

}  // namespace signpost
