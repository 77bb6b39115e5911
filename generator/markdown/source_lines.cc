#include "markdown/source_lines.h"

#include <cstddef>

namespace signpost {

SourceLines::SourceLines(std::string_view text) : text_(text) {
  starts_.reserve(text.size() / 40 + 2);
  starts_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (text[i] == '\n' || text[i] == '\r') starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::string_view SourceLines::line(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t begin = starts_[number - 1];
  std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return text_.substr(begin, end - begin);
}

std::uint32_t SourceLines::find(std::uint32_t number, std::uint32_t column,
                                std::string_view needle) const {
  const std::string_view text = line(number);
  if (needle.empty() || column == 0) return column;
  std::size_t found = text.find(needle, column - 1);
  if (found == std::string_view::npos) found = text.find(needle);
  return found == std::string_view::npos ? column : static_cast<std::uint32_t>(found + 1);
}

}  // namespace signpost
