#include "cli/search.h"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/text.h"
#include "cli/cli.h"
#include "findings/terminal_text.h"
#include "search-index/results_json.h"
#include "search-index/searcher.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kPrefix = "index.";
constexpr std::string_view kSuffix = ".glass";

// The languages of the indexes in the folder, sorted.
std::vector<std::string> index_languages(const fs::path& folder, Diagnostics& diagnostics) {
  std::vector<std::string> languages;
  for (const std::string& name : list_names(folder, folder.generic_string(), diagnostics)) {
    std::error_code error;
    if (!name.starts_with(kPrefix) || !name.ends_with(kSuffix)) continue;
    if (!fs::is_regular_file(folder / name, error)) continue;  // a pipe would wait
    languages.push_back(name.substr(kPrefix.size(), name.size() - kPrefix.size() - kSuffix.size()));
  }
  return languages;
}

int refuse_search(std::string_view message) {
  std::cerr << "signpost: error: " << shown(message) << '\n';
  return kExitWrongUsage;
}

// Returns `wanted` with the nearest of `known`, or all of them.
std::string hint(std::string_view wanted, const std::vector<std::string>& known) {
  const std::vector<std::string_view> views(known.begin(), known.end());
  return did_you_mean_or(wanted, views, fmt::format("there is: {}", fmt::join(known, ", ")));
}

// The parts as one line; on a terminal the marked ones are bold.
std::string marked(const search::MarkedText& parts) {
  const bool bold = ::isatty(STDOUT_FILENO) == 1;
  std::string line;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_marked = i % 2 == 1 && bold;
    if (is_marked) line += "\x1b[1m";
    line += parts[i];
    if (is_marked) line += "\x1b[0m";
  }
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

void print_hits(const search::Results& results) {
  std::size_t number = 0;
  for (const search::Hit& hit : results.hits) {
    std::cout << fmt::format("\n{}. {}\n   {}{}{}{}{}\n", ++number, marked(hit.title), hit.url,
                             hit.anchor.empty() ? "" : "#", hit.anchor,
                             hit.heading.empty() ? "" : " – ", hit.heading);
    const std::string snippet = marked(hit.snippet);
    if (!snippet.empty()) std::cout << "   " << snippet << '\n';
  }
}

void print_text(const search::Results& results) {
  if (!results.corrected_words.empty()) {
    std::cout << fmt::format("Showing results for \"{}\" instead of \"{}\"\n",
                             results.corrected_words, results.words);
  }
  if (results.is_cut) std::cout << "The words were too many; the first ones were looked for.\n";
  const std::string_view noun = results.total == 1 ? "page" : "pages";
  if (results.total == 0) {
    std::cout << fmt::format("No page has \"{}\". Try other words.\n", results.words);
  } else {
    std::cout << fmt::format("{} {} found", results.total, noun)
              << (results.hits.size() < results.total
                      ? fmt::format(", the best {} shown\n", results.hits.size())
                      : "\n");
  }
  print_hits(results);
}

}  // namespace

int run_search(const SearchCommand& command) {
  const fs::path folder = command.out_dir / "search";
  Diagnostics diagnostics;
  const std::vector<std::string> languages = index_languages(folder, diagnostics);
  if (!diagnostics.empty()) {
    std::cerr << "signpost: error: " << shown(diagnostics.all().front().message) << '\n';
    return kExitMachineFailure;
  }
  if (languages.empty()) {
    return refuse_search(fmt::format("there is no search index in \"{}\"; run signpost build first",
                                     command.out_dir.generic_string()));
  }
  const std::string language = command.language.empty() ? languages.front() : command.language;
  if (std::find(languages.begin(), languages.end(), language) == languages.end()) {
    return refuse_search(
        fmt::format("there is no index in \"{}\"; {}", language, hint(language, languages)));
  }
  search::Searcher searcher((folder / fmt::format("{}{}{}", kPrefix, language, kSuffix)).string());
  search::Request request;
  request.words = command.words;
  request.limit = command.limit;
  if (!command.type.empty()) {
    const std::vector<std::string> kinds = searcher.kinds();
    if (std::find(kinds.begin(), kinds.end(), command.type) == kinds.end()) {
      return refuse_search(
          fmt::format("no page is a \"{}\"; {}", command.type, hint(command.type, kinds)));
    }
    request.kinds = {command.type};
  }
  const search::Results results = searcher.search(request);
  if (!results.error.empty()) {
    std::cerr << "signpost: error: the search index cannot be read: " << results.error << '\n';
    return kExitMachineFailure;
  }
  if (command.format == SearchFormat::kJson) {
    std::cout << search::results_json(results) << '\n';
  } else {
    print_text(results);
  }
  return kExitClean;
}

}  // namespace signpost
