// Which kind, topics and audiences each document has, as one small table of an index: counting
// matches by facet reads this and not the list of every id. Written by the indexer as metadata.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

struct FacetTable {
  std::vector<std::string> terms;                // facet terms with their prefix, sorted
  std::vector<std::vector<std::uint32_t>> sets;  // different sets of terms, by index
  std::vector<std::uint32_t> set_of;             // the set of each document, by number less 1
};

// Collects the facet terms of the documents of an index, in order.
class FacetTableBuilder {
 public:
  void add(std::vector<std::string> terms);
  [[nodiscard]] FacetTable table() const;

 private:
  std::vector<std::vector<std::string>> documents_;
};

// Returns the table as bytes: numbers as varints, texts with their length before them.
std::string encode_facets(const FacetTable& table);
// Returns the table, or nothing where the bytes are not one.
std::optional<FacetTable> decode_facets(std::string_view bytes);

}  // namespace search
