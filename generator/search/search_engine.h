// What the program brings along for the search, below its share folder: the engine of the browser,
// and lists of known words.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "config/config.h"
#include "output/staging.h"

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
// without one. This and what follows report a folder or file that cannot be read.
SearchEngine find_search_engine(const std::filesystem::path& share_folder,
                                std::string_view language, Diagnostics& diagnostics);

// Returns the address that a file of an engine is published at.
std::string engine_url(const std::filesystem::path& file);

// Returns the address of the first script of each language's engine, by the language's tag; none
// for one without an engine.
std::map<std::string, std::string, std::less<>> search_engine_urls(
    std::span<const Language> languages, const std::filesystem::path& share_folder,
    Diagnostics& diagnostics);

// Reports `search-engine-missing` where the program was built without any engine, or without that
// of a language whose words it stems.
void check_search_engines(std::span<const Language> languages,
                          const std::filesystem::path& share_folder, Diagnostics& diagnostics);

// Publishes the engine of each language. Reports as check_search_engines.
void copy_search_engines(std::span<const Language> languages,
                         const std::filesystem::path& share_folder, Staging& staging,
                         Diagnostics& diagnostics);

// Returns, for each of the languages, the words that are right though no page may have them,
// sorted; none where no list is known.
std::vector<std::vector<std::string>> find_known_words(const std::filesystem::path& share_folder,
                                                       std::span<const Language> languages,
                                                       Diagnostics& diagnostics);

}  // namespace signpost
