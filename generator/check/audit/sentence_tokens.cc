#include "check/audit/sentence_tokens.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <unicode/uchar.h>

#include "base/utf8.h"

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

// Returns the value of a Roman number in the usual form, or 0: each letter as often as it may stand
// there is what writing the value again gives.
int roman_value(std::string_view word) {
  struct Part {
    std::string_view letters;
    int value;
  };
  static constexpr auto kParts = std::to_array<Part>({{"M", 1000},
                                                      {"CM", 900},
                                                      {"D", 500},
                                                      {"CD", 400},
                                                      {"C", 100},
                                                      {"XC", 90},
                                                      {"L", 50},
                                                      {"XL", 40},
                                                      {"X", 10},
                                                      {"IX", 9},
                                                      {"V", 5},
                                                      {"IV", 4},
                                                      {"I", 1}});
  int value = 0;
  std::string_view rest = word;
  for (const Part& part : kParts) {
    const bool may_repeat = part.letters.size() == 1 && part.letters.find_first_of("MCXI") == 0;
    for (int i = 0; i < (may_repeat ? 3 : 1) && rest.starts_with(part.letters); ++i) {
      value += part.value;
      rest.remove_prefix(part.letters.size());
    }
  }
  return rest.empty() ? value : 0;
}

// A part of a whole as one character, in per cent.
std::optional<double> vulgar_fraction(std::uint32_t c) {
  switch (c) {
    case 0xBC:
      return 25;
    case 0xBD:
      return 50;
    case 0xBE:
      return 75;
    case 0x2150:
      return 100.0 / 7;
    case 0x2151:
      return 100.0 / 9;
    case 0x2152:
      return 10;
    case 0x2153:
      return 100.0 / 3;
    case 0x2154:
      return 200.0 / 3;
    default:
      break;
  }
  if (c >= 0x2155 && c <= 0x2158) return 20.0 * (c - 0x2154);
  if (c == 0x2159) return 100.0 / 6;
  if (c == 0x215A) return 500.0 / 6;
  if (c >= 0x215B && c <= 0x215E) return 12.5 * (2 * (c - 0x215B) + 1);
  return std::nullopt;
}

// The value of a decimal digit of any script, or in a circle; else -1.
int other_digit(std::uint32_t c) {
  if (c >= 0x2460 && c <= 0x2468) return static_cast<int>(c - 0x245F);
  return u_charDigitValue(static_cast<UChar32>(c));
}

// Soft hyphens, characters of no width, and what makes a key of a digit.
bool is_invisible(std::uint32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0xFE0F ||
         c == 0x20E3;
}

// Splits a sentence into words, numbers and marks.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> take() {
    for (std::size_t i = 0; i < text_.size();) {
      if (is_digit_at(text_, i)) {
        i = add_number(i);
      } else if (const std::size_t part = add_fraction(i); part > 0) {
        i += part;
      } else if (const std::size_t sign = sign_size(i); sign > 0) {
        i += sign;
      } else if (const std::size_t word = word_size(text_, i); word > 0) {
        add_word(i, word);
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

  void add_word(std::size_t i, std::size_t size) {
    const std::string_view word = text_.substr(i, size);
    Token token{.kind = Token::Kind::kWord, .begin = at(i), .end = at(i + size)};
    token.word = sentence_word(word);
    if (size > 1) token.value = roman_value(word);
    token.is_roman = token.value > 0;
    tokens_.push_back(token);
  }

  std::size_t add_fraction(std::size_t i) {
    if (static_cast<unsigned char>(text_[i]) < 0xC2) return 0;
    const CodePoint point = decode_utf8(text_, i);
    const std::optional<double> part = vulgar_fraction(point.value);
    if (!part || point.size == 0) return 0;
    tokens_.push_back({.kind = Token::Kind::kNumber,
                       .begin = at(i),
                       .end = at(i + point.size),
                       .value = *part,
                       .is_part = true});
    return point.size;
  }

  // Spaces, dashes and other signs of more than a byte part words.
  std::size_t sign_size(std::size_t i) {
    if (static_cast<unsigned char>(text_[i]) < 0xC2) return 0;
    const CodePoint point = decode_utf8(text_, i);
    const bool is_space = u_isUWhiteSpace(static_cast<UChar32>(point.value)) != 0;
    const bool is_dash = point.value >= 0x2010 && point.value <= 0x2015;
    const bool is_sign = point.value >= 0x2000 && point.value <= 0x206F;
    const bool is_money = point.value == 0xA3 || point.value == 0x20AC;
    if (point.size == 0 || !(is_space || is_sign || is_money)) return 0;
    if (!is_space && !is_dash) {
      tokens_.push_back({.begin = at(i), .end = at(i + point.size), .mark = '?'});
    }
    return point.size;
  }

  void add_mark(std::size_t i) {
    if (text_[i] == ' ' || text_[i] == '\n' || text_[i] == '-') return;
    tokens_.push_back({.begin = at(i), .end = at(i + 1), .mark = text_[i]});
  }

  [[nodiscard]] bool has_fraction_at(std::size_t i) const {
    if (i >= text_.size() || static_cast<unsigned char>(text_[i]) < 0xC2) return false;
    const CodePoint point = decode_utf8(text_, i);
    return point.size > 0 && vulgar_fraction(point.value).has_value();
  }

  // "413families"
  [[nodiscard]] bool is_people_at(std::size_t end) const {
    return sentence_word(text_.substr(end, word_size(text_, end))).kind == WordKind::kPeople;
  }

  // "3rd", "413th".
  [[nodiscard]] bool is_ordinal_at(std::size_t end) const {
    const std::string_view ending = text_.substr(end, word_size(text_, end));
    return ending == "th" || ending == "st" || ending == "nd" || ending == "rd";
  }

  std::size_t add_number(std::size_t i) {
    const DigitsReader read(text_, i);
    Token token{.kind = Token::Kind::kNumber, .begin = at(i), .end = at(read.end)};
    token.value = read.value;
    token.decimals = read.decimals;
    token.is_year = read.size() == 4 && read.value >= 1990 && read.value <= 2060;
    token.is_odd = (text_[i] == '0' && read.size() > 1 && read.decimals == 0) || read.size() > 15;
    const std::string_view after = text_.substr(read.end);
    token.is_percent =
        after.starts_with("%") || after.starts_with(" %") || after.starts_with("\xC2\xA0%");
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
    } else if (is_ordinal_at(end)) {
      token.is_ordinal = true;
      end += word_size(text_, end);
    } else if (word_size(text_, end) > 0 && !has_fraction_at(end) && !is_people_at(end)) {
      token.is_odd = true;  // "10am"
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

}  // namespace

std::vector<Token> sentence_tokens(std::string_view sentence) { return Tokenizer(sentence).take(); }

bool has_other_digits(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0xC2) {
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    const bool is_number = other_digit(point.value) >= 0 || is_invisible(point.value);
    if (point.size > 0 && (is_number || vulgar_fraction(point.value))) return true;
    i += std::max<std::size_t>(point.size, 1);
  }
  return false;
}

std::string with_plain_digits(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    const std::size_t size = std::max<std::size_t>(point.size, 1);
    const int digit = point.size > 1 ? other_digit(point.value) : -1;
    if (digit >= 0) {
      plain += static_cast<char>('0' + digit);
    } else if (point.size < 2 || !is_invisible(point.value)) {
      plain += text.substr(i, size);
    }
    i += size;
  }
  return plain;
}

}  // namespace signpost
