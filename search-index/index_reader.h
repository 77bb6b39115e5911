// An open index as the searcher reads it: every call to Xapian while searching is here. Xapian's
// errors pass through; Searcher catches them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search-index/facets.h"
#include "search-index/schema.h"

namespace search {

// One thing asked for. A document has it if it has all terms of any of the ways; all ways together
// weigh as one term.
struct QueryUnit {
  std::vector<std::vector<std::string>> ways;
  std::uint32_t count = 1;  // times asked
};

// Documents rank by all units, any of which may be absent. `filters`: a document needs one facet
// term of each.
struct QueryPlan {
  std::vector<QueryUnit> units;
  std::vector<std::vector<std::string>> filters;
};

struct Matches {
  std::size_t total = 0;
  std::vector<std::uint32_t> documents;  // best first, from the offset on
};

// Documents by number, from 1.
using DocumentSet = std::vector<bool>;

class IndexReader {
 public:
  explicit IndexReader(const std::string& path);
  explicit IndexReader(int file_descriptor);
  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;
  ~IndexReader();

  [[nodiscard]] const Settings& settings() const;
  [[nodiscard]] std::size_t document_count() const;

  // Reads all that looking the terms up and ranking by them needs. A loader that fetches missing
  // blocks afterwards then learns of them together, and not one by one.
  void prefetch(const std::vector<std::string>& terms) const;
  // Returns the number of documents with the term.
  [[nodiscard]] std::size_t term_frequency(const std::string& term) const;
  // Reads the lists of words that correcting and completing these needs.
  void prefetch_words(const std::vector<std::string>& words) const;
  // Returns the nearest word of the index, at most `max_edits` letters off; "" where there is none
  // or `word` is right as it is.
  [[nodiscard]] std::string nearest_word(const std::string& word, unsigned max_edits) const;
  // Returns words that begin with `prefix` and are longer, most frequent first, at most `limit`.
  [[nodiscard]] std::vector<std::string> words_with_prefix(const std::string& prefix,
                                                           std::size_t limit) const;
  // Returns those of the keys that have synonyms.
  [[nodiscard]] std::set<std::string> synonym_keys(const std::vector<std::string>& keys) const;
  // Returns the other names of a synonym key (schema.h: kStandInKey).
  [[nodiscard]] std::vector<std::string> synonyms(const std::string& key) const;
  // Returns what follows `prefix` in the terms that begin with it, sorted.
  [[nodiscard]] std::vector<std::string> ids_with_prefix(const std::string& prefix) const;

  [[nodiscard]] Matches match(const QueryPlan& plan, std::size_t offset, std::size_t limit) const;
  // Returns all documents that match, filters left aside.
  [[nodiscard]] DocumentSet match_all(const QueryPlan& plan) const;
  // Reads what facets() needs, if it is there; a loader learns of it if not.
  void prefetch_facets() const;
  // Returns which facets each document has.
  [[nodiscard]] const FacetTable& facets() const;
  // Returns the stored record of each document. Reads all before it reports that one is missing.
  [[nodiscard]] std::vector<std::string> records(const std::vector<std::uint32_t>& documents) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace search
