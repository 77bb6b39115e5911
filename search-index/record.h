// What the index stores of a document for showing a hit: written by the indexer, read by the
// searcher. Short, because a browser fetches ten of them for a page of hits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

// `text` is the beginning of the passage's text. `stems` is a Bloom filter (Bloom, 1970) of the
// terms, without stop words, that neither the heading nor that beginning has: it tells which
// passage answers a query though most of the text is not stored.
struct RecordPassage {
  std::string anchor, heading, text;
  std::string stems;
};

struct Record {
  std::string url, title, summary, kind;
  std::vector<RecordPassage> passages;
};

std::string encode_record(const Record& record);
// Returns the record, or nothing where the bytes are not one.
std::optional<Record> decode_record(std::string_view bytes);

// Returns the hash of a term that filters are made of (FNV-1a, 64 bits).
std::uint64_t term_hash(std::string_view term);
// Returns the filter of the terms with these hashes: 6 bits a term, 4 probes: 5.6 % false hits.
std::string make_stem_filter(const std::vector<std::uint64_t>& hashes);
// Whether the term may be in the filter.
bool may_contain(std::string_view filter, std::uint64_t hash);

}  // namespace search
