// Makes the search index. tokenize* -> ShardWriter* -> merge_shards, where * may run on any thread:
// documents go to shards by their number alone (kShardDocuments a shard), so the bytes of the index
// do not depend on the number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search-index/tokenizer.h"

namespace search {

// A written shard: a Xapian database folder and the words of its documents.
struct Shard {
  std::string path;
  std::uint32_t document_count = 0;
  std::vector<std::pair<std::string, std::uint32_t>> words;  // word, documents with it; sorted
  std::vector<std::vector<std::string>> filters;             // facet terms of each document
};

// Whether a shard can tell the terms of a document. No search asks for them, so the index that is
// published has none.
enum class TermLists : std::uint8_t { kNone, kKept };

// Writes one shard. Each writer belongs to one thread at a time; writers are independent.
class ShardWriter {
 public:
  // `folder` is made, or emptied of an older shard.
  explicit ShardWriter(std::string folder, TermLists term_lists = TermLists::kNone);
  ShardWriter(ShardWriter&&) noexcept;
  ShardWriter& operator=(ShardWriter&&) noexcept;
  ~ShardWriter();

  void add(const TokenizedDocument& document);
  // Returns the shard, or nothing and the reason in `error` where any step failed (disk full …).
  // To be called once, last.
  std::optional<Shard> finish(std::string& error);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What belongs to a whole index.
struct IndexSettings {
  std::string language;
  // Groups of names for the same thing: {"EHCP", "EHC plan", "education, health and care plan"}.
  std::vector<std::vector<std::string>> synonyms;
  // Groups of words that mean the same in a search. They find each other only where no page has the
  // word that was typed, or where a phrase was: elsewhere they would blur what is looked for.
  std::vector<std::vector<std::string>> stand_ins = {};
  // Words of the language that are right though no page may have them, and so are not corrected.
  std::vector<std::string> known_words = {};
};

// Joins the shards, in order, to one single-file database at `out_file`, with lists of words,
// synonyms and facets. Uses `out_file` + ".tmp" beside it while it works. Returns "" or what went
// wrong.
std::string merge_shards(std::span<const Shard> shards, const std::string& out_file,
                         const IndexSettings& settings);

}  // namespace search
