// From words to terms: Xapian's Snowball stemmers behind a cache. One object a thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search-index/words.h"

namespace search {

class StemCache {
 public:
  // A language without a stemmer keeps its words whole. `language` is a BCP 47 tag.
  explicit StemCache(std::string_view language);
  StemCache(StemCache&&) noexcept;
  StemCache& operator=(StemCache&&) noexcept;
  ~StemCache();

  [[nodiscard]] const WordRules& rules() const;
  [[nodiscard]] bool is_stop_word(std::uint32_t word) const;
  // Returns the language's stop words, sorted.
  [[nodiscard]] const std::vector<std::string>& stop_words() const;

  // Returns the number of `word` (as WordList spells it), from 0 and dense, kept until the cache is
  // emptied by clear_if_large.
  std::uint32_t word_number(std::string_view word);
  // Returns the number of the word's term; several words share a term.
  [[nodiscard]] std::uint32_t term_number(std::uint32_t word) const;
  [[nodiscard]] const std::string& word(std::uint32_t number) const;
  [[nodiscard]] const std::string& term(std::uint32_t number) const;
  [[nodiscard]] std::size_t word_count() const;
  [[nodiscard]] std::size_t term_count() const;
  // Forgets all words where there are very many (hostile content); numbers are then new.
  void clear_if_large();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace search
