#include "check/audit/sentence_numbers.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "base/text.h"
#include "check/audit/sentence_tokens.h"
#include "check/audit/sentence_words.h"

namespace signpost {
namespace {

class SentenceReader {
 public:
  explicit SentenceReader(std::string_view text) : text_(text), tokens_(sentence_tokens(text)) {}

  SentenceNumbers read() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.kind == Token::Kind::kWord) read_word(token.word);
      if (token.is_year) result_.years.push_back(static_cast<int>(token.value));
      read_phrase(i);
    }
    for (std::size_t i = 0; i < tokens_.size();) i = read_quantity(i);
    add_unknown();
    std::sort(result_.words.begin(), result_.words.end());
    result_.words.erase(std::unique(result_.words.begin(), result_.words.end()),
                        result_.words.end());
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool has_kind(std::size_t i, WordKind kind) const {
    return i < tokens_.size() && tokens_[i].kind == Token::Kind::kWord &&
           tokens_[i].word.kind == kind;
  }

  void read_word(const SentenceWord& word) {
    result_.tells_change |= word.kind == WordKind::kChange || word.kind == WordKind::kTimesVerb;
    result_.tells_mean |= word.kind == WordKind::kMean;
    result_.tells_measure |= word.kind == WordKind::kMeasure && word.value > 0;
    result_.tells_rest |=
        word.kind == WordKind::kRest || (word.kind == WordKind::kBut && word.value > 0);
    result_.tells_total |= word.kind == WordKind::kTotal;
    result_.shows_picture |= word.kind == WordKind::kPicture;
    denies_ |= word.kind == WordKind::kNo;
    tells_ |= word.kind == WordKind::kTell;
    is_unknown_ |= word.kind == WordKind::kUnknown;
    if (word.key != 0) result_.words.push_back(word.key);
  }

  // "in all", "left out", "a month", "every week", "monthly".
  void read_phrase(std::size_t i) {
    const bool is_number = i + 1 < tokens_.size() && tokens_[i + 1].kind == Token::Kind::kNumber;
    result_.tells_change |= tokens_[i].mark == '+' && is_number;
    result_.tells_total |= has_kind(i, WordKind::kIn) && has_kind(i + 1, WordKind::kAll);
    if (!has_kind(i, WordKind::kMean) && !has_kind(i, WordKind::kMeasure)) {
      const bool is_next_word = i + 1 < tokens_.size() && tokens_[i].kind == Token::Kind::kWord;
      is_unknown_ |= is_next_word && word_at(i) == "left" && word_at(i + 1) == "out";
      return;
    }
    const double per_year = -tokens_[i].word.value;
    const bool is_each =
        has_kind(i, WordKind::kMean) ||
        (i > 0 && (has_kind(i - 1, WordKind::kA) || has_kind(i - 1, WordKind::kPer) ||
                   has_kind(i - 1, WordKind::kMean)));
    if (is_each && per_year > 0) result_.per_year = per_year;
  }

  [[nodiscard]] std::string word_at(std::size_t i) const {
    return ascii_lower(text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin));
  }

  // "not known", "did not say", "unknown" are one word for those of whom nothing is known.
  void add_unknown() {
    if (is_unknown_ || (denies_ && tells_)) result_.words.push_back(kUnknownKey);
  }

  // Takes what begins at the token; returns the one to go on with.
  std::size_t read_quantity(std::size_t i) {
    if (const std::optional<Quantity> ratio = find_ratio(tokens_, i)) {
      if (!is_of(ratio->next - 1)) add(i, *ratio);
      in_ratio_ = std::max(in_ratio_, ratio->next);
    }
    const std::optional<Quantity> found = find_quantity(tokens_, i);
    if (!found) return i + 1;
    const bool is_plain = found->kind == QuantityKind::kCount;
    if (is_plain && found->next == i + 1 && read_of(i)) return i + 1;
    if (!is_plain || !follows_money(tokens_[i])) add(i, *found);
    return found->next;
  }

  void add(std::size_t i, const Quantity& quantity) {
    SentenceNumber number{.kind = quantity.kind,
                          .value = quantity.value,
                          .decimals = quantity.decimals,
                          .begin = tokens_[i].begin,
                          .end = tokens_[quantity.next - 1].end,
                          .is_left_out = quantity.is_left_out,
                          .room = quantity.room,
                          .before = key_before(i)};
    denies_ |= quantity.is_left_out;  // "all but 2 told us"
    const bool is_count = quantity.kind == QuantityKind::kCount;
    if (is_count || quantity.kind == QuantityKind::kPercent) add_following(quantity.next, number);
    if (is_count) {
      number.is_of_people &= i >= in_ratio_ && (i == 0 || !joins_people(i - 1));
      number.is_measure = is_measure(i, quantity.next);
      // "413.0 families"
      const bool is_whole = number.value == std::floor(number.value);
      if (number.counts_people && is_whole) number.decimals = 0;
      number.bound = bound_before(i);
      // "one" is a number only before people, as is a year; the 3rd of them is no count.
      const bool is_one = quantity.is_in_words && quantity.value == 1;
      if (is_one && !has_kind(quantity.next, WordKind::kPeople)) return;
      const bool needs_people = tokens_[i].is_year || quantity.is_ordinal;
      if (needs_people && !number.counts_people) return;
      constexpr double kLeastOrdinal = 10;
      if (quantity.is_ordinal && quantity.value < kLeastOrdinal) return;
    }
    result_.numbers.push_back(number);
  }

  void add_following(std::size_t next, SentenceNumber& number) const {
    while (next < tokens_.size() && tokens_[next].begin < number.end) ++next;  // "1 540": its parts
    bool is_beyond = false;  // another noun and what joins it: "2 sessions for parents"
    bool has_noun = false;
    for (std::size_t j = 0; j < number.following.size() && next + j < tokens_.size(); ++j) {
      const Token& token = tokens_[next + j];
      if (token.kind != Token::Kind::kWord) break;
      number.following[j] = token.word.key;
      const bool is_people = token.word.kind == WordKind::kPeople;
      number.counts_people |= is_people;
      number.counts_records |= token.word.kind == WordKind::kRecord && !has_noun;
      has_noun |= token.word.key != 0;
      is_beyond |= has_noun && token.word.key == 0;
      number.is_of_people |= is_people && !is_beyond && !has_kind(next + j + 1, WordKind::kThing);
    }
  }

  // "a case with 2 parents", "parents of 2 children"
  [[nodiscard]] bool joins_people(std::size_t i) const {
    if (tokens_[i].kind != Token::Kind::kWord) return false;
    return word_at(i) == "with" ||
           (i > 0 && word_at(i) == "of" && has_kind(i - 1, WordKind::kPeople));
  }

  // The word before a number, with nothing but marks between: "Deafblind: 3", "Rett (1".
  [[nodiscard]] WordKey key_before(std::size_t i) const {
    std::size_t at = i;
    while (at > 0 && tokens_[at - 1].kind == Token::Kind::kMark && i - at < 3) --at;
    const bool has_word = at > 0 && tokens_[at - 1].kind == Token::Kind::kWord;
    return has_word ? tokens_[at - 1].word.key : 0;
  }

  // What the one or two words before a number say of it.
  [[nodiscard]] NumberBound bound_before(std::size_t i) const {
    struct Phrase {
      std::string_view words;
      NumberBound bound;
    };
    static constexpr Phrase kPhrases[] = {
        {"more than", NumberBound::kAbove},  {"greater than", NumberBound::kAbove},
        {"over", NumberBound::kAbove},       {"above", NumberBound::kAbove},
        {"fewer than", NumberBound::kBelow}, {"less than", NumberBound::kBelow},
        {"under", NumberBound::kBelow},      {"below", NumberBound::kBelow},
        {"at least", NumberBound::kFrom},    {"at most", NumberBound::kTo},
        {"up to", NumberBound::kTo},         {"no more than", NumberBound::kTo}};
    const std::string before = ascii_lower(trimmed(text_.substr(0, tokens_[i].begin)));
    NumberBound bound = NumberBound::kNone;
    for (const Phrase& phrase : kPhrases) {
      if (before.ends_with(phrase.words)) bound = phrase.bound;
    }
    return bound;
  }

  [[nodiscard]] bool follows_money(const Token& token) const {
    const std::string_view before = text_.substr(0, token.begin);
    return before.ends_with("\xC2\xA3") || before.ends_with("\xE2\x82\xAC") ||
           before.ends_with("$");
  }

  [[nodiscard]] bool is_measure(std::size_t first, std::size_t next) const {
    return has_kind(next, WordKind::kMeasure) || has_kind(next, WordKind::kTimesNoun) ||
           (first > 0 && has_kind(first - 1, WordKind::kLabel));
  }

  [[nodiscard]] bool is_of(std::size_t i) const {
    const double value = tokens_[i].value;
    const bool is_round = value == 1000 || value == 10000 || value == 100000;
    return is_round && i > 0 && has_kind(i - 1, WordKind::kPer);
  }

  // "per 1,000", "for every 10,000".
  bool read_of(std::size_t i) {
    if (!is_of(i)) return false;
    result_.is_of = tokens_[i].value;
    return true;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  SentenceNumbers result_;
  std::size_t in_ratio_ = 0;  // tokens before it are of a share
  bool denies_ = false, tells_ = false, is_unknown_ = false;
};

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
