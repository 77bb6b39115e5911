// Any bytes as a query, against a small index made at the start: whole and unfinished words, with
// and without correction, and the results as JSON.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "search-index/indexer.h"
#include "search-index/results_json.h"
#include "search-index/searcher.h"
#include "search-index/stems.h"

namespace {

// Returns the path of an index of three pages; its folder goes when the index is open.
std::string make_index(const std::string& folder) {
  search::StemCache stems("en-GB");
  search::ShardWriter writer(folder + "/shard");
  for (std::string_view title : {"Help at school", "Your child's EHC plan", "Ünïcode café"}) {
    search::IndexDocument document;
    document.url = "a.html";
    document.title = title;
    document.kind = "factsheet";
    document.topics = {"help"};
    document.language = "en-GB";
    document.passages = {{"", "", "The school must tell parents."},
                         {"next", "What to do next", "Ask for a meeting, then write it down."}};
    writer.add(search::tokenize(document, stems));
  }
  std::string error;
  const std::vector<search::Shard> shards = {writer.finish(error).value()};
  const std::string file = folder + "/index.glass";
  error = search::merge_shards(shards, file,
                               {"en-GB", {{"EHC plan", "education, health and care plan"}}});
  assert(error.empty());
  return file;
}

search::Searcher open_searcher() {
  std::string folder = (std::filesystem::temp_directory_path() / "signpost-fuzz-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) std::abort();
  search::Searcher searcher(make_index(folder));
  assert(searcher.error().empty());
  std::filesystem::remove_all(folder);
  return searcher;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static search::Searcher searcher = open_searcher();
  search::Request request;
  request.words.assign(reinterpret_cast<const char*>(bytes), size);
  for (const search::LastWord last : {search::LastWord::kWhole, search::LastWord::kPrefix}) {
    request.last_word = last;
    request.correction =
        last == search::LastWord::kWhole ? search::Correction::kOn : search::Correction::kOff;
    const search::Results results = searcher.search(request);
    assert(results.error.empty());
    assert(results.hits.size() <= results.total);
    search::results_json(results);
  }
  return 0;
}
