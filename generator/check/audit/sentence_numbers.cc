#include "check/audit/sentence_numbers.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "base/text.h"
#include "check/audit/sentence_words.h"

namespace signpost {
namespace {

bool is_digit_at(std::string_view text, std::size_t i) {
  return i < text.size() && text[i] >= '0' && text[i] <= '9';
}

// Returns the bytes of a space that may stand between thousands: no-break, thin and narrow ones,
// and the plain one; 0 where there is none.
std::size_t thousands_space(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(std::min(i, text.size()));
  for (const std::string_view space : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", ","}) {
    if (rest.starts_with(space)) return space.size();
  }
  return rest.starts_with(" ") ? 1 : 0;
}

// Reads one number in digits.
struct DigitsReader {
  std::string_view text;
  std::size_t begin = 0, end = 0;
  double value = 0;
  std::uint8_t decimals = 0;
  bool is_grouped = false, is_plain_space = false;

  explicit DigitsReader(std::string_view all, std::size_t at) : text(all), begin(at), end(at) {
    while (is_digit_at(text, end)) value = value * 10 + (text[end++] - '0');
    read_groups();
    if (end < text.size() && text[end] == '.' && is_digit_at(text, end + 1)) read_decimals();
  }

  [[nodiscard]] std::size_t size() const { return end - begin; }

 private:
  // "1,540", "1 540": up to three digits, then groups of three.
  void read_groups() {
    if (end - begin > 3 || text[begin] == '0') return;
    while (true) {
      const std::size_t space = thousands_space(text, end);
      const std::size_t at = end + space;
      if (space == 0) return;
      for (std::size_t i = 0; i < 3; ++i) {
        if (!is_digit_at(text, at + i)) return;
      }
      if (is_digit_at(text, at + 3)) return;
      is_plain_space |= text[end] == ' ';
      for (std::size_t i = 0; i < 3; ++i) value = value * 10 + (text[at + i] - '0');
      end = at + 3;
      is_grouped = true;
    }
  }

  void read_decimals() {
    double factor = 0.1;
    for (++end; is_digit_at(text, end); ++end, factor /= 10) {
      value += factor * (text[end] - '0');
      ++decimals;
    }
  }
};

struct Token {
  enum class Kind : std::uint8_t { kWord, kNumber, kMark } kind = Kind::kMark;
  std::uint32_t begin = 0, end = 0;
  SentenceWord word = {};  // of a word
  double value = 0;        // of a number, also in words
  std::uint8_t decimals = 0;
  bool is_year = false, is_odd = false, is_in_words = false;
};

// Splits a sentence into words, numbers and marks.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> take() {
    std::size_t i = 0;
    while (i < text_.size()) {
      const std::size_t word = word_size(text_, i);
      if (is_digit_at(text_, i)) {
        i = add_number(i);
      } else if (word > 0) {
        Token token{.kind = Token::Kind::kWord, .begin = at(i), .end = at(i + word)};
        token.word = sentence_word(text_.substr(i, word));
        tokens_.push_back(token);
        i += word;
      } else {
        add_mark(i);
        i += 1;
      }
    }
    return std::move(tokens_);
  }

 private:
  static std::uint32_t at(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

  void add_mark(std::size_t i) {
    if (text_[i] == ' ' || text_[i] == '\n' || text_[i] == '-') return;
    tokens_.push_back({.kind = Token::Kind::kMark, .begin = at(i), .end = at(i + 1)});
  }

  std::size_t add_number(std::size_t i) {
    const DigitsReader read(text_, i);
    Token token{.kind = Token::Kind::kNumber, .begin = at(i), .end = at(read.end)};
    token.value = read.value;
    token.decimals = read.decimals;
    token.is_year = read.size() == 4 && read.value >= 1990 && read.value <= 2060;
    token.is_odd = (text_[i] == '0' && read.size() > 1 && read.decimals == 0) || read.size() > 15;
    std::size_t end = read.end;
    if (token.is_year && end + 2 < text_.size() && (text_[end] == '-' || text_[end] == '/') &&
        is_digit_at(text_, end + 1)) {
      end += 1;
      while (is_digit_at(text_, end)) ++end;
      token.end = at(end);
      tokens_.push_back(token);
      token.value += 1;  // both years
    } else if (end < text_.size() && (text_[end] == ':' || text_[end] == '/') &&
               is_digit_at(text_, end + 1)) {
      token.is_odd = true;  // a time, a date
      end += 1;
      while (is_digit_at(text_, end)) ++end;
    } else if (word_size(text_, end) > 0) {
      token.is_odd = true;  // "3rd", "10am"
    }
    tokens_.push_back(token);
    if (read.is_plain_space) add_parts(token);
    return end;
  }

  // "12 413" may be one number or two.
  void add_parts(const Token& joined) {
    for (std::size_t i = joined.begin; i < joined.end;) {
      std::size_t end = i;
      Token part = joined;
      part.value = 0;
      while (is_digit_at(text_, end)) part.value = part.value * 10 + (text_[end++] - '0');
      part.begin = at(i);
      part.end = at(end);
      tokens_.push_back(part);
      i = end;
      while (i < joined.end && !is_digit_at(text_, i)) ++i;
    }
  }

  std::string_view text_;
  std::vector<Token> tokens_;
};

// "four hundred and thirteen", "forty-two": joins the words of a number into one token.
void join_number_words(std::vector<Token>& tokens) {
  std::vector<Token> result;
  for (std::size_t i = 0; i < tokens.size();) {
    if (tokens[i].kind != Token::Kind::kWord || !is_number_word(tokens[i].word)) {
      result.push_back(tokens[i++]);
      continue;
    }
    double total = 0, group = 0;
    Token joined{.kind = Token::Kind::kNumber, .begin = tokens[i].begin, .is_in_words = true};
    for (; i < tokens.size() && tokens[i].kind == Token::Kind::kWord; ++i) {
      const bool is_and = tokens[i].word.kind == WordKind::kAnd && group >= 100 &&
                          i + 1 < tokens.size() && tokens[i + 1].kind == Token::Kind::kWord &&
                          is_number_word(tokens[i + 1].word);
      if (is_and) continue;
      if (!is_number_word(tokens[i].word)) break;
      const double value = tokens[i].word.value;
      if (value == 1000) {
        total += std::max(group, 1.0) * 1000;
        group = 0;
      } else if (value == 100) {
        group = std::max(group, 1.0) * 100;
      } else if (std::fmod(group, 100) == 0 || (std::fmod(group, 10) == 0 && value < 10)) {
        group += value;
      } else {
        break;  // "two three": two numbers
      }
      joined.end = tokens[i].end;
    }
    joined.value = total + group;
    result.push_back(joined);
  }
  tokens = std::move(result);
}

class SentenceReader {
 public:
  explicit SentenceReader(std::string_view text) : text_(text), tokens_(Tokenizer(text).take()) {
    join_number_words(tokens_);
  }

  SentenceNumbers read() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind == Token::Kind::kWord) read_word(i);
      if (tokens_[i].kind == Token::Kind::kNumber) read_number(i);
    }
    add_unknown();
    std::sort(result_.words.begin(), result_.words.end());
    result_.words.erase(std::unique(result_.words.begin(), result_.words.end()),
                        result_.words.end());
    return std::move(result_);
  }

 private:
  [[nodiscard]] const Token* word_at(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == Token::Kind::kWord ? &tokens_[i] : nullptr;
  }
  [[nodiscard]] bool has_kind(std::size_t i, WordKind kind) const {
    const Token* token = word_at(i);
    return token != nullptr && token->word.kind == kind;
  }
  [[nodiscard]] bool is_number(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == Token::Kind::kNumber;
  }

  void read_word(std::size_t i) {
    const SentenceWord& word = tokens_[i].word;
    result_.tells_change |= word.kind == WordKind::kChange;
    result_.tells_mean |= word.kind == WordKind::kMean;
    result_.tells_measure |= word.kind == WordKind::kMeasure && word.value > 0;
    denies_ |= word.kind == WordKind::kNo;
    tells_ |= word.kind == WordKind::kTell;
    is_unknown_ |= word.kind == WordKind::kUnknown;
    if (word.kind == WordKind::kFraction) add_fraction(i);
    if (word.key != 0) result_.words.push_back(word.key);
  }

  // "not known", "did not say", "unknown" are one word for those of whom nothing is known.
  void add_unknown() {
    if (is_unknown_ || (denies_ && tells_)) result_.words.push_back(kUnknownKey);
  }

  // "a quarter", "three quarters".
  void add_fraction(std::size_t i) {
    const double part = tokens_[i].word.value;
    const double times = i > 0 && is_number(i - 1) ? tokens_[i - 1].value : 1;
    if (times * part >= 100) return;
    add({.kind = SentenceNumberKind::kFraction,
         .value = times * part,
         .begin = tokens_[i].begin,
         .end = tokens_[i].end});
  }

  void read_number(std::size_t i) {
    const Token& token = tokens_[i];
    if (token.is_year) result_.years.push_back(static_cast<int>(token.value));
    if (token.is_odd || follows_money(token)) return;
    if (read_of(i)) return;
    SentenceNumber number{
        .value = token.value, .decimals = token.decimals, .begin = token.begin, .end = token.end};
    if (is_percent(i)) number.kind = SentenceNumberKind::kPercent;
    for (std::size_t j = 0; j < number.following.size(); ++j) {
      const Token* word = word_at(i + 1 + j);
      if (word == nullptr) break;
      number.following[j] = word->word.key;
      number.counts_people |= word->word.kind == WordKind::kPeople;
    }
    number.is_measure = is_measure(i);
    if (token.is_year && !number.counts_people) return;
    // "one" is a number only before people.
    const bool is_one = token.is_in_words && token.value == 1;
    if (is_one && !has_kind(i + 1, WordKind::kPeople)) return;
    add(number);
    add_ratio(i);
  }

  [[nodiscard]] bool follows_money(const Token& token) const {
    const std::string_view before = text_.substr(0, token.begin);
    return before.ends_with("\xC2\xA3") || before.ends_with("\xE2\x82\xAC") ||
           before.ends_with("$");
  }

  [[nodiscard]] bool is_percent(std::size_t i) const {
    const std::string_view after = text_.substr(tokens_[i].end);
    return after.starts_with("%") || after.starts_with(" %") || after.starts_with("\xC2\xA0%") ||
           has_kind(i + 1, WordKind::kPercent) ||
           (has_kind(i + 1, WordKind::kPer) && has_kind(i + 2, WordKind::kPercent));
  }

  [[nodiscard]] bool is_measure(std::size_t i) const {
    return has_kind(i + 1, WordKind::kMeasure) || (i > 0 && has_kind(i - 1, WordKind::kLabel));
  }

  // "per 1,000", "for every 10,000".
  bool read_of(std::size_t i) {
    const double value = tokens_[i].value;
    if (value != 1000 && value != 10000 && value != 100000) return false;
    if (i == 0 || !has_kind(i - 1, WordKind::kPer)) return false;
    result_.is_of = value;
    return true;
  }

  // "1 in 4", "3 out of 10".
  void add_ratio(std::size_t i) {
    if (!has_kind(i + 1, WordKind::kIn)) return;
    const std::size_t of = has_kind(i + 2, WordKind::kIn) ? i + 3 : i + 2;
    // "16 of 23" are counts, no share of others.
    if (!is_number(of) || tokens_[of].value <= tokens_[i].value || tokens_[of].value > 10) return;
    add({.kind = SentenceNumberKind::kFraction,
         .value = 100 * tokens_[i].value / tokens_[of].value,
         .begin = tokens_[i].begin,
         .end = tokens_[of].end});
  }

  void add(const SentenceNumber& number) { result_.numbers.push_back(number); }

  std::string_view text_;
  std::vector<Token> tokens_;
  SentenceNumbers result_;
  bool denies_ = false, tells_ = false, is_unknown_ = false;
};

// Digits of other scripts become ASCII: Arabic-Indic (U+0660), its eastern form (U+06F0) and full
// width (U+FF10). The length stays, so that places do.
std::string with_plain_digits(std::string_view text) {
  std::string plain(text);
  for (std::size_t i = 0; i + 1 < plain.size(); ++i) {
    const auto lead = static_cast<unsigned char>(plain[i]);
    const auto next = static_cast<unsigned char>(plain[i + 1]);
    const bool is_indic = (lead == 0xD9 && next >= 0xA0 && next <= 0xA9) ||
                          (lead == 0xDB && next >= 0xB0 && next <= 0xB9);
    if (!is_indic) continue;
    // The digits of a number stand without anything between them: shift the rest of the run.
    plain[i] = static_cast<char>('0' + (next & 0x0FU));
    plain.erase(i + 1, 1);
  }
  for (std::size_t i = 0; i + 2 < plain.size(); ++i) {
    if (!std::string_view(plain).substr(i).starts_with("\xEF\xBC")) continue;
    const auto last = static_cast<unsigned char>(plain[i + 2]);
    if (last < 0x90 || last > 0x99) continue;
    plain[i] = static_cast<char>('0' + (last - 0x90));
    plain.erase(i + 1, 2);
  }
  return plain;
}

bool has_other_digits(std::string_view text) {
  return text.find('\xD9') != text.npos || text.find('\xDB') != text.npos ||
         text.find("\xEF\xBC") != text.npos;
}

}  // namespace

bool may_hold_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
         has_other_digits(text) || has_number_word(text);
}

SentenceNumbers read_sentence_numbers(std::string_view text) {
  if (!has_other_digits(text)) return SentenceReader(text).read();
  const std::string plain = with_plain_digits(text);
  return SentenceReader(plain).read();
}

bool share_word(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  const std::vector<WordKey>& fewer = a.size() < b.size() ? a : b;
  const std::vector<WordKey>& more = a.size() < b.size() ? b : a;
  return std::any_of(fewer.begin(), fewer.end(), [&](WordKey word) {
    return std::binary_search(more.begin(), more.end(), word);
  });
}

}  // namespace signpost
