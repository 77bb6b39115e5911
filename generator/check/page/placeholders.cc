#include "check/page/placeholders.h"

#include <algorithm>

namespace signpost {
namespace {

constexpr std::size_t kMaxBracket = 80;  // bytes between [ and ]

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_word_char(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

// The end of a bracket that asks for words, or 0: "[name of school]", "[…]", "[...]"; not "[1]",
// "[x]", "[sic]".
std::size_t bracket_end(std::string_view text, std::size_t open) {
  const std::string_view inside = text.substr(open + 1, kMaxBracket);
  const std::size_t size = inside.find_first_of("[]\n");
  if (size == inside.npos || inside[size] != ']') return 0;
  const std::string_view words = inside.substr(0, size);
  const bool asks = std::ranges::count_if(words, is_letter) >= 2 || words.starts_with("...");
  if (!asks || words == "sic" || words.starts_with('^') || words.starts_with('!')) return 0;
  return open + size + 2;
}

// Words that nobody publishes on purpose. Those in capitals only count in capitals.
std::size_t word_end_of_placeholder(std::string_view text, std::size_t i) {
  static constexpr std::string_view kWords[] = {"FIXME", "LOREM",       "Lorem ipsum", "TBC",
                                                "TBD",   "TODO",        "XXX",         "XXXX",
                                                "XX",    "lorem ipsum", "xxx",         "xxxx"};
  const std::string_view rest = text.substr(i);
  for (const std::string_view word : kWords) {
    const bool ends = rest.size() <= word.size() || !is_word_char(rest[word.size()]);
    if (rest.starts_with(word) && ends) return i + word.size();
  }
  return 0;
}

bool may_start_word(char c) {
  return c == 'T' || c == 'X' || c == 'F' || c == 'L' || c == 'l' || c == 'x';
}

}  // namespace

void find_placeholders(std::string_view text, std::uint32_t begin, std::uint32_t end,
                       std::vector<PlaceholderMatch>& matches) {
  const std::string_view part = text.substr(0, end);
  bool in_word = false;
  for (std::size_t i = begin; i < part.size();) {
    std::size_t stop = 0;
    if (part[i] == '[') stop = bracket_end(part, i);
    if (!in_word && may_start_word(part[i])) stop = word_end_of_placeholder(part, i);
    if (stop > 0) {
      matches.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(stop)});
      i = stop;
      in_word = false;
      continue;
    }
    in_word = is_word_char(part[i]);
    ++i;
  }
}

}  // namespace signpost
