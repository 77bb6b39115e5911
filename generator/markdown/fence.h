// The opening and closing lines of directives: `:::name Argument {key="value"}` and `:::`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace signpost {

// A line that starts with three colons or more. `text` is what follows them, without spaces around
// it ("" on a closing line); `text_offset` is where it starts in the line.
struct FenceLine {
  std::uint32_t colon_count = 0;
  std::string_view text;
  std::uint32_t text_offset = 0;
};

// Returns the fence that `line` (from its first character that is not a space) is, or nothing.
std::optional<FenceLine> parse_fence_line(std::string_view line);

}  // namespace signpost
