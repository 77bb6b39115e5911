#include "search-index/snippet.h"

#include <algorithm>

namespace search {
namespace {

struct Match {
  std::size_t begin = 0, end = 0;
  std::uint32_t term = 0;
};

std::vector<Match> find_matches(std::string_view text,
                                const std::set<std::string, std::less<>>& terms, StemCache& stems) {
  WordList list;
  split_words(text, stems.rules(), list);
  std::vector<Match> matches;
  for (const WordSpan& span : list.spans) {
    const std::uint32_t term = stems.term_number(stems.word_number(list.word(span)));
    if (terms.find(stems.term(term)) == terms.end()) continue;
    // A compound after its parts, or pairs of Han characters, overlap what is marked already.
    while (!matches.empty() && matches.back().begin >= span.begin) matches.pop_back();
    if (!matches.empty() && matches.back().end > span.begin) {
      matches.back().end = std::max<std::size_t>(matches.back().end, span.end);
    } else {
      matches.push_back({span.begin, span.end, term});
    }
  }
  return matches;
}

// Spaces, line ends and control characters in a row become one space.
std::string single_spaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// Returns text[begin, end) with the matches in it marked.
MarkedText mark(std::string_view text, std::size_t begin, std::size_t end,
                const std::vector<Match>& matches) {
  MarkedText parts;
  std::size_t at = begin;
  for (const Match& match : matches) {
    if (match.begin < at || match.end > end) continue;
    parts.push_back(single_spaced(text.substr(at, match.begin - at)));
    parts.push_back(single_spaced(text.substr(match.begin, match.end - match.begin)));
    at = match.end;
  }
  parts.push_back(single_spaced(text.substr(at, end - at)));
  return parts;
}

std::size_t count_different(const std::vector<Match>& matches, std::size_t begin, std::size_t end) {
  std::set<std::uint32_t> terms;
  for (const Match& match : matches) {
    if (match.begin >= begin && match.end <= end) terms.insert(match.term);
  }
  return terms.size();
}

// Returns where a window that should show the match at `match_begin` begins: after the end of a
// sentence, else of a word, a little before it.
std::size_t window_begin(std::string_view text, std::size_t match_begin, std::size_t max_bytes) {
  const std::size_t earliest = match_begin > max_bytes / 3 ? match_begin - max_bytes / 3 : 0;
  if (earliest == 0) return 0;
  const std::string_view before = text.substr(earliest, match_begin - earliest);
  const std::size_t sentence = before.find(". ");
  if (sentence != std::string_view::npos) return earliest + sentence + 2;
  const std::size_t space = before.find(' ');
  return space == std::string_view::npos ? match_begin : earliest + space + 1;
}

}  // namespace

MarkedText marked_text(std::string_view text, const std::set<std::string, std::less<>>& terms,
                       StemCache& stems) {
  return mark(text, 0, text.size(), find_matches(text, terms, stems));
}

Snippet make_snippet(std::string_view text, const std::set<std::string, std::less<>>& terms,
                     std::size_t max_bytes, StemCache& stems) {
  const std::vector<Match> matches = find_matches(text, terms, stems);
  std::size_t best_begin = 0;
  std::size_t best_end = cut_text(text, max_bytes).size();
  std::size_t best_count = count_different(matches, best_begin, best_end);
  for (const Match& match : matches) {
    if (match.end <= best_end) continue;
    const std::size_t begin = window_begin(text, match.begin, max_bytes);
    const std::size_t end = begin + cut_text(text.substr(begin), max_bytes).size();
    const std::size_t count = count_different(matches, begin, end);
    if (count <= best_count) continue;
    best_begin = begin;
    best_end = end;
    best_count = count;
  }
  Snippet snippet{mark(text, best_begin, best_end, matches), best_count};
  if (best_begin > 0) snippet.text.front().insert(0, "… ");
  if (best_end < text.size()) snippet.text.back() += " …";
  return snippet;
}

}  // namespace search
