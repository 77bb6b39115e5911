// Answers queries from an index. Compiles natively and to WebAssembly; both give the same hits in
// the same order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search-index/schema.h"

namespace search {

enum class Correction : std::uint8_t { kOff, kOn };
enum class LastWord : std::uint8_t { kWhole, kPrefix };
enum class Facets : std::uint8_t { kOff, kOn };

// What a visitor asks. Several ids of one facet mean any of them; facets among each other: all.
struct Request {
  std::string words;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::vector<std::string> kinds, topics, audiences;
  LastWord last_word = LastWord::kWhole;  // kPrefix while typing: the last word is unfinished
  Correction correction = Correction::kOn;
  Facets facets = Facets::kOn;
};

// Text with words to mark: parts in turn plain, marked, plain … (the first is plain, perhaps "").
using MarkedText = std::vector<std::string>;

struct Hit {
  std::string url, anchor, heading;  // the best heading of the page, or "" for its top
  MarkedText title, snippet;
  std::string kind;
};

// How many of the matches have an id, if that facet were not filtered by.
struct FacetCount {
  std::string id;
  std::size_t count = 0;
};

struct CorrectedWord {
  std::string from, to;
};

struct Results {
  std::string error;            // "" or why the index could not be read; the rest is then empty
  std::string words;            // as asked, without what was cut off
  bool is_cut = false;          // the query was longer than is looked at
  std::string corrected_words;  // the query that was searched; "" where as typed
  std::vector<CorrectedWord> corrections;  // in order
  std::size_t total = 0;
  std::vector<Hit> hits;
  std::vector<FacetCount> kinds, topics, audiences;  // most frequent first, then by id
};

// An open index. Not to be shared by threads.
class Searcher {
 public:
  // Opens the single-file database at `path`, after checking that it is undamaged, or the file
  // descriptor (which the searcher closes) unchecked.
  // Where that fails `error()` says why and every search answers with it.
  explicit Searcher(const std::string& path);
  explicit Searcher(int file_descriptor);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  [[nodiscard]] const std::string& error() const;
  [[nodiscard]] const Settings& settings() const;
  [[nodiscard]] std::size_t document_count() const;
  // Returns the kinds that documents of the index have, sorted.
  [[nodiscard]] std::vector<std::string> kinds() const;

  // Never throws; any bytes are a query.
  Results search(const Request& request);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace search
