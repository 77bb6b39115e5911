#include "base/english.h"

#include <algorithm>
#include <cstddef>

namespace signpost {
namespace {

template <std::size_t size>
std::optional<unsigned> place_in(const std::array<std::string_view, size>& words,
                                 std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<unsigned>(found - words.begin());
}

}  // namespace

std::optional<unsigned> english_month(std::string_view word) {
  const std::optional<unsigned> place = place_in(kEnglishMonths, word);
  return place ? std::optional(*place + 1) : std::nullopt;
}

std::optional<unsigned> english_month_by_beginning(std::string_view word) {
  constexpr std::size_t kShortest = 3;
  if (word.size() < kShortest) return std::nullopt;
  for (unsigned i = 0; i < kEnglishMonths.size(); ++i) {
    if (kEnglishMonths[i].starts_with(word)) return i + 1;
  }
  return std::nullopt;
}

std::optional<unsigned> english_numeral(std::string_view word) {
  return place_in(kEnglishNumerals, word);
}

}  // namespace signpost
