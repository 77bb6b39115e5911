// What the program brings along for the search, below its share folder: the engine of the browser,
// and lists of right words.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// An engine's scripts. Files are named search-engine.<language>.<hash>.<i>of<n>.js; beside each lie
// copies compressed for hosts that serve them (.br, .gz).
struct SearchEngine {
  std::string language;                      // primary subtag: "en"
  std::vector<std::filesystem::path> files;  // every file, sorted
  std::string first_url;                     // of its first script: "assets/search-engine.en.…"
};

// Returns the engine for a BCP 47 language below the program's share folder: its own, else the
// English one, which leaves words of other languages whole. No files where the program was built
// without one.
SearchEngine find_search_engine(const std::filesystem::path& share_folder,
                                std::string_view language);

// Returns the address that a file of an engine is published at.
std::string engine_url(const std::filesystem::path& file);

// Returns the words of a language that are right though no page may have them, sorted; none where
// no list is known.
std::vector<std::string> find_right_words(const std::filesystem::path& share_folder,
                                          std::string_view language);

}  // namespace signpost
