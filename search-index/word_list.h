// The words of an index, for correcting and completing what is typed: lists by first letter, so
// that a browser fetches a short one. Written by the indexer as metadata.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

struct ListedWord {
  std::string word;
  std::uint32_t count = 0;  // documents that have it; 0: a right word of the language all the same
};

// Returns the words, which must be sorted, as bytes: each by how many bytes it shares with the one
// before it, the rest of it, and its count (front coding).
std::string encode_words(const std::vector<ListedWord>& words);
// Returns the words, or nothing where the bytes are no list.
std::optional<std::vector<ListedWord>> decode_words(std::string_view bytes);

// Returns the first letter (UTF-8) of a word, "" of an empty one.
std::string_view first_letter(std::string_view word);

// Returns the first letters under which a misspelt word may stand, its own left out: that of a word
// whose first letter was left out or swapped, and letters that sound alike: "sycologist", "fone".
std::vector<std::string> other_first_letters(std::string_view word);

// Returns the number of edits (a letter more, less or changed, or two neighbours swapped: optimal
// string alignment) between two words, or `limit` + 1 where there are more than `limit`.
unsigned count_edits(std::string_view a, std::string_view b, unsigned limit);

// Whether the list has the word.
bool has_word(const std::vector<ListedWord>& words, std::string_view word);

// Returns the word of the list with documents that is the fewest edits from `word`, at least one
// and at most `max_edits`, of those the most frequent, of those the first; nullptr where there is
// none.
const ListedWord* nearest_word(const std::vector<ListedWord>& words, std::string_view word,
                               unsigned max_edits);

}  // namespace search
