// Cuts text into words, lower-cased and folded so that spellings of one word meet. Used for pages,
// queries and snippets alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

// How the words of a language are written.
struct WordRules {
  bool english_apostrophes = true;  // "child's" -> "child", "we'll" -> "we"; else a word ends there
  bool fold_before_stem = true;     // accents off at once; else the stemmer needs them
};

// Returns the rules of a language by its BCP 47 tag.
WordRules word_rules_of(std::string_view language);

// One word: its spelling in WordList::arena and its place in the text.
struct WordSpan {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::uint32_t at = 0;  // bytes of the arena
  std::uint32_t size = 0;
  bool is_joined = false;  // "co-ordinator" also gives "coordinator", after its parts
};

// The words of a text, reused from text to text to save allocations.
struct WordList {
  std::string arena;
  std::vector<WordSpan> spans;

  [[nodiscard]] std::string_view word(const WordSpan& span) const {
    return std::string_view(arena).substr(span.at, span.size);
  }
};

// Puts the words of `text` (UTF-8; invalid bytes are read as Latin-1) into `out`, replacing what it
// held. Words longer than kMaxWordBytes are left out. Texts are read up to 4 GiB.
void split_words(std::string_view text, const WordRules& rules, WordList& out);

// Returns `word` without accents: "école" -> "ecole". Letters that have no plain form stay.
std::string folded(std::string_view word);

// Returns the longest prefix of `text` of at most `max_bytes` bytes that ends between characters,
// and where possible between words.
std::string_view cut_text(std::string_view text, std::size_t max_bytes);

}  // namespace search
