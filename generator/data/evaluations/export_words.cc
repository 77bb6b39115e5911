#include "data/evaluations/export_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include <unicode/uchar.h>

#include "base/text.h"
#include "base/utf8.h"
#include "data/cell_text.h"
#include "data/evaluations/answer_table.h"
#include "privacy/plain_spelling.h"

namespace signpost {
namespace {

// The plain quote that stands for `c`, or 0.
char plain_quote(std::uint32_t c) {
  const bool is_single = (c >= 0x2018 && c <= 0x201B) || c == 0x60 || c == 0xB4 || c == 0x2032 ||
                         c == 0x02BC || c == 0x2039 || c == 0x203A;
  const bool is_double = (c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB || c == 0xBB;
  return is_single ? '\'' : is_double ? '"' : '\0';
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Takes tags out, and writes what the usual entities stand for: some tools export their editors'
// markup.
std::string without_markup(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kEntities = {
      {{"&nbsp;", " "},
       {"&amp;", "&"},
       {"&quot;", "\""},
       {"&#39;", "'"},
       {"&rsquo;", "'"},
       {"&lsquo;", "'"},
       {"&#160;", " "}}};
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const bool is_tag =
        rest.size() > 2 && rest[0] == '<' && (is_ascii_letter(rest[1]) || rest[1] == '/');
    const std::size_t end = is_tag ? rest.find('>') : std::string_view::npos;
    if (end != std::string_view::npos) {
      plain += ' ';
      i += end + 1;
      continue;
    }
    const auto entity = std::ranges::find_if(
        kEntities, [&](const auto& each) { return rest.starts_with(each.first); });
    if (entity != kEntities.end()) {
      plain += entity->second;
      i += entity->first.size();
    } else {
      plain += text[i++];
    }
  }
  return plain;
}

// The question behind its number: "3.", "(3)", "q3)", "question 3:", "3a.", "3 -".
std::string_view without_number(std::string_view text) {
  std::string_view rest = text;
  if (rest.starts_with('(')) rest.remove_prefix(1);
  bool is_number = false;
  for (const std::string_view word : {"question", "q"}) {
    if (!rest.starts_with(word)) continue;
    rest = trimmed(rest.substr(word.size()));
    is_number = true;
    break;
  }
  const std::size_t end = std::min(rest.find_first_not_of("0123456789."), rest.size());
  if (end == 0 || end > 5 || rest[0] == '.') return text;
  is_number = is_number || rest[end - 1] == '.';
  rest.remove_prefix(end);
  const bool has_letter =
      rest.size() > 1 && is_ascii_letter(rest[0]) && std::string_view(".):").find(rest[1]) < 3;
  if (has_letter) rest.remove_prefix(1);
  while (!rest.empty() && std::string_view(" .):-").find(rest[0]) != std::string_view::npos) {
    is_number = is_number || rest[0] != ' ';
    rest.remove_prefix(1);
  }
  return is_number && !rest.empty() ? rest : text;
}

std::vector<std::string_view> sorted_words(std::string_view text) {
  std::vector<std::string_view> words = split(text, ' ');
  std::erase(words, std::string_view());
  std::ranges::sort(words);
  return words;
}

}  // namespace

std::string plain_answer(std::string_view text) {
  const std::string spelled = plain_spelling(tidy_cell(text)).text;
  std::string plain;
  for (std::size_t i = 0; i < spelled.size();) {
    const CodePoint c = decode_utf8(spelled, i);
    if (c.size == 0) {
      plain += spelled[i++];
      continue;
    }
    i += c.size;
    if (const char quote = plain_quote(c.value); quote != '\0') {
      plain += quote;
    } else {
      append_utf8(plain, static_cast<std::uint32_t>(u_tolower(static_cast<UChar32>(c.value))));
    }
  }
  return tidy_cell(plain);
}

std::string plain_question(std::string_view text) {
  const bool has_markup = text.find_first_of("<&") != std::string_view::npos;
  const std::string plain = plain_answer(has_markup ? without_markup(text) : std::string(text));
  constexpr std::string_view kMarks = " *?:.!";
  std::string_view rest = plain;
  rest.remove_prefix(std::min(rest.find_first_not_of(" *"), rest.size()));
  rest = without_number(rest);
  rest.remove_prefix(std::min(rest.find_first_not_of(" *"), rest.size()));
  rest = rest.substr(0, rest.find_last_not_of(kMarks) + 1);
  return std::string(rest.empty() ? std::string_view(plain) : rest);
}

double likeness(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> first = sorted_words(a);
  const std::vector<std::string_view> second = sorted_words(b);
  if (first.empty() || second.empty()) return 0;
  std::vector<std::string_view> shared;
  std::ranges::set_intersection(first, second, std::back_inserter(shared));
  return 2.0 * static_cast<double>(shared.size()) /
         static_cast<double>(first.size() + second.size());
}

bool says_no(std::string_view cell) {
  const std::string plain = plain_answer(cell);
  return plain == "0" || plain == "no" || plain == "false" || plain == "not selected" ||
         plain == "unchecked" || plain == "-";
}

bool says_yes(std::string_view cell) {
  const std::string plain = plain_answer(cell);
  return plain == "yes" || plain == "true" || plain == "x" || plain == "selected" ||
         plain == "checked" || plain_integer(plain);
}

bool names_none(std::string_view plain) {
  return plain == "none of the above" || plain == "none of these" || plain == "none";
}

}  // namespace signpost
