#include "search-index/words.h"

#include <algorithm>
#include <array>
#include <limits>

#include <xapian.h>

#include "search-index/fold.h"
#include "search-index/schema.h"

namespace search {
namespace {

constexpr char32_t kEnd = std::numeric_limits<char32_t>::max();

struct Character {
  char32_t code = kEnd;
  std::uint32_t size = 0;  // bytes
};

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const unsigned char first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const std::size_t left = std::min<std::size_t>(text.size() - at, 4);
  Xapian::Utf8Iterator reader(text.data() + at, left);
  const char32_t code = *reader;
  ++reader;
  return {code, static_cast<std::uint32_t>(left - reader.left())};
}

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || is_digit(c);
  return c != kEnd && Xapian::Unicode::is_wordchar(c) &&
         Xapian::Unicode::get_category(c) != Xapian::Unicode::CONNECTOR_PUNCTUATION;
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0xFF07; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

void append_plain_or_self(std::string& out, char32_t letter, const WordRules& rules) {
  if (letter < 0x80) {
    out += static_cast<char>(letter);
    return;
  }
  const std::string_view plain = rules.fold_before_stem ? plain_spelling(letter) : "";
  if (plain.empty()) {
    Xapian::Unicode::append_utf8(out, letter);
  } else {
    out += plain;
  }
}

// The lower-case form of ASCII letters and digits, 0 for all other bytes: most of most texts.
constexpr std::array<unsigned char, 256> kPlainAscii = [] {
  std::array<unsigned char, 256> table{};
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) {
    table[c] = static_cast<unsigned char>(c);
    table[c - 'a' + 'A'] = static_cast<unsigned char>(c);
  }
  return table;
}();

// One pass over a text. `at_` is the next byte to read.
class Splitter {
 public:
  Splitter(std::string_view text, const WordRules& rules, WordList& out)
      : text_(text), rules_(rules), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      if (kPlainAscii[byte_at(at_)] != 0) {
        read_compound();
        continue;
      }
      const Character c = character_at(text_, at_);
      if (!is_letter_or_digit(c.code) || is_ignorable(c.code)) {
        at_ += c.size;
      } else if (is_unspaced_script(c.code)) {
        read_unspaced();
      } else {
        read_compound();
      }
    }
  }

 private:
  unsigned char byte_at(std::size_t at) const { return static_cast<unsigned char>(text_[at]); }

  // Words joined by hyphens: each part, then all of it as one word.
  void read_compound() {
    const std::size_t begin = at_;
    const std::size_t first_span = out_.spans.size();
    read_word();
    while (is_hyphen(character_at(text_, at_).code)) {
      const Character hyphen = character_at(text_, at_);
      const Character after = character_at(text_, at_ + hyphen.size);
      if (!is_letter_or_digit(after.code) || is_unspaced_script(after.code)) break;
      at_ += hyphen.size;
      read_word();
    }
    const std::size_t last_span = out_.spans.size();
    if (last_span - first_span < 2) return;
    joined_.clear();
    for (std::size_t i = first_span; i < last_span; ++i) joined_ += out_.word(out_.spans[i]);
    const std::size_t at = out_.arena.size();
    out_.arena += joined_;
    emit(begin, at, true);
  }

  void read_word() {
    const std::size_t begin = at_;
    const std::size_t arena_begin = out_.arena.size();
    std::size_t apostrophe = std::string::npos;  // place in the arena of the last one
    char32_t last = 0;
    std::size_t run_letters = 0;  // letters since the start or the last dot
    while (true) {
      for (; at_ < text_.size() && kPlainAscii[byte_at(at_)] != 0; ++at_, ++run_letters) {
        last = kPlainAscii[byte_at(at_)];
        out_.arena += static_cast<char>(last);
      }
      const Character c = character_at(text_, at_);
      if (c.code == kEnd) break;
      const char32_t next = character_at(text_, at_ + c.size).code;
      if (is_ignorable(c.code)) {
        at_ += c.size;
        continue;
      }
      if (is_letter_or_digit(c.code)) {
        if (is_unspaced_script(c.code)) break;
        last = append_letter(c.code, last, arena_begin);
        at_ += c.size;
        ++run_letters;
        continue;
      } else if (is_apostrophe(c.code) && rules_.english_apostrophes && is_letter_or_digit(next)) {
        apostrophe = out_.arena.size();
      } else if (c.code == '.' && is_digit(last) && is_digit(next)) {
        out_.arena += '.';
      } else if (c.code == ',' && is_digit(last) && is_digit(next)) {
        // thousands: 1,000
      } else if (c.code == '.' && run_letters == 1 && is_ascii_letter(last) &&
                 is_lone_letter(at_ + c.size)) {
        run_letters = 0;  // S.E.N.
      } else {
        break;
      }
      at_ += c.size;
      last = 0;
    }
    if (apostrophe != std::string::npos) drop_english_ending(arena_begin, apostrophe);
    emit(begin, arena_begin, false);
  }

  bool is_lone_letter(std::size_t at) const {
    return is_ascii_letter(character_at(text_, at).code) &&
           !is_letter_or_digit(character_at(text_, at + 1).code);
  }

  // Returns the letter now last in the arena. A mark joins the letter before it.
  char32_t append_letter(char32_t code, char32_t last, std::size_t arena_begin) {
    if (!is_combining_mark(code)) {
      const char32_t letter = Xapian::Unicode::tolower(code);
      append_plain_or_self(out_.arena, letter, rules_);
      return letter;
    }
    const char32_t letter = rules_.fold_before_stem ? 0 : composed(last, code);
    if (letter == 0 || out_.arena.size() == arena_begin) return last;
    while ((static_cast<unsigned char>(out_.arena.back()) & 0xC0) == 0x80) out_.arena.pop_back();
    out_.arena.pop_back();
    append_plain_or_self(out_.arena, letter, rules_);
    return letter;
  }

  // "child's", "we're", "I'll": the word before the apostrophe. "don't", "o'brien": joined.
  void drop_english_ending(std::size_t arena_begin, std::size_t apostrophe) {
    if (apostrophe <= arena_begin) return;
    const std::string_view ending = std::string_view(out_.arena).substr(apostrophe);
    for (const std::string_view dropped : {"s", "ll", "re", "ve", "d", "m"}) {
      if (ending == dropped) {
        out_.arena.resize(apostrophe);
        return;
      }
    }
  }

  // Han and kana have no spaces: single characters and pairs are words.
  void read_unspaced() {
    std::size_t previous_at = at_;
    bool has_previous = false;
    while (true) {
      const Character c = character_at(text_, at_);
      if (c.code == kEnd || !is_unspaced_script(c.code)) return;
      const std::size_t begin = at_;
      at_ += c.size;
      emit_source(begin);
      if (has_previous) emit_source(previous_at);
      previous_at = begin;
      has_previous = true;
    }
  }

  void emit_source(std::size_t begin) {
    const std::size_t arena_begin = out_.arena.size();
    out_.arena += text_.substr(begin, at_ - begin);
    emit(begin, arena_begin, false);
  }

  // The word is the arena from `arena_begin` on, and the text from `begin` to the reading place.
  void emit(std::size_t begin, std::size_t arena_begin, bool is_joined) {
    const std::size_t size = out_.arena.size() - arena_begin;
    if (size == 0 || size > kMaxWordBytes) {
      out_.arena.resize(arena_begin);
      return;
    }
    out_.spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_),
                          static_cast<std::uint32_t>(arena_begin), static_cast<std::uint32_t>(size),
                          is_joined});
  }

  std::string_view text_;
  const WordRules& rules_;
  WordList& out_;
  std::size_t at_ = 0;
  std::string joined_;
};

// Languages whose Snowball stemmer reads the accents.
constexpr std::string_view kAccented[] = {"ca", "da", "de", "es", "eu", "fi", "fr", "ga",
                                          "hu", "it", "lt", "nb", "nl", "nn", "no", "pt",
                                          "ro", "sv", "tr", "ar", "hy", "ne", "ta"};

}  // namespace

WordRules word_rules_of(std::string_view language) {
  const std::string primary = primary_language(language);
  const bool reads_accents =
      std::find(std::begin(kAccented), std::end(kAccented), primary) != std::end(kAccented);
  return {primary == "en", !reads_accents};
}

void split_words(std::string_view text, const WordRules& rules, WordList& out) {
  out.arena.clear();
  out.spans.clear();
  text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  Splitter(text, rules, out).run();
}

std::string folded(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    at += c.size;
    append_plain_or_self(out, c.code, WordRules{true, true});
  }
  return out;
}

std::string_view cut_text(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  const std::size_t space = text.find_last_of(" \n\t", end);
  // A word longer than half the room (or a script without spaces) is cut.
  if (space != std::string_view::npos && space >= end / 2) end = space;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
  return text.substr(0, end);
}

}  // namespace search
