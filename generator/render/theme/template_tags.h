// The tags of a Mustache template as they are written, for what is checked before the library sees
// them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "render/theme/theme.h"

namespace signpost {

inline constexpr std::size_t kMaxSectionDepth = 64;

struct Tag {
  std::size_t begin = 0, end = 0;  // of the whole tag
  char sigil = 0;                  // '#', '>', '!' …; 0 for a variable
  std::string_view name;
};

// Returns the tag that starts at or after `from`; nothing where there is none that ends.
std::optional<Tag> next_tag(std::string_view text, std::size_t from);
// Returns the tag that opens more than kMaxSectionDepth sections inside each other, or nothing. The
// library goes into each by a call, and copies what is inside.
std::optional<Tag> too_deep_section(std::string_view text);
// Returns the place of `length` bytes at `offset` of the template.
Place place_at(const TemplateSource& source, std::size_t offset, std::size_t length);

}  // namespace signpost
