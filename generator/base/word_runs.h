// A text cut into words, by whoever says which characters are inside of one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace signpost {

// Returns the runs of bytes for which `is_inside(byte)` holds, in their order; none is empty.
template <typename IsInside>
std::vector<std::string> word_runs(std::string_view text, const IsInside& is_inside) {
  std::vector<std::string> words;
  bool is_open = false;
  for (const char c : text) {
    if (!is_inside(c)) {
      is_open = false;
      continue;
    }
    if (!is_open) words.emplace_back();
    is_open = true;
    words.back() += c;
  }
  return words;
}

// Returns the words of the text in small letters: runs of letters, of any script, and of digits.
inline std::vector<std::string> small_words(std::string_view text) {
  return word_runs(ascii_lower(text), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace signpost
