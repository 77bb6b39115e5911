#include "search-index/searcher.h"

#include <algorithm>
#include <optional>
#include <set>

#include <xapian.h>

#include "search-index/index_reader.h"
#include "search-index/query.h"
#include "search-index/record.h"
#include "search-index/snippet.h"

namespace search {
namespace {

std::string message_of(const Xapian::Error& error) {
  return std::string(error.get_type()) + ": " + error.get_msg();
}

// How much a term tells: 1 for a word on every page, one more for each halving.
std::uint32_t information(std::size_t document_count, std::size_t frequency) {
  std::uint32_t bits = 1;
  for (std::size_t n = frequency; n < document_count && n > 0; n *= 2) ++bits;
  return bits;
}

struct TermValue {
  std::string term;
  std::uint64_t hash = 0;
  std::uint32_t value = 0;
};

std::vector<TermValue> value_terms(const ParsedQuery& query, const IndexReader& index) {
  std::vector<TermValue> values;
  for (const std::string& term : query.terms) {
    values.push_back(
        {term, term_hash(term), information(index.document_count(), index.term_frequency(term))});
  }
  return values;
}

// Adds the terms of `text` to `terms`.
void add_terms(std::string_view text, StemCache& stems, std::set<std::string, std::less<>>& terms) {
  WordList list;
  split_words(text, stems.rules(), list);
  for (const WordSpan& span : list.spans) {
    terms.insert(stems.term(stems.term_number(stems.word_number(list.word(span)))));
  }
}

// Returns the passage that holds the most of the query; a heading that has the words counts half
// again. The earliest of equals.
const RecordPassage* best_passage(const Record& record, const std::vector<TermValue>& terms,
                                  StemCache& stems) {
  const RecordPassage* best = nullptr;
  std::uint32_t best_value = 0;
  for (const RecordPassage& passage : record.passages) {
    std::set<std::string, std::less<>> heading_terms;
    std::set<std::string, std::less<>> text_terms;
    add_terms(passage.heading, stems, heading_terms);
    add_terms(passage.text, stems, text_terms);
    std::uint32_t value = 0;
    for (const TermValue& term : terms) {
      const bool is_in_heading = heading_terms.find(term.term) != heading_terms.end();
      if (is_in_heading) {
        value += 3 * term.value;
      } else if (text_terms.find(term.term) != text_terms.end() ||
                 may_contain(passage.stems, term.hash)) {
        value += 2 * term.value;
      }
    }
    if (value <= best_value) continue;
    best = &passage;
    best_value = value;
  }
  return best;
}

Hit make_hit(const Record& record, const ParsedQuery& query, const std::vector<TermValue>& terms,
             StemCache& stems) {
  Hit hit;
  hit.url = record.url;
  hit.kind = record.kind;
  hit.title = marked_text(record.title, query.terms, stems);
  const RecordPassage* passage = best_passage(record, terms, stems);
  Snippet snippet = make_snippet(record.summary, query.terms, kSnippetBytes, stems);
  if (passage != nullptr) {
    hit.anchor = passage->anchor;
    hit.heading = passage->heading;
    Snippet other = make_snippet(passage->text, query.terms, kSnippetBytes, stems);
    const bool is_better = other.term_count > snippet.term_count ||
                           (other.term_count == snippet.term_count && other.term_count > 0);
    if (is_better || record.summary.empty()) snippet = std::move(other);
  }
  hit.snippet = std::move(snippet.text);
  return hit;
}

// One facet: its terms' prefix, the ids that are asked for, and where the counts go.
struct Facet {
  std::string_view prefix;
  const std::vector<std::string>* ids;
  std::vector<FacetCount>* counts;
};

// Whether a document with these terms has one of the ids that are asked for, if any are.
bool passes(const Facet& facet, const FacetTable& table, const std::vector<std::uint32_t>& set) {
  if (facet.ids->empty()) return true;
  return std::any_of(set.begin(), set.end(), [&](std::uint32_t number) {
    const std::string_view term = table.terms[number];
    const bool is_of_facet = term.substr(0, facet.prefix.size()) == facet.prefix;
    return is_of_facet && std::find(facet.ids->begin(), facet.ids->end(),
                                    term.substr(facet.prefix.size())) != facet.ids->end();
  });
}

std::vector<FacetCount> sorted_counts(const Facet& facet, const FacetTable& table,
                                      const std::vector<std::size_t>& count_of_term) {
  std::vector<FacetCount> counts;
  for (std::size_t number = 0; number < table.terms.size(); ++number) {
    const std::string_view term = table.terms[number];
    if (term.substr(0, facet.prefix.size()) != facet.prefix || count_of_term[number] == 0) continue;
    counts.push_back({std::string(term.substr(facet.prefix.size())), count_of_term[number]});
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  return counts;
}

// Each facet is counted under the filters of the others.
void count_facets(const IndexReader& index, const Request& request, const QueryPlan& plan,
                  Results& results) {
  const Facet facets[] = {{kKindPrefix, &request.kinds, &results.kinds},
                          {kTopicPrefix, &request.topics, &results.topics},
                          {kAudiencePrefix, &request.audiences, &results.audiences}};
  const FacetTable& table = index.facets();
  const DocumentSet matches = index.match_all(plan);
  std::vector<std::size_t> count_of_set(table.sets.size());
  for (std::size_t i = 0; i < table.set_of.size(); ++i) {
    if (matches[i + 1]) ++count_of_set[table.set_of[i]];
  }
  for (const Facet& facet : facets) {
    std::vector<std::size_t> count_of_term(table.terms.size());
    for (std::size_t set = 0; set < table.sets.size(); ++set) {
      const bool is_counted =
          std::all_of(std::begin(facets), std::end(facets), [&](const Facet& other) {
            return other.prefix == facet.prefix || passes(other, table, table.sets[set]);
          });
      if (!is_counted) continue;
      for (const std::uint32_t term : table.sets[set]) count_of_term[term] += count_of_set[set];
    }
    *facet.counts = sorted_counts(facet, table, count_of_term);
  }
}

Results search_index(const Request& request, const IndexReader& index, StemCache& stems) {
  Results results;
  stems.clear_if_large();
  const ParsedQuery query = parse_query(request, index, stems);
  results.words = query.words;
  results.is_cut = query.is_cut;
  results.corrected_words = query.corrected_words;
  results.corrections = query.corrections;
  if (query.plan.units.empty()) return results;

  if (request.facets == Facets::kOn) index.prefetch_facets();
  const Matches matches = index.match(query.plan, std::min(request.offset, kMaxOffset),
                                      std::min(request.limit, kMaxLimit));
  results.total = matches.total;
  const std::vector<TermValue> terms = value_terms(query, index);
  for (const std::string& bytes : index.records(matches.documents)) {
    const std::optional<Record> record = decode_record(bytes);
    if (!record) throw Xapian::DatabaseCorruptError("a record of the search index is damaged");
    results.hits.push_back(make_hit(*record, query, terms, stems));
  }
  if (request.facets == Facets::kOn) count_facets(index, request, query.plan, results);
  return results;
}

}  // namespace

struct Searcher::State {
  std::string error;
  std::unique_ptr<IndexReader> index;
  std::unique_ptr<StemCache> stems;
  Settings no_settings;

  template <typename Source>
  void open(const Source& source) {
    try {
      index = std::make_unique<IndexReader>(source);
      stems = std::make_unique<StemCache>(index->settings().language);
    } catch (const Xapian::Error& failure) {
      error = message_of(failure);
      index.reset();
    }
  }
};

Searcher::Searcher(const std::string& path) : state_(std::make_unique<State>()) {
  state_->open(path);
}
Searcher::Searcher(int file_descriptor) : state_(std::make_unique<State>()) {
  state_->open(file_descriptor);
}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

const std::string& Searcher::error() const { return state_->error; }
const Settings& Searcher::settings() const {
  return state_->index ? state_->index->settings() : state_->no_settings;
}
std::size_t Searcher::document_count() const {
  return state_->index ? state_->index->document_count() : 0;
}
std::vector<std::string> Searcher::kinds() const {
  if (!state_->index) return {};
  try {
    return state_->index->ids_with_prefix(kKindPrefix);
  } catch (const Xapian::Error&) {
    return {};
  }
}

Results Searcher::search(const Request& request) {
  Results results;
  if (!state_->index) {
    results.error = state_->error;
    return results;
  }
  try {
    return search_index(request, *state_->index, *state_->stems);
  } catch (const Xapian::Error& failure) {
    results.error = message_of(failure);
    return results;
  }
}

}  // namespace search
