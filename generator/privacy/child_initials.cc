#include "privacy/child_initials.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/text.h"
#include "privacy/child_words.h"

namespace signpost {
namespace {

// The end of "J.B." or "J. B." at `i`, or 0; not of "J.B. Priestley", which is a name.
std::size_t dotted_end(std::string_view text, std::size_t i) {
  std::size_t at = i, letters = 0;
  std::string initials;
  while (at + 1 < text.size() && is_capital(text[at]) && text[at + 1] == '.' && letters < 4) {
    initials += text[at];
    at += 2;
    ++letters;
    if (at + 2 < text.size() && text[at] == ' ' && is_capital(text[at + 1]) &&
        text[at + 2] == '.') {
      ++at;
    }
  }
  if (letters < 2 || letters > 3 || is_short_form(initials)) return 0;
  const bool is_name = at + 2 < text.size() && text[at] == ' ' && is_capital(text[at + 1]) &&
                       is_latin_letter(text[at + 2]);
  return is_name || (at < text.size() && is_latin_letter(text[at])) ? 0 : at;
}

bool has_word_before(std::string_view text, std::size_t i) {
  static constexpr std::string_view kWords[] = {"initials", "pupil", "child", "case",
                                                "student",  "boy",   "girl",  "called"};
  const std::string before =
      ascii_lower(text.substr(i > 12 ? i - 12 : 0, std::min<std::size_t>(i, 12)));
  const std::string_view last = trimmed(before);
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return last.ends_with(word) ||
           (last.ends_with(':') && last.substr(0, last.size() - 1).ends_with(word));
  });
}

// The end of "JB" at `i`, or 0.
std::size_t plain_end(std::string_view text, std::size_t i) {
  const std::size_t end = i + 2;
  if (end > text.size() || !is_capital(text[i + 1])) return 0;
  if (end < text.size() && is_word_sign(text[end])) return 0;
  if (is_short_form(text.substr(i, 2))) return 0;
  if (has_word_before(text, i)) return end;
  const std::vector<ChildWord> next = child_words(text.substr(end, 24));
  const std::string_view between = text.substr(end, 2);
  const bool is_apart =
      between.starts_with(",") || between == " (" || between == " i" || between == " w";
  if (!is_apart || next.empty()) return 0;
  return says_age(next) ? end : 0;
}

}  // namespace

std::vector<TextSpan> find_child_initials(std::string_view text) {
  std::vector<TextSpan> found;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!is_capital(text[i]) || (i > 0 && is_word_sign(text[i - 1]))) continue;
    if (text[i + 1] != '.' && !is_capital(text[i + 1])) continue;
    const std::size_t end = text[i + 1] == '.' ? dotted_end(text, i) : plain_end(text, i);
    if (end == 0) continue;
    const std::vector<ChildWord> words = child_words(sentence_around(text, i, end));
    if (says_age(words) && names_school(words)) found.push_back({i, end});
    i = end - 1;
  }
  return found;
}

}  // namespace signpost
