#include "search-index/stems.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <unordered_map>

#include <xapian.h>

#include "search-index/schema.h"

namespace search {
namespace {

constexpr std::size_t kLargeWordCount = 300000;

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using Numbers = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

Xapian::Stem stemmer_of(std::string_view language) {
  const std::string primary = primary_language(language);
  const bool is_stemmed =
      std::binary_search(std::begin(kStemmedLanguages), std::end(kStemmedLanguages), primary);
  return is_stemmed ? Xapian::Stem(primary) : Xapian::Stem();
}

struct Word {
  const std::string* text = nullptr;
  std::uint32_t term = 0;
  bool is_stop_word = false;
};

}  // namespace

struct StemCache::State {
  explicit State(std::string_view language)
      : stemmer(stemmer_of(language)),
        rules(word_rules_of(language)),
        stop_words(stop_words_of(language)) {}

  Xapian::Stem stemmer;
  WordRules rules;
  std::vector<std::string> stop_words;
  Numbers word_numbers, term_numbers;
  std::vector<Word> words;
  std::vector<const std::string*> terms;
};

StemCache::StemCache(std::string_view language) : state_(std::make_unique<State>(language)) {}
StemCache::StemCache(StemCache&&) noexcept = default;
StemCache& StemCache::operator=(StemCache&&) noexcept = default;
StemCache::~StemCache() = default;

const WordRules& StemCache::rules() const { return state_->rules; }

bool StemCache::is_stop_word(std::uint32_t word) const { return state_->words[word].is_stop_word; }

const std::vector<std::string>& StemCache::stop_words() const { return state_->stop_words; }

std::uint32_t StemCache::word_number(std::string_view word) {
  State& state = *state_;
  const auto known = state.word_numbers.find(word);
  if (known != state.word_numbers.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(state.words.size());
  const auto added = state.word_numbers.emplace(std::string(word), number).first;
  std::string term = state.stemmer.is_none() ? added->first : state.stemmer(added->first);
  if (!state.rules.fold_before_stem) term = folded(term);
  if (term.empty()) term = added->first;
  const auto next_term = static_cast<std::uint32_t>(state.terms.size());
  const auto [term_entry, is_new] = state.term_numbers.try_emplace(std::move(term), next_term);
  if (is_new) state.terms.push_back(&term_entry->first);
  state.words.push_back(
      {&added->first, term_entry->second,
       std::binary_search(state.stop_words.begin(), state.stop_words.end(), added->first)});
  return number;
}

std::uint32_t StemCache::term_number(std::uint32_t word) const { return state_->words[word].term; }
const std::string& StemCache::word(std::uint32_t number) const {
  return *state_->words[number].text;
}
const std::string& StemCache::term(std::uint32_t number) const { return *state_->terms[number]; }
std::size_t StemCache::word_count() const { return state_->words.size(); }
std::size_t StemCache::term_count() const { return state_->terms.size(); }

void StemCache::clear_if_large() {
  if (state_->words.size() < kLargeWordCount) return;
  state_->word_numbers.clear();
  state_->term_numbers.clear();
  state_->words.clear();
  state_->terms.clear();
}

}  // namespace search
