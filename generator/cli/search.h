// `signpost search`: the built site's own index, asked from the terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace signpost {

enum class SearchFormat : std::uint8_t { kText, kJson };

struct SearchCommand {
  std::filesystem::path out_dir;  // the built site
  std::string words;
  std::string type;      // a kind's name, or "" for all
  std::string language;  // "": the only index, or the one that is first by name
  std::size_t limit = 10;
  SearchFormat format = SearchFormat::kText;
};

// Prints the results and returns the exit code: 0 (also without a hit), 2 where there is no such
// index or kind, 3 where the index cannot be read.
int run_search(const SearchCommand& command);

}  // namespace signpost
