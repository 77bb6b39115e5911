// Finds text that still has to be filled in: [your name], TODO, TBC, XX, lorem ipsum.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace signpost {

struct PlaceholderMatch {
  std::uint32_t begin = 0, end = 0;
};

// Appends what stands in `text` between `begin` and `end`, in order. Linear in the length.
void find_placeholders(std::string_view text, std::uint32_t begin, std::uint32_t end,
                       std::vector<PlaceholderMatch>& matches);

}  // namespace signpost
