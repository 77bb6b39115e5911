// The lines of a Markdown text, to find where in the file a thing stands.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace signpost {

// Views into a text that must outlive it. Lines count from 1 and end at \n, \r\n or \r (CommonMark
// 0.29, section 2.1).
class SourceLines {
 public:
  explicit SourceLines(std::string_view text);

  // Returns the line without its end, or "" where there is none.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  // Returns the column (from 1) of `needle` on the line: at `column` or the first after it, else
  // the first on the line, else `column`.
  [[nodiscard]] std::uint32_t find(std::uint32_t number, std::uint32_t column,
                                   std::string_view needle) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace signpost
