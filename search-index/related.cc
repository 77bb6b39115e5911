#include "search-index/related.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <xapian.h>

#include "search-index/schema.h"

namespace search {
namespace {

// The numbers below were chosen on Cranfield, CISI and the pages of content/: by how many of the
// related documents answer the same question, and by what a reader would want next (README.md has
// the figures). None is sharp: a quarter more or less changes little.

// What is kept of a document beside its topics. All its terms find hardly more.
constexpr std::size_t kMostSubjectTerms = 48;
// What is looked up of them.
constexpr Xapian::termcount kExpandTerms = 32;
// A word of more documents costs most to look up and tells least. It bounds the cost of a document
// in any collection. Xapian itself drops the words of three documents in four.
constexpr Xapian::doccount kMostDocuments = 250;
// How far a term's count in the document matters: k of Xapian's "trad", 1 by default.
constexpr double kExpandK = 10.0;
// A topic weighs as much as this share of all words together.
constexpr double kTopicShare = 0.2;
// A document is related if it has this share of what the document itself scores. In content/, 55 of
// the 59 above it were wanted, 6 of the 9 that came next.
constexpr double kLeastShare = 0.2;
// A document has relatives only if this share of its words is in another: what it has in common
// with any is chance otherwise. In content/ each has more than half.
constexpr double kLeastShared = 1.0 / 3;

using Term = TokenizedDocument::Term;

bool is_topic(std::string_view text) {
  return text.substr(0, sizeof kTopicPrefix - 1) == kTopicPrefix;
}

std::string_view text_of(const TokenizedDocument& document, const Term& term) {
  return std::string_view(document.arena).substr(term.begin, term.size);
}

// Single letters and numbers ("section 19", "2026") are in documents about anything.
bool may_be_subject(std::string_view text) {
  return text.size() > 1 && !(text.front() >= '0' && text.front() <= '9');
}

void append_term(std::string_view text, std::uint32_t count, TokenizedDocument& document) {
  document.terms.push_back({static_cast<std::uint32_t>(document.arena.size()),
                            static_cast<std::uint32_t>(text.size()), count, count});
  document.arena += text;
}

// Keeps the terms that are shown most; of equals, those that come first.
void keep_most_frequent(std::vector<const Term*>& terms) {
  if (terms.size() <= kMostSubjectTerms) return;
  const auto comes_before = [](const Term* a, const Term* b) {
    return a->shown != b->shown ? a->shown > b->shown : a < b;
  };
  std::nth_element(terms.begin(), terms.begin() + kMostSubjectTerms, terms.end(), comes_before);
  terms.resize(kMostSubjectTerms);
  std::sort(terms.begin(), terms.end());
}

// Lets the expansion use the words that tell something: those of another document too, and not of
// very many. Remembers how many have each, because Xapian reads it from the file every time.
class SubjectDecider : public Xapian::ExpandDecider {
 public:
  explicit SubjectDecider(const Xapian::Database& database) : database_(database) {}

  bool operator()(const std::string& term) const override {
    return !is_topic(term) && is_shared(term) && document_count(term) <= kMostDocuments;
  }

  bool is_shared(const std::string& term) const { return document_count(term) > 1; }

 private:
  Xapian::doccount document_count(const std::string& term) const {
    const auto [known, is_new] = document_counts_.try_emplace(term, 0);
    if (is_new) known->second = database_.get_termfreq(term);
    return known->second;
  }

  const Xapian::Database& database_;
  mutable std::unordered_map<std::string, Xapian::doccount> document_counts_;
};

Xapian::Query weighed(const std::string& term, double weight) {
  return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), weight};
}

}  // namespace

std::vector<std::string> stop_terms(StemCache& stems) {
  std::vector<std::string> terms;
  for (const std::string& word : stems.stop_words()) {
    terms.push_back(stems.term(stems.term_number(stems.word_number(word))));
  }
  std::sort(terms.begin(), terms.end());
  return terms;
}

TokenizedDocument subject_terms(const TokenizedDocument& document,
                                std::span<const std::string> stop_terms) {
  std::vector<const Term*> chosen;
  auto stop = stop_terms.begin();
  for (const Term& term : document.terms) {
    const std::string_view text = text_of(document, term);
    while (stop != stop_terms.end() && *stop < text) ++stop;
    const bool is_stop_term = stop != stop_terms.end() && *stop == text;
    if (term.shown > 0 && !is_stop_term && may_be_subject(text)) chosen.push_back(&term);
  }
  keep_most_frequent(chosen);
  TokenizedDocument subjects;
  for (const Term* term : chosen) append_term(text_of(document, *term), term->shown, subjects);
  for (const std::string& filter : document.filters) {
    if (is_topic(filter)) append_term(filter, 1, subjects);
  }
  return subjects;
}

struct RelatedFinder::State {
  explicit State(const std::string& folder)
      : database(folder, Xapian::DB_BACKEND_GLASS), document_count(database.get_doccount()) {}

  // Returns the query that finds what is like the document: its subject terms and its topics.
  // It finds nothing where the document is like no other.
  Xapian::Query query_of(Xapian::docid document) const {
    const std::optional<std::vector<std::string>> topics = topics_if_like_others(document);
    if (!topics) return {};
    Xapian::Enquire enquire(database);
    enquire.set_expansion_scheme("trad", kExpandK);
    Xapian::RSet itself;
    itself.add_document(document);
    const Xapian::ESet terms = enquire.get_eset(kExpandTerms, itself, 0, &is_subject_term);
    if (terms.empty()) return {};  // a topic alone makes no relatives
    std::vector<Xapian::Query> parts;
    double weight = 0;
    for (Xapian::ESetIterator term = terms.begin(); term != terms.end(); ++term) {
      parts.push_back(weighed(*term, term.get_weight()));
      weight += term.get_weight();
    }
    for (const std::string& topic : *topics) parts.push_back(weighed(topic, kTopicShare * weight));
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
  }

  // Returns the terms of the document's topics, or nothing where too few of its words are shared.
  std::optional<std::vector<std::string>> topics_if_like_others(Xapian::docid document) const {
    std::vector<std::string> topics;
    std::size_t words = 0;
    std::size_t shared_words = 0;
    const Xapian::TermIterator end = database.termlist_end(document);
    for (Xapian::TermIterator it = database.termlist_begin(document); it != end; ++it) {
      std::string term = *it;
      if (is_topic(term)) {
        topics.push_back(std::move(term));
        continue;
      }
      ++words;
      if (is_subject_term.is_shared(term)) ++shared_words;
    }
    const double least = kLeastShared * static_cast<double>(words);
    if (shared_words == 0 || static_cast<double>(shared_words) < least) return std::nullopt;
    return topics;
  }

  Xapian::Database database;
  Xapian::doccount document_count;
  SubjectDecider is_subject_term{database};
};

RelatedFinder::RelatedFinder(const std::string& folder) {
  try {
    state_ = std::make_unique<State>(folder);
  } catch (const Xapian::Error& error) {
    error_ = error.get_msg();
  }
}
RelatedFinder::RelatedFinder(RelatedFinder&&) noexcept = default;
RelatedFinder& RelatedFinder::operator=(RelatedFinder&&) noexcept = default;
RelatedFinder::~RelatedFinder() = default;

std::vector<std::uint32_t> RelatedFinder::find(std::uint32_t document) {
  std::vector<std::uint32_t> found;
  if (!state_ || document >= state_->document_count) return found;
  try {
    Xapian::Enquire enquire(state_->database);
    enquire.set_weighting_scheme(
        Xapian::BM25Weight(kBm25K1, kBm25K2, kBm25K3, kBm25B, kBm25MinNormLength));
    enquire.set_query(state_->query_of(document + 1));
    // The best match is the document itself, or one that is at least as much about the same.
    const Xapian::MSet matches = enquire.get_mset(0, kMaxRelated + 1);
    const double least = matches.empty() ? 0 : kLeastShare * matches.begin().get_weight();
    for (Xapian::MSetIterator match = matches.begin(); match != matches.end(); ++match) {
      if (match.get_weight() < least || found.size() == kMaxRelated) break;
      if (*match != document + 1) found.push_back(*match - 1);
    }
  } catch (const Xapian::Error& error) {
    if (error_.empty()) error_ = error.get_msg();
  }
  return found;
}

}  // namespace search
