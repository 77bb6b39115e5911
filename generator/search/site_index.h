// From documents to the search index: what a page's passages are, and which shard it goes to.
// Stands between the pipeline and search-index/, which knows nothing of sites.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/content.h"
#include "data/data.h"
#include "markdown/document.h"
#include "output/staging.h"
#include "search-index/indexer.h"

namespace signpost {

// Returns what the index is told of a page: its text by heading.
search::IndexDocument index_document(const Page& page, const Document& document, const Words& words,
                                     const SiteData& data);

// Returns the groups of names for one thing that the glossary tells: short form, long form, other
// names and what replaced it.
std::vector<std::vector<std::string>> synonym_groups(const SiteData& data);

// Reports `io-index`: `what`, a file or folder of the site, could not be written.
void report_index_failure(std::string_view what, std::string_view why, Diagnostics& diagnostics);

// The index of a site while it is made: groups of search::kShardDocuments consecutive pages, one
// shard a group and language. The groups are the same for any number of threads, and so are the
// bytes.
class SiteIndex {
 public:
  // Shards are written below `work_dir`.
  SiteIndex(const Site& site, const SiteData& data, std::filesystem::path work_dir);

  // Indexes every page, on `jobs` threads, and returns what tells the subject of each
  // (search-index/related.h). Reports `io-index`.
  std::vector<search::TokenizedDocument> add_all(std::span<const Document> documents,
                                                 std::size_t jobs, Diagnostics& diagnostics);

  // Joins the shards of each language to search/index.<language>.glass, and writes what a browser
  // loads: search/index.<language>.js and the parts that it names. `known_words`: for each language
  // of the configuration, words that are right though no page has them. Call after add_all.
  // Reports `io-index` and `io-write`.
  void write(Staging& staging, std::span<const std::vector<std::string>> known_words,
             std::size_t jobs, Diagnostics& diagnostics) const;

 private:
  // The pages of a group: [begin, end).
  [[nodiscard]] std::size_t group_begin(std::size_t group) const;
  [[nodiscard]] std::size_t group_end(std::size_t group) const;
  // Indexes the pages of `group`; `subjects` has a place for each page of the site. Safe in
  // parallel for different groups.
  void add_group(std::size_t group, std::span<const Document> documents,
                 std::span<search::TokenizedDocument> subjects, Diagnostics& diagnostics);

  const Site& site_;
  const SiteData& data_;
  std::filesystem::path work_dir_;
  // By group, then by language (the order of Config::languages).
  std::vector<std::vector<std::optional<search::Shard>>> shards_;
  std::vector<std::uint32_t> asked_paddings_;  // by language: search::IndexDocument::asked_padding
};

}  // namespace signpost
