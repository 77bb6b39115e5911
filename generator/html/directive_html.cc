// The content of directives (a part of PageHtml).
#include "html/directive_html.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "html/footnotes.h"
#include "html/page_html.h"
#include "markdown/directive_body.h"
#include "markdown/directives.h"

namespace signpost {
namespace {

constexpr int kDeepestHeading = 6;

}  // namespace

void PageHtml::render_directive(std::uint32_t index, const Node& node) {
  const Directive& directive = document_.directives[node.extra];
  DirectiveHtml html{.directive = directive,
                     .number = numbers_.next(directive.rule->layout),
                     .words = directive.rule->names == ArgumentNames::kFile
                                  ? plain_text(document_, index)
                                  : std::string(),
                     .heading = last_heading_,
                     .level = std::min(last_level_ + 1, kDeepestHeading),
                     .numbers = numbers_};
  // What stands in a box with a heading stands below it; what comes after the box does not.
  const int level_above = last_level_;
  if (!spoken_words(directive).empty() && directive.rule->name != "details")
    last_level_ = html.level;
  if (directive.rule->body == BodyRule::kKeyList) {
    html.rows = key_rows(node);
  } else {
    html.body = captured([&] { render_children(node, {}); });
  }
  last_level_ = level_above;
  append_line_start(out_);
  out_ += render_directive_(html);
}

template <typename Render>
std::string PageHtml::captured(const Render& render) {
  std::string before = std::exchange(out_, {});
  render();
  return std::exchange(out_, std::move(before));
}

std::vector<KeyValueHtml> PageHtml::key_rows(const Node& node) {
  std::vector<KeyValueHtml> rows;
  const std::uint32_t list = node.first_child;
  for (std::uint32_t item = list == kNoNode ? kNoNode : document_.nodes[list].first_child;
       item != kNoNode; item = document_.nodes[item].next) {
    if (std::optional<KeyValueHtml> row = key_row(item)) rows.push_back(std::move(*row));
  }
  return rows;
}

// "Key: value": what stands before the colon is the key, the rest of the item its value.
std::optional<KeyValueHtml> PageHtml::key_row(std::uint32_t item) {
  const std::optional<KeyEnd> key_end = find_key_end(document_, item);
  if (!key_end) return std::nullopt;
  const std::uint32_t paragraph = document_.nodes[item].first_child;
  const Node& last = document_.nodes[key_end->node];
  const bool in_text = key_end->colon != std::string_view::npos;
  KeyValueHtml row;
  row.key = captured([&] {
    for (std::uint32_t child = document_.nodes[paragraph].first_child; child != key_end->node;
         child = document_.nodes[child].next) {
      render(child, {});
    }
    if (in_text) {
      append_html_escaped(out_, document_.text(last).substr(0, key_end->colon));
    } else {
      const std::string key = plain_text(document_, key_end->node);
      append_html_escaped(out_, std::string_view(key).substr(0, key.size() - 1));
    }
  });
  row.value = captured([&] {
    std::uint32_t value = last.next;
    if (in_text) {
      append_value_start(document_.text(last).substr(key_end->colon + 1));
    } else if (value != kNoNode && document_.nodes[value].kind == NodeKind::kText) {
      append_value_start(document_.text(document_.nodes[value]));
      value = document_.nodes[value].next;
    }
    render_from(value, {});
    render_from(document_.nodes[paragraph].next, {});
  });
  return row;
}

void PageHtml::append_value_start(std::string_view text) {
  append_html_escaped(out_, text.starts_with(' ') ? text.substr(1) : text);
}

}  // namespace signpost
