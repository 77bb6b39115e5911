#include "markdown/fence.h"

#include <cstddef>

namespace signpost {

std::optional<FenceLine> parse_fence_line(std::string_view line) {
  std::size_t colons = 0;
  while (colons < line.size() && line[colons] == ':') ++colons;
  if (colons < 3) return std::nullopt;
  std::size_t begin = colons;
  std::size_t end = line.size();
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (begin < end && is_space(line[begin])) ++begin;
  while (end > begin && is_space(line[end - 1])) --end;
  return FenceLine{static_cast<std::uint32_t>(colons), line.substr(begin, end - begin),
                   static_cast<std::uint32_t>(begin)};
}

}  // namespace signpost
