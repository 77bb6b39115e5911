#include "content/misplaced.h"

#include <algorithm>
#include <cstddef>
#include <map>

#include <fmt/format.h>

namespace signpost {
namespace {

constexpr std::size_t kMaxOfASort = 10;

}  // namespace

void report_misplaced(std::vector<MisplacedFile> files, Diagnostics& diagnostics) {
  std::ranges::sort(files, {}, &MisplacedFile::path);
  std::map<std::string, std::size_t> count_of;  // by what they are
  for (MisplacedFile& file : files) {
    if (++count_of[file.what] > kMaxOfASort) continue;
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    diagnostics.add("file-misplaced", {std::move(file.path), 0, 0, 0},
                    fmt::format("\"{}\" is {}", name, file.what), std::move(file.help));
  }
  for (const auto& [what, count] : count_of) {
    if (count <= kMaxOfASort) continue;
    diagnostics.add("file-misplaced", {"content", 0, 0, 0},
                    fmt::format("{} more files are each {}", count - kMaxOfASort, what),
                    "do with them as with the first");
  }
}

}  // namespace signpost
