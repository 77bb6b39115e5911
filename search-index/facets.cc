#include "search-index/facets.h"

#include <algorithm>
#include <map>
#include <utility>

#include "search-index/bytes.h"

namespace search {

void FacetTableBuilder::add(std::vector<std::string> terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  documents_.push_back(std::move(terms));
}

FacetTable FacetTableBuilder::table() const {
  FacetTable table;
  std::map<std::string, std::uint32_t> numbers;
  for (const std::vector<std::string>& terms : documents_) {
    for (const std::string& term : terms) numbers.emplace(term, 0);
  }
  for (auto& [term, number] : numbers) {
    number = static_cast<std::uint32_t>(table.terms.size());
    table.terms.push_back(term);
  }
  std::map<std::vector<std::string>, std::uint32_t> set_numbers;
  for (const std::vector<std::string>& terms : documents_) {
    const auto next = static_cast<std::uint32_t>(table.sets.size());
    const auto [set, is_new] = set_numbers.emplace(terms, next);
    if (is_new) {
      table.sets.emplace_back();
      for (const std::string& term : terms) table.sets.back().push_back(numbers[term]);
    }
    table.set_of.push_back(set->second);
  }
  return table;
}

std::string encode_facets(const FacetTable& table) {
  std::string out;
  append_texts(out, table.terms);
  append_number(out, table.sets.size());
  for (const std::vector<std::uint32_t>& set : table.sets) {
    append_number(out, set.size());
    for (const std::uint32_t term : set) append_number(out, term);
  }
  append_number(out, table.set_of.size());
  for (const std::uint32_t set : table.set_of) append_number(out, set);
  return out;
}

std::optional<FacetTable> decode_facets(std::string_view bytes) {
  ByteReader reader(bytes);
  FacetTable table;
  table.terms = reader.texts();
  bool is_sound = true;
  // Returns a number that must be below `limit`.
  const auto index_below = [&](std::size_t limit) {
    const std::size_t index = reader.number();
    is_sound = is_sound && index < limit;
    return static_cast<std::uint32_t>(index);
  };
  table.sets.resize(reader.count());
  for (std::vector<std::uint32_t>& set : table.sets) {
    set.resize(reader.count());
    for (std::uint32_t& term : set) term = index_below(table.terms.size());
  }
  table.set_of.resize(reader.count());
  for (std::uint32_t& set : table.set_of) set = index_below(table.sets.size());
  if (!is_sound || !reader.is_done()) return std::nullopt;
  return table;
}

}  // namespace search
