#include "search/search_engine.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/files.h"
#include "base/folder.h"
#include "search-index/schema.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFallbackLanguage = "en";
constexpr std::uint64_t kMaxWordsBytes = std::uint64_t{64} << 20;

SearchEngine engine_of(const fs::path& folder, const std::string& language,
                       Diagnostics& diagnostics) {
  SearchEngine engine{language, {}, ""};
  const std::string prefix = "search-engine." + language + ".";
  for (const std::string& name : list_names(folder, folder.generic_string(), diagnostics)) {
    if (!name.starts_with(prefix)) continue;
    engine.files.push_back(folder / name);
    if (name.find(".1of") != name.npos && name.ends_with(".js")) {
      engine.first_url = engine_url(folder / name);
    }
  }
  return engine;
}

std::vector<std::string> read_words(const fs::path& share_folder, std::string_view language,
                                    Diagnostics& diagnostics) {
  const fs::path path = share_folder / "search" / ("words." + search::primary_language(language));
  std::error_code error;
  if (!fs::exists(path, error) && !error) return {};
  const std::string shown = path.generic_string();
  std::istringstream file(read_file(path, shown, kMaxWordsBytes, diagnostics).value_or(""));
  std::vector<std::string> words;
  for (std::string word; std::getline(file, word);) words.push_back(std::move(word));
  return words;
}

}  // namespace

std::string engine_url(const fs::path& file) { return "assets/" + file.filename().string(); }

SearchEngine find_search_engine(const fs::path& share_folder, std::string_view language,
                                Diagnostics& diagnostics) {
  const fs::path folder = share_folder / "search";
  SearchEngine engine = engine_of(folder, search::primary_language(language), diagnostics);
  if (!engine.files.empty()) return engine;
  return engine_of(folder, std::string(kFallbackLanguage), diagnostics);
}

std::map<std::string, std::string, std::less<>> search_engine_urls(
    std::span<const Language> languages, const fs::path& share_folder, Diagnostics& diagnostics) {
  std::map<std::string, std::string, std::less<>> urls;
  for (const Language& language : languages) {
    const SearchEngine engine = find_search_engine(share_folder, language.tag, diagnostics);
    if (!engine.first_url.empty()) urls[language.tag] = engine.first_url;
  }
  return urls;
}

void check_search_engines(std::span<const Language> languages, const fs::path& share_folder,
                          Diagnostics& diagnostics) {
  const auto report = [&](std::string message) {
    diagnostics.add("search-engine-missing", {"site-config.yaml", 0, 0, 0}, std::move(message));
  };
  for (const Language& language : languages) {
    const std::string wanted = search::primary_language(language.tag);
    const SearchEngine engine = find_search_engine(share_folder, language.tag, diagnostics);
    if (engine.files.empty()) {
      report("this program was built without the search of the browser");
      return;
    }
    // Words of other languages are not stemmed: any engine finds them.
    const bool has_own = std::ranges::binary_search(search::kStemmedLanguages, wanted);
    if (engine.language == wanted || !has_own) continue;
    report(
        fmt::format("this program was built without the search of the browser for pages in "
                    "\"{}\"",
                    language.tag));
  }
}

void copy_search_engines(std::span<const Language> languages, const fs::path& share_folder,
                         Staging& staging, Diagnostics& diagnostics) {
  std::set<fs::path> files;
  for (const Language& language : languages) {
    const SearchEngine engine = find_search_engine(share_folder, language.tag, diagnostics);
    files.insert(engine.files.begin(), engine.files.end());
  }
  check_search_engines(languages, share_folder, diagnostics);
  for (const fs::path& file : files) {
    staging.copy(file, file.generic_string(), engine_url(file), diagnostics);
  }
}

std::vector<std::vector<std::string>> find_known_words(const fs::path& share_folder,
                                                       std::span<const Language> languages,
                                                       Diagnostics& diagnostics) {
  std::vector<std::vector<std::string>> words;
  for (const Language& language : languages) {
    words.push_back(read_words(share_folder, language.tag, diagnostics));
  }
  return words;
}

}  // namespace signpost
