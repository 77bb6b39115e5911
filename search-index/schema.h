// What the index holds and how a match is weighed: prefixes, weights and limits as data.
// The indexer writes by these, the searcher reads by them; README.md explains each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

// Raised whenever an index of the old form cannot be read by a new searcher.
inline constexpr std::uint32_t kSchemaVersion = 3;

// Terms. Text terms are lower-case stems without a prefix, so an ASCII capital can only open the
// prefix of a facet.
inline constexpr char kKindPrefix[] = "XK";
inline constexpr char kTopicPrefix[] = "XT";
inline constexpr char kAudiencePrefix[] = "XA";

// The term that only makes a document longer. No query has it.
inline constexpr char kLengthTerm[] = "XL";

// The metadata key of the index's settings (see encode_settings).
inline constexpr char kSettingsKey[] = "signpost";
// The metadata key of the table of facets (facets.h).
inline constexpr char kFacetsKey[] = "signpost-facets";
// The metadata keys of the lists of words (word_list.h), before the first letter of their words.
inline constexpr char kWordsKey[] = "signpost-words-";

// How often a word of each field counts (its within-document frequency).
inline constexpr std::uint32_t kTitleWeight = 3;
inline constexpr std::uint32_t kSummaryWeight = 1;
inline constexpr std::uint32_t kHeadingWeight = 1;
inline constexpr std::uint32_t kTextWeight = 1;
inline constexpr std::uint32_t kAskedWeight = 2;

// BM25 (Robertson and others, TREC-3) as Xapian::BM25Weight names its parameters.
inline constexpr double kBm25K1 = 2.0;
inline constexpr double kBm25K2 = 0.0;
inline constexpr double kBm25K3 = 20.0;  // a word asked twice counts nearly twice
inline constexpr double kBm25B = 0.9;
inline constexpr double kBm25MinNormLength = 0.5;

// Before the key of a synonym that stands in only for what no page has (IndexSettings::stand_ins).
inline constexpr char kStandInKey[] = "~";

// How specific a word is, is counted as if the site had this many more pages, so many of them with
// the word (additive smoothing): chosen on the collections of tests/bench/relevance.cc.
inline constexpr double kPriorPages = 300;
inline constexpr double kPriorFrequency = 1;

// Bytes of a block, the least that is read: small ones, because a browser fetches them.
inline constexpr int kBlockBytes = 2048;

// Languages whose words are stemmed: those with an engine for the browser (wasm/CMakeLists.txt).
// Sorted.
inline constexpr std::string_view kStemmedLanguages[] = {"ar", "en", "hu", "lt", "pt", "ro", "ta"};

// Limits of the index.
inline constexpr std::size_t kMaxWordBytes = 64;  // longer words are neither found nor stored
inline constexpr std::size_t kMaxStoredTextBytes = 600;  // of all passages of a document together
inline constexpr std::size_t kMaxPassageTextBytes = 240;
inline constexpr std::size_t kMaxStoredFieldBytes = 300;  // title, summary, heading, each
inline constexpr std::size_t kMaxPassages = 64;
inline constexpr std::size_t kShardDocuments = 250;  // documents of one shard; never by threads
inline constexpr std::size_t kMaxSynonymWords = 8;

// Limits of a query.
inline constexpr std::size_t kMaxQueryBytes = 4000;
inline constexpr std::size_t kMaxQueryTerms = 64;  // distinct words that are looked up
inline constexpr std::size_t kMaxLimit = 100;
inline constexpr std::size_t kMaxOffset = 10000;
inline constexpr std::size_t kMinPrefixLetters = 3;
inline constexpr std::size_t kMaxPrefixExpansions = 12;  // words searched for
inline constexpr std::size_t kMinCorrectedLetters = 4;
inline constexpr std::size_t kMaxCorrections = 8;  // words of a query that are looked up
// Up to this many words, one is looked for under every letter before it is given up.
inline constexpr std::size_t kFewWords = 20000;
inline constexpr std::size_t kSnippetBytes = 220;

// What a searcher must know of an index beside its terms.
struct Settings {
  std::uint32_t version = kSchemaVersion;
  std::string language;             // BCP 47: "en-GB"
  std::size_t longest_synonym = 0;  // words of the longest synonym; 0: there are none
  std::size_t word_count = 0;       // words of all lists
  std::string first_letters;        // of all lists, one after the other (UTF-8), sorted
};

// Returns the text stored under kSettingsKey.
std::string encode_settings(const Settings& settings);
// Returns the settings of such a text; version 0 where it is not one.
Settings decode_settings(std::string_view text);

// Returns words that carry no meaning of their own in `language`, sorted; none where no list is
// known.
std::vector<std::string> stop_words_of(std::string_view language);

// Returns the primary subtag in lower case: "en-GB" -> "en".
std::string primary_language(std::string_view language);

}  // namespace search
