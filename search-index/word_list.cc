#include "search-index/word_list.h"

#include <algorithm>

#include "search-index/bytes.h"

namespace search {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Returns the length in bytes of the letter that begins at `at`.
std::size_t letter_size(std::string_view word, std::size_t at) {
  std::size_t end = at + 1;
  while (end < word.size() && is_continuation(word[end])) ++end;
  return end - at;
}

std::vector<std::string_view> letters_of(std::string_view word) {
  std::vector<std::string_view> letters;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t size = letter_size(word, at);
    letters.push_back(word.substr(at, size));
    at += size;
  }
  return letters;
}

// English words that sound as if they began with the first letter begin with the others.
struct SoundAlike {
  std::string_view letter, others;
};
constexpr SoundAlike kSoundsAlike[] = {
    {"a", "ehio"}, {"c", "ks"}, {"e", "ahiu"}, {"f", "p"},   {"g", "j"},  {"i", "ehay"},
    {"j", "g"},    {"k", "cq"}, {"n", "kg"},   {"o", "ahu"}, {"q", "kc"}, {"r", "w"},
    {"s", "cpz"},  {"u", "yo"}, {"w", "h"},    {"y", "u"},   {"z", "sx"}};

using Row = std::vector<unsigned>;

unsigned edits_between(const std::vector<std::string_view>& a,
                       const std::vector<std::string_view>& b, unsigned limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  Row two_before(b.size() + 1);
  Row before(b.size() + 1);
  Row now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) before[j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = static_cast<unsigned>(i);
    unsigned least = now[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const unsigned change = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + change});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) now[j] = std::min(now[j], two_before[j - 2] + 1);
      least = std::min(least, now[j]);
    }
    if (least > limit) return limit + 1;
    two_before.swap(before);
    before.swap(now);
  }
  return std::min(before[b.size()], limit + 1);
}

}  // namespace

std::string encode_words(const std::vector<ListedWord>& words) {
  std::string out;
  append_number(out, words.size());
  std::string_view before;
  for (const ListedWord& entry : words) {
    const std::string_view word = entry.word;
    const std::size_t shared = static_cast<std::size_t>(
        std::mismatch(word.begin(), word.end(), before.begin(), before.end()).first - word.begin());
    append_number(out, shared);
    append_text(out, word.substr(shared));
    append_number(out, entry.count);
    before = word;
  }
  return out;
}

std::optional<std::vector<ListedWord>> decode_words(std::string_view bytes) {
  ByteReader reader(bytes);
  std::vector<ListedWord> words;
  const std::size_t count = reader.count();
  words.reserve(count);
  std::string before;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t shared = reader.number();
    if (shared > before.size()) return std::nullopt;
    std::string word = before.substr(0, shared) + reader.text();
    const std::size_t frequency = reader.number();
    if (!reader.is_good()) return std::nullopt;
    before = word;
    words.push_back({std::move(word), static_cast<std::uint32_t>(frequency)});
  }
  if (!reader.is_done()) return std::nullopt;
  return words;
}

std::string_view first_letter(std::string_view word) {
  return word.empty() ? word : word.substr(0, letter_size(word, 0));
}

std::vector<std::string> other_first_letters(std::string_view word) {
  const std::string_view own = first_letter(word);
  std::vector<std::string> letters;
  const auto add = [&](std::string_view letter) {
    if (letter.empty() || letter == own) return;
    if (std::find(letters.begin(), letters.end(), letter) == letters.end()) {
      letters.emplace_back(letter);
    }
  };
  add(first_letter(word.substr(own.size())));
  for (const SoundAlike& sound : kSoundsAlike) {
    if (sound.letter != own) continue;
    for (std::size_t i = 0; i < sound.others.size(); ++i) add(sound.others.substr(i, 1));
  }
  return letters;
}

unsigned count_edits(std::string_view a, std::string_view b, unsigned limit) {
  return edits_between(letters_of(a), letters_of(b), limit);
}

bool has_word(const std::vector<ListedWord>& words, std::string_view word) {
  const auto found =
      std::lower_bound(words.begin(), words.end(), word,
                       [](const ListedWord& a, std::string_view b) { return a.word < b; });
  return found != words.end() && found->word == word;
}

const ListedWord* nearest_word(const std::vector<ListedWord>& words, std::string_view word,
                               unsigned max_edits) {
  const std::vector<std::string_view> letters = letters_of(word);
  const ListedWord* nearest = nullptr;
  unsigned fewest = max_edits + 1;
  for (const ListedWord& entry : words) {
    if (entry.count == 0) continue;
    const unsigned edits = edits_between(letters, letters_of(entry.word), fewest);
    if (edits == 0 || edits > max_edits || edits > fewest) continue;
    if (edits == fewest && (nearest == nullptr || entry.count <= nearest->count)) continue;
    nearest = &entry;
    fewest = edits;
  }
  return nearest;
}

}  // namespace search
