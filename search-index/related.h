// Finds, while a site is built, which documents are about the same things:
// tokenize -> subject_terms* -> a shard that keeps its term lists -> RelatedFinder*, one a thread.
// Nothing of it is published. Native only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "search-index/indexer.h"

namespace search {

inline constexpr std::size_t kMaxRelated = 4;

// Returns the terms of stop words, sorted: what subject_terms leaves out. `stems` is of the
// documents' language.
std::vector<std::string> stop_terms(StemCache& stems);

// Returns the document with only what tells its subject: its topics and the terms that it shows
// most, without stop words and numbers.
TokenizedDocument subject_terms(const TokenizedDocument& document,
                                std::span<const std::string> stop_terms);

class RelatedFinder {
 public:
  // `folder` is that of a shard with TermLists::kKept. What cannot be read has no documents.
  explicit RelatedFinder(const std::string& folder);
  RelatedFinder(RelatedFinder&&) noexcept;
  RelatedFinder& operator=(RelatedFinder&&) noexcept;
  ~RelatedFinder();

  // Returns up to kMaxRelated documents that are about what `document` is about, the most alike
  // first; of equals, the earlier document. Documents count from 0, in the order they were added.
  std::vector<std::uint32_t> find(std::uint32_t document);

  // Returns what went wrong first, or "".
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  struct State;
  std::unique_ptr<State> state_;  // nothing where the shard could not be opened
  std::string error_;
};

}  // namespace search
