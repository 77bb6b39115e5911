// From what a person typed to what is looked up: stop words off, unknown words corrected, synonyms
// and unfinished words expanded. There is no operator syntax.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "search-index/index_reader.h"
#include "search-index/searcher.h"
#include "search-index/stems.h"

namespace search {

struct ParsedQuery {
  std::string words;            // as asked, spaces tidied, without what was cut off
  std::string corrected_words;  // "" where nothing was corrected
  std::vector<CorrectedWord> corrections;
  bool is_cut = false;
  QueryPlan plan;                            // only terms that the index has
  std::set<std::string, std::less<>> terms;  // single terms to mark in text
};

ParsedQuery parse_query(const Request& request, const IndexReader& index, StemCache& stems);

}  // namespace search
