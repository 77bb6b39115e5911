// The searcher over an index that arrives in parts: what the browser's client calls, through
// wasm/exports.cc, and the tests natively.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search-index/part_store.h"
#include "search-index/searcher.h"

namespace search {

// Returns the request that `text` describes: lines "KEY VALUE", then a line "words" and all that
// follows it. Keys: offset, limit, kind, topic, audience (repeated for several), and the words
// prefix, typed (no correction) and hits (no facets) without a value. Unknown lines are passed
// over.
Request parse_request(std::string_view text);

// One answer to the client: a result, or what must be fetched first.
struct Answer {
  std::string json;                    // "" where parts are missing
  std::vector<std::uint32_t> missing;  // ascending
};

// `OpenIndex` opens the searcher of the bytes in a store: Xapian reads files only, and how a store
// becomes one differs.
using OpenIndex = std::unique_ptr<Searcher> (*)(PartStore& store);

class Engine {
 public:
  // `version` is the schema of the index. Where it or the plan is not understood, `is_good()` is
  // false.
  Engine(std::uint32_t version, std::string_view plan, OpenIndex open_index);

  [[nodiscard]] bool is_good() const { return store_ != nullptr; }
  // Takes a part; false where it is damaged.
  bool add(std::uint32_t part, std::string_view compressed);
  // Answers with results_json, or {"documents":N} where `request` is empty.
  Answer ask(std::string_view request);

 private:
  std::unique_ptr<PartStore> store_;
  std::unique_ptr<Searcher> searcher_;
  OpenIndex open_index_;
};

}  // namespace search
