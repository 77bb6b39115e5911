#include "render/theme/template_tags.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace signpost {

std::optional<Tag> next_tag(std::string_view text, std::size_t from) {
  Tag tag;
  tag.begin = text.find("{{", from);
  if (tag.begin == std::string_view::npos) return std::nullopt;
  const bool triple = text.substr(tag.begin).starts_with("{{{");
  const std::string_view close = triple ? "}}}" : "}}";
  const std::size_t inside = tag.begin + close.size();
  const std::size_t end = text.find(close, inside);
  if (end == std::string_view::npos) return std::nullopt;
  tag.end = end + close.size();
  std::string_view content = trimmed(text.substr(inside, end - inside));
  if (!triple && !content.empty() && std::string_view("#^/>&!=").find(content[0]) != content.npos) {
    tag.sigil = content[0];
    content.remove_prefix(1);
  }
  tag.name = trimmed(content);
  return tag;
}

std::optional<Tag> too_deep_section(std::string_view text) {
  std::size_t from = 0;
  std::size_t depth = 0;
  while (const std::optional<Tag> tag = next_tag(text, from)) {
    if (tag->sigil == '#' || tag->sigil == '^') ++depth;
    if (tag->sigil == '/' && depth > 0) --depth;
    if (depth > kMaxSectionDepth) return tag;
    from = tag->end;
  }
  return std::nullopt;
}

Place place_at(const TemplateSource& source, std::size_t offset, std::size_t length) {
  const std::string_view before = std::string_view(source.text).substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {source.shown_path, static_cast<std::uint32_t>(lines + 1),
          static_cast<std::uint32_t>(offset - line_start + 1), static_cast<std::uint32_t>(length)};
}

}  // namespace signpost
