// What two English texts have in common: the words that tell what each is about. Internal to this
// room.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

template <std::size_t size>
bool is_one_of(std::string_view word, const std::string_view (&words)[size]) {
  return std::ranges::find(words, word) != std::end(words);
}

// The beginning of a word that its forms share: "appeal" of "appealed".
struct TellingWord {
  std::string stem;
  bool is_weak = false;  // stands in every other text about special educational needs: "council"
};

// Returns the words of `text`, in small letters, each once; not those that tell nothing ("the",
// "week") and no numbers.
std::vector<TellingWord> telling_words(std::string_view text);

// Whether `words` has a form of `word`: "decision" is one of "decide".
bool has_word(const std::vector<TellingWord>& words, const TellingWord& word);

}  // namespace signpost
