#include "search/search_engine.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

#include "search-index/schema.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFallbackLanguage = "en";

SearchEngine engine_of(const fs::path& folder, const std::string& language) {
  SearchEngine engine{language, {}, ""};
  const std::string prefix = "search-engine." + language + ".";
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(prefix)) continue;
    engine.files.push_back(entry->path());
    if (name.find(".1of") != name.npos && name.ends_with(".js")) {
      engine.first_url = engine_url(entry->path());
    }
  }
  std::sort(engine.files.begin(), engine.files.end());
  return engine;
}

std::vector<std::string> read_words(const fs::path& share_folder, std::string_view language) {
  std::vector<std::string> words;
  std::ifstream file(share_folder / "search" / ("words." + search::primary_language(language)));
  for (std::string word; std::getline(file, word);) words.push_back(std::move(word));
  return words;
}

}  // namespace

std::string engine_url(const fs::path& file) { return "assets/" + file.filename().string(); }

SearchEngine find_search_engine(const fs::path& share_folder, std::string_view language) {
  const fs::path folder = share_folder / "search";
  SearchEngine engine = engine_of(folder, search::primary_language(language));
  if (!engine.files.empty()) return engine;
  return engine_of(folder, std::string(kFallbackLanguage));
}

std::map<std::string, std::string, std::less<>> search_engine_urls(
    std::span<const Language> languages, const fs::path& share_folder) {
  std::map<std::string, std::string, std::less<>> urls;
  for (const Language& language : languages) {
    const SearchEngine engine = find_search_engine(share_folder, language.tag);
    if (!engine.first_url.empty()) urls[language.tag] = engine.first_url;
  }
  return urls;
}

void copy_search_engines(std::span<const Language> languages, const fs::path& share_folder,
                         Staging& staging, Diagnostics& diagnostics) {
  std::set<fs::path> files;
  for (const Language& language : languages) {
    const SearchEngine engine = find_search_engine(share_folder, language.tag);
    files.insert(engine.files.begin(), engine.files.end());
  }
  if (files.empty()) {
    diagnostics.add("search-engine-missing", {"site-config.yaml", 0, 0, 0},
                    "this program was built without the search of the browser");
  }
  for (const fs::path& file : files) {
    staging.copy(file, file.generic_string(), engine_url(file), diagnostics);
  }
}

std::vector<std::vector<std::string>> find_known_words(const fs::path& share_folder,
                                                       std::span<const Language> languages) {
  std::vector<std::vector<std::string>> words;
  for (const Language& language : languages) {
    words.push_back(read_words(share_folder, language.tag));
  }
  return words;
}

}  // namespace signpost
