#include "search-index/index_reader.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <exception>
#include <map>
#include <optional>

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include "search-index/content_hash.h"
#include "search-index/word_list.h"

namespace search {
namespace {

// By descriptor, because a path may also be a stub that names other databases.
int opened(const std::string& path) {
  const int file_descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_descriptor < 0) throw Xapian::DatabaseOpeningError("cannot open " + path, errno);
  return file_descriptor;
}

// Whether the file is as the indexer wrote it. Leaves the descriptor at the end.
bool is_intact(int file_descriptor) {
  ContentHash hash;
  std::string head;
  std::string block(1 << 16, '\0');
  while (true) {
    const ssize_t size = read(file_descriptor, block.data(), block.size());
    if (size <= 0) break;
    const std::string_view piece =
        std::string_view(block).substr(0, static_cast<std::size_t>(size));
    if (head.size() < kUuidAt + kUuidSize) head += piece.substr(0, kUuidAt + kUuidSize);
    hash.add(piece);
  }
  return head.size() >= kUuidAt + kUuidSize && head.substr(kUuidAt, kUuidSize) == hash.uuid();
}

int checked(int file_descriptor) {
  if (is_intact(file_descriptor)) return file_descriptor;
  close(file_descriptor);
  throw Xapian::DatabaseCorruptError("the search index is damaged or not one of Signpost's");
}

// Xapian takes the descriptor's offset for the start of the database.
int rewound(int file_descriptor) {
  lseek(file_descriptor, 0, SEEK_SET);
  return file_descriptor;
}

Xapian::Query query_of_unit(const QueryUnit& unit) {
  std::vector<Xapian::Query> ways;
  for (const std::vector<std::string>& terms : unit.ways) {
    ways.push_back(terms.size() == 1
                       ? Xapian::Query(terms.front(), unit.count)
                       : Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()));
  }
  if (ways.size() == 1) return ways.front();
  return {Xapian::Query::OP_SYNONYM, ways.begin(), ways.end()};
}

// Calls `read(item)` for every item, also after one whose blocks are not there yet, and throws what
// the last such call threw: a loader that fetches missing blocks then learns of all of them at
// once.
template <typename Item, typename Read>
void for_each_or_all_missing(const std::vector<Item>& items, const Read& read) {
  std::exception_ptr missing;
  for (const Item& item : items) {
    try {
      read(item);
    } catch (const Xapian::DatabaseError&) {
      missing = std::current_exception();
    }
  }
  if (missing) std::rethrow_exception(missing);
}

// Returns how many documents have one of the ways, at most: an estimate from above.
double estimated_frequency(const QueryUnit& unit, const Xapian::Database& database) {
  const double document_count = database.get_doccount();
  double frequency = 0;
  for (const std::vector<std::string>& terms : unit.ways) {
    double way = document_count;
    for (const std::string& term : terms) {
      way = std::min<double>(way, database.get_termfreq(term));
    }
    frequency += way;
  }
  return std::min(frequency, document_count);
}

// Returns by what to multiply a unit's weight so that it tells as much as on a site with more
// pages. On a small site chance decides which words are rare: of 20 pages, most may be about
// mediation and one may say "straight".
double smoothing(const QueryUnit& unit, const Xapian::Database& database) {
  const double document_count = database.get_doccount();
  const double frequency = estimated_frequency(unit, database);
  // As Xapian's BM25Weight::init does it.
  double odds = (document_count - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log((document_count + kPriorPages) / (frequency + kPriorFrequency)) / std::log(odds);
}

Xapian::Query query_of_plan(const QueryPlan& plan, const Xapian::Database& database) {
  std::vector<Xapian::Query> units;
  units.reserve(plan.units.size());
  for (const QueryUnit& unit : plan.units) {
    units.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, query_of_unit(unit),
                       smoothing(unit, database));
  }
  Xapian::Query query(Xapian::Query::OP_OR, units.begin(), units.end());
  for (const std::vector<std::string>& terms : plan.filters) {
    const Xapian::Query filter(Xapian::Query::OP_OR, terms.begin(), terms.end());
    query = Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
  }
  return query;
}

}  // namespace

struct IndexReader::State {
  explicit State(Xapian::Database opened)
      : database(std::move(opened)),
        settings(decode_settings(database.get_metadata(kSettingsKey))),
        document_count(database.get_doccount()) {
    if (settings.version != kSchemaVersion) {
      throw Xapian::DatabaseVersionError(
          "the search index was made by another version of Signpost");
    }
  }

  Xapian::Enquire enquire_for(const QueryPlan& plan) const {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(
        Xapian::BM25Weight(kBm25K1, kBm25K2, kBm25K3, kBm25B, kBm25MinNormLength));
    enquire.set_query(query_of_plan(plan, database));
    return enquire;
  }

  // Returns the documents that have the term.
  DocumentSet documents_with(const std::string& term) const {
    DocumentSet set(document_count + 1);
    const Xapian::PostingIterator end = database.postlist_end(term);
    for (Xapian::PostingIterator at = database.postlist_begin(term); at != end; ++at) {
      if (*at < set.size()) set[*at] = true;
    }
    return set;
  }

  // Returns the list of the words that begin with `letter`.
  const std::vector<ListedWord>& words_of(const std::string& letter) {
    const auto known = words.find(letter);
    if (known != words.end()) return known->second;
    const std::string bytes = database.get_metadata(kWordsKey + letter);
    std::optional<std::vector<ListedWord>> list;
    if (!bytes.empty()) list = decode_words(bytes);
    if (!bytes.empty() && !list) {
      throw Xapian::DatabaseCorruptError("the words of the search index are damaged");
    }
    return words.emplace(letter, list ? std::move(*list) : std::vector<ListedWord>()).first->second;
  }

  // Returns the word nearest to `word` among those that begin with one of `letters`, or "".
  std::string nearest_of(const std::vector<std::string>& letters, const std::string& word,
                         unsigned max_edits) {
    for_each_or_all_missing(letters, [this](const std::string& letter) { words_of(letter); });
    std::vector<ListedWord> nearest;
    for (const std::string& letter : letters) {
      const ListedWord* found = search::nearest_word(words_of(letter), word, max_edits);
      if (found != nullptr) nearest.push_back(*found);
    }
    const ListedWord* best = search::nearest_word(nearest, word, max_edits);
    return best == nullptr ? "" : best->word;
  }

  Xapian::Database database;
  Settings settings;
  std::size_t document_count = 0;
  std::map<std::string, std::vector<ListedWord>> words;  // by first letter, once asked for
  std::optional<FacetTable> facets;                      // once it has been asked for
};

IndexReader::IndexReader(const std::string& path) : IndexReader(checked(opened(path))) {}
IndexReader::IndexReader(int file_descriptor)
    : state_(std::make_unique<State>(
          Xapian::Database(rewound(file_descriptor), Xapian::DB_BACKEND_GLASS))) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

const Settings& IndexReader::settings() const { return state_->settings; }
std::size_t IndexReader::document_count() const { return state_->document_count; }

void IndexReader::prefetch(const std::vector<std::string>& terms) const {
  for_each_or_all_missing(terms, [this](const std::string& term) {
    const Xapian::PostingIterator end = state_->database.postlist_end(term);
    Xapian::PostingIterator at = state_->database.postlist_begin(term);
    while (at != end) ++at;
  });
}

std::size_t IndexReader::term_frequency(const std::string& term) const {
  return state_->database.get_termfreq(term);
}

void IndexReader::prefetch_words(const std::vector<std::string>& words) const {
  for_each_or_all_missing(words, [this](const std::string& word) {
    state_->words_of(std::string(first_letter(word)));
  });
}

std::string IndexReader::nearest_word(const std::string& word, unsigned max_edits) const {
  const std::string own(first_letter(word));
  if (has_word(state_->words_of(own), word)) return "";
  std::string found = state_->nearest_of({own}, word, max_edits);
  if (!found.empty()) return found;
  std::string other = state_->nearest_of(other_first_letters(word), word, max_edits);
  if (!other.empty() || settings().word_count > kFewWords) return other;
  std::vector<std::string> letters;
  for (std::string_view rest = settings().first_letters; !rest.empty();) {
    letters.emplace_back(first_letter(rest));
    rest.remove_prefix(letters.back().size());
  }
  return state_->nearest_of(letters, word, max_edits);
}

std::vector<std::string> IndexReader::words_with_prefix(const std::string& prefix,
                                                        std::size_t limit) const {
  std::vector<ListedWord> found;
  for (const ListedWord& entry : state_->words_of(std::string(first_letter(prefix)))) {
    if (entry.count == 0 || entry.word.size() <= prefix.size()) continue;
    if (entry.word.compare(0, prefix.size(), prefix) == 0) found.push_back(entry);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const ListedWord& a, const ListedWord& b) { return a.count > b.count; });
  if (found.size() > limit) found.resize(limit);
  std::vector<std::string> words;
  words.reserve(found.size());
  for (ListedWord& entry : found) words.push_back(std::move(entry.word));
  return words;
}

std::set<std::string> IndexReader::synonym_keys(const std::vector<std::string>& keys) const {
  std::set<std::string> known;
  for_each_or_all_missing(keys, [&](const std::string& key) {
    if (state_->database.synonyms_begin(key) != state_->database.synonyms_end(key)) {
      known.insert(key);
    }
  });
  return known;
}

std::vector<std::string> IndexReader::synonyms(const std::string& key) const {
  std::vector<std::string> names;
  const Xapian::TermIterator end = state_->database.synonyms_end(key);
  for (Xapian::TermIterator name = state_->database.synonyms_begin(key); name != end; ++name) {
    names.push_back(*name);
  }
  return names;
}

std::vector<std::string> IndexReader::ids_with_prefix(const std::string& prefix) const {
  std::vector<std::string> ids;
  const Xapian::TermIterator end = state_->database.allterms_end(prefix);
  for (Xapian::TermIterator term = state_->database.allterms_begin(prefix); term != end; ++term) {
    ids.push_back((*term).substr(prefix.size()));
  }
  return ids;
}

Matches IndexReader::match(const QueryPlan& plan, std::size_t offset, std::size_t limit) const {
  Xapian::Enquire enquire = state_->enquire_for(plan);
  // Checking every document makes the total exact.
  const Xapian::MSet set =
      enquire.get_mset(static_cast<Xapian::doccount>(offset), static_cast<Xapian::doccount>(limit),
                       static_cast<Xapian::doccount>(document_count()));
  Matches matches;
  matches.total = set.get_matches_estimated();
  for (Xapian::MSetIterator hit = set.begin(); hit != set.end(); ++hit) {
    matches.documents.push_back(*hit);
  }
  return matches;
}

DocumentSet IndexReader::match_all(const QueryPlan& plan) const {
  DocumentSet set(document_count() + 1);
  for (const QueryUnit& unit : plan.units) {
    for (const std::vector<std::string>& terms : unit.ways) {
      DocumentSet way = state_->documents_with(terms.front());
      for (std::size_t i = 1; i < terms.size(); ++i) {
        const DocumentSet other = state_->documents_with(terms[i]);
        for (std::size_t d = 0; d < way.size(); ++d) way[d] = way[d] && other[d];
      }
      for (std::size_t d = 0; d < set.size(); ++d) set[d] = set[d] || way[d];
    }
  }
  return set;
}

void IndexReader::prefetch_facets() const {
  try {
    static_cast<void>(facets());
  } catch (const Xapian::DatabaseError&) {
    // Told when they are counted.
  }
}

const FacetTable& IndexReader::facets() const {
  if (!state_->facets) {
    state_->facets = decode_facets(state_->database.get_metadata(kFacetsKey));
    if (!state_->facets || state_->facets->set_of.size() != document_count()) {
      state_->facets.reset();
      throw Xapian::DatabaseCorruptError("the facets of the search index are damaged");
    }
  }
  return *state_->facets;
}

std::vector<std::string> IndexReader::records(const std::vector<std::uint32_t>& documents) const {
  std::vector<std::string> records;
  for_each_or_all_missing(documents, [&](std::uint32_t document) {
    records.push_back(state_->database.get_document(document).get_data());
  });
  return records;
}

}  // namespace search
