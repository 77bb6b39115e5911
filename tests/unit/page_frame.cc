#include "unit/page_frame.h"

#include <algorithm>
#include <map>
#include <vector>

namespace signpost {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::string_view kMainEnd = "</main>";

struct Span {
  size_t begin = 0;
  size_t end = 0;
};

// Returns where the element <main> is; nothing at the end of the page where it has none.
Span find_main(std::string_view page) {
  const size_t begin = page.find("<main");
  const size_t end = page.find(kMainEnd, std::min(begin, page.size()));
  if (end == std::string_view::npos) return {page.size(), page.size()};
  return {begin, end + kMainEnd.size()};
}

Lines split_lines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Returns the beginning of a line by which it is named: its tag, up to the first attribute's value.
std::string_view tag_of(std::string_view line) {
  const size_t value = line.find('"');
  const size_t value_end = value == std::string_view::npos ? value : line.find('"', value + 1);
  return line.substr(0, std::min({line.find('>'), value_end, line.size() - 1}) + 1);
}

std::vector<std::string> name_lines(const Lines& lines) {
  std::map<std::string_view, int> counts;
  std::vector<std::string> names;
  for (const std::string_view line : lines) {
    const std::string_view tag = line.empty() ? line : tag_of(line);
    const int count = ++counts[tag];
    names.push_back(std::string(tag) + (count > 1 ? " " + std::to_string(count) : ""));
  }
  return names;
}

// Returns for each pair of positions how many lines the rests of both texts can share in order.
std::vector<std::vector<int>> count_shared(const Lines& left, const Lines& right) {
  std::vector<std::vector<int>> shared(left.size() + 1, std::vector<int>(right.size() + 1));
  for (size_t i = left.size(); i-- > 0;) {
    for (size_t j = right.size(); j-- > 0;) {
      shared[i][j] = left[i] == right[j] ? shared[i + 1][j + 1] + 1
                                         : std::max(shared[i + 1][j], shared[i][j + 1]);
    }
  }
  return shared;
}

}  // namespace

std::string main_element(std::string_view page) {
  const Span main = find_main(page);
  if (main.begin == main.end) return "";
  return std::string(page.substr(main.begin, main.end - main.begin)) + "\n";
}

std::string page_frame(std::string_view page) {
  const Span main = find_main(page);
  return std::string(page.substr(0, main.begin)).append(page.substr(main.end));
}

std::string frame_at_depth(std::string_view frame, int from_depth, int to_depth) {
  std::string from = "=\"";
  std::string to = from;
  for (int i = 0; i < from_depth; ++i) from += "../";
  for (int i = 0; i < to_depth; ++i) to += "../";
  std::string moved;
  for (size_t at = frame.find(from); at != std::string_view::npos; at = frame.find(from)) {
    moved.append(frame.substr(0, at)).append(to);
    frame.remove_prefix(at + from.size());
  }
  return moved.append(frame);
}

std::string frame_differences(std::string_view whole, std::string_view frame) {
  const Lines old_lines = split_lines(whole);
  const Lines new_lines = split_lines(frame);
  const std::vector<std::string> names = name_lines(old_lines);
  const std::vector<std::vector<int>> shared = count_shared(old_lines, new_lines);
  std::string differences;
  size_t i = 0;
  size_t j = 0;
  while (i < old_lines.size() || j < new_lines.size()) {
    if (i < old_lines.size() && j < new_lines.size() && old_lines[i] == new_lines[j]) {
      ++i;
      ++j;
      continue;
    }
    std::string gone;
    std::string come;
    const size_t before = i;
    while (i < old_lines.size() || j < new_lines.size()) {
      const bool both = i < old_lines.size() && j < new_lines.size();
      if (both && old_lines[i] == new_lines[j]) break;
      if (j == new_lines.size() || (both && shared[i + 1][j] >= shared[i][j + 1])) {
        gone.append("- ").append(names[i++]).append("\n");
      } else {
        come.append("+ ").append(new_lines[j++]).append("\n");
      }
    }
    if (gone.empty()) gone = "@ " + (before > 0 ? names[before - 1] : "the start") + "\n";
    differences += gone + come;
  }
  return differences;
}

}  // namespace signpost
