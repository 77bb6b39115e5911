#include "check/audit/quantities.h"

#include <algorithm>
#include <cmath>

namespace signpost {
namespace {

// Reads from one token on; each function returns what begins at `at`, or nothing.
class QuantityParser {
 public:
  explicit QuantityParser(std::span<const Token> tokens) : tokens_(tokens) {}

  [[nodiscard]] std::optional<Quantity> quantity(std::size_t at) const {
    if (std::optional<Quantity> found = left_out(at)) return found;
    if (std::optional<Quantity> found = times(at)) return found;
    if (std::optional<Quantity> found = dozens(at)) return found;
    if (std::optional<Quantity> found = share(at)) return found;
    return number(at);
  }

  [[nodiscard]] std::optional<Quantity> ratio(std::size_t at) const {
    const std::optional<Quantity> part = number(at);
    if (!part) return std::nullopt;
    std::size_t i = part->next + (has_kind(part->next, WordKind::kPeople) ? 1 : 0);
    if (!has_kind(i, WordKind::kIn) || (i > part->next && !is_in(i))) return std::nullopt;
    const bool is_share = is_in(i);
    ++i;
    while (has_kind(i, WordKind::kIn)) ++i;
    const bool is_every = has_kind(i, WordKind::kPer) || has_kind(i, WordKind::kMean);
    if (is_every) ++i;
    const std::optional<Quantity> whole = number(i);
    if (!whole || whole->value <= part->value || whole->decimals + part->decimals > 0) {
      return std::nullopt;
    }
    // "16 of 23" are counts, no share of others.
    constexpr double kMostParts = 10;
    const bool is_large = whole->value > kMostParts;
    if (is_large && !is_every && part->value != 1 && !is_share) return std::nullopt;
    const bool is_time =
        tokens_[whole->next - 1].is_year || has_kind(whole->next, WordKind::kMeasure);
    if (is_large && is_time) return std::nullopt;
    Quantity found{.kind = QuantityKind::kFraction,
                   .value = 100 * part->value / whole->value,
                   .next = whole->next};
    if (is_large) found.room = 100 * part->value / (whole->value - 0.5) - found.value;
    return found;
  }

 private:
  [[nodiscard]] bool is_in(std::size_t i) const {
    return has_kind(i, WordKind::kIn) && tokens_[i].word.value > 0;
  }

  [[nodiscard]] bool has_kind(std::size_t i, WordKind kind) const {
    return i < tokens_.size() && tokens_[i].kind == Token::Kind::kWord &&
           tokens_[i].word.kind == kind;
  }

  // "all but 4", "everybody except two".
  [[nodiscard]] std::optional<Quantity> left_out(std::size_t at) const {
    if (!has_kind(at, WordKind::kAll)) return std::nullopt;
    std::size_t i = at + 1;
    while (i < tokens_.size() && i < at + 4 && !has_kind(i, WordKind::kBut)) ++i;
    if (!has_kind(i, WordKind::kBut)) return std::nullopt;
    i += has_kind(i + 1, WordKind::kPer) ? std::size_t{2} : std::size_t{1};  // "except for"
    std::optional<Quantity> found = dozens(i);
    if (!found) found = share(i);
    if (!found) found = number(i);
    if (found) found->is_left_out = true;
    return found;
  }

  [[nodiscard]] std::optional<Quantity> times(std::size_t at) const {
    if (has_kind(at, WordKind::kTimesVerb)) return factor(tokens_[at].word.value, at + 1);
    if (has_kind(at, WordKind::kTimes) && is_comparison(at + 1)) {
      return factor(tokens_[at].word.value, at + 1);
    }
    if (const std::optional<Quantity> found = number(at)) {
      const bool is_times =
          has_kind(found->next, WordKind::kTimesNoun) &&
          (is_comparison(found->next + 1) || has_kind(found->next + 1, WordKind::kChange));
      if (is_times) return factor(found->value, found->next + 1);
    }
    if (const std::optional<Quantity> found = fraction(at)) {
      const bool is_times = has_kind(found->next, WordKind::kAs) || is_the_number(found->next);
      if (is_times) return factor(found->value / 100, found->next);
    }
    return std::nullopt;
  }

  static std::optional<Quantity> factor(double value, std::size_t next) {
    if (value <= 0 || value == 1) return std::nullopt;
    return Quantity{.kind = QuantityKind::kTimes, .value = value, .next = next};
  }

  // "as many", "the number", "that of".
  [[nodiscard]] bool is_comparison(std::size_t i) const {
    return has_kind(i, WordKind::kAs) || has_kind(i, WordKind::kThe) ||
           has_kind(i, WordKind::kThat);
  }

  // "half the number": "half the families" is a share of them.
  [[nodiscard]] bool is_the_number(std::size_t i) const {
    return (has_kind(i, WordKind::kThe) && has_kind(i + 1, WordKind::kNumberNoun)) ||
           has_kind(i, WordKind::kThat);
  }

  [[nodiscard]] std::optional<Quantity> share(std::size_t at) const {
    if (std::optional<Quantity> found = percent(at)) return found;
    std::optional<Quantity> found = fraction(at);
    const bool may_be_noun = is_half(at) || has_kind(at, WordKind::kA);
    if (found && may_be_noun && is_noun(found->next)) return std::nullopt;
    return found;
  }

  [[nodiscard]] std::optional<Quantity> percent(std::size_t at) const {
    std::optional<Quantity> found = number(at);
    if (!found) {
      // "half a per cent"
      found = fraction(at);
      if (!found || !has_kind(found->next, WordKind::kA)) return std::nullopt;
      found->value /= 100;
      ++found->next;
    }
    found->kind = QuantityKind::kPercent;
    if (tokens_[found->next - 1].is_percent) return found;
    const std::size_t i = found->next + (has_kind(found->next, WordKind::kPer) ? 1 : 0);
    if (!has_kind(i, WordKind::kPercent)) return std::nullopt;
    found->next = i + 1;
    return found;
  }

  // "a quarter", "three quarters", "half"; one or more is none.
  [[nodiscard]] std::optional<Quantity> fraction(std::size_t at) const {
    if (is_number(at) && tokens_[at].is_part) {
      return Quantity{.kind = QuantityKind::kFraction, .value = tokens_[at].value, .next = at + 1};
    }
    double times = 1;
    std::size_t i = at;
    if (has_kind(at, WordKind::kA)) {
      ++i;
    } else if (const std::optional<Quantity> found = number(at)) {
      times = found->value;
      i = found->next;
    }
    if (!has_kind(i, WordKind::kFraction)) return std::nullopt;
    const double part = tokens_[i].word.value;
    const bool needs_number = i == at && part < 50;  // "third" by itself is a place in an order
    if (needs_number || times * part >= 100) return std::nullopt;
    return Quantity{.kind = QuantityKind::kFraction, .value = times * part, .next = i + 1};
  }

  [[nodiscard]] bool is_half(std::size_t i) const {
    return has_kind(i, WordKind::kFraction) && tokens_[i].word.value == 50;
  }

  // "a third person", "half an hour": what follows makes no share of the word before.
  [[nodiscard]] bool is_noun(std::size_t i) const {
    const std::size_t noun = has_kind(i, WordKind::kA) ? i + 1 : i;
    return has_kind(noun, WordKind::kMeasure) || has_kind(noun, WordKind::kLabel) ||
           has_kind(noun, WordKind::kPeople);
  }

  // "half a dozen", "a hundred", "a couple".
  [[nodiscard]] std::optional<Quantity> dozens(std::size_t at) const {
    const std::size_t article = is_half(at) ? at + 1 : at;
    const bool is_multiplier =
        has_kind(article + 1, WordKind::kMultiplier) || has_kind(article + 1, WordKind::kPair);
    if (!has_kind(article, WordKind::kA) || !is_multiplier) return std::nullopt;
    std::optional<Quantity> found = number(article + 1);
    if (found && article > at) found->value /= 2;
    return found;
  }

  [[nodiscard]] bool is_number(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == Token::Kind::kNumber;
  }

  // Digits or words, with what multiplies them and a half behind them.
  [[nodiscard]] std::optional<Quantity> number(std::size_t at) const {
    std::optional<Quantity> found;
    if (is_number(at) && !tokens_[at].is_odd && !tokens_[at].is_part) {
      found = digits(at);
    } else if (is_roman_number(at)) {
      found = Quantity{.value = tokens_[at].value, .next = at + 1};
    } else {
      found = words(at);
    }
    if (found) add_half(*found);
    return found;
  }

  // "2 dozen", "1.5 thousand".
  [[nodiscard]] std::optional<Quantity> digits(std::size_t at) const {
    const Token& token = tokens_[at];
    Quantity found{.value = token.value,
                   .decimals = token.decimals,
                   .next = at + 1,
                   .is_ordinal = token.is_ordinal};
    while (has_kind(found.next, WordKind::kMultiplier) && !token.is_year) {
      found.value *= tokens_[found.next++].word.value;
      found.decimals = 0;
    }
    return found;
  }

  [[nodiscard]] bool is_roman_number(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].is_roman && has_kind(at + 1, WordKind::kPeople);
  }

  // "two and a half", "2½".
  void add_half(Quantity& found) const {
    if (is_number(found.next) && tokens_[found.next].is_part &&
        tokens_[found.next].begin == tokens_[found.next - 1].end) {
      found.value += tokens_[found.next++].value / 100;
      found.decimals = 2;
      return;
    }
    const bool is_half = has_kind(found.next, WordKind::kAnd) &&
                         has_kind(found.next + 1, WordKind::kA) &&
                         has_kind(found.next + 2, WordKind::kFraction);
    if (!is_half) return;
    found.value += tokens_[found.next + 2].word.value / 100;
    found.decimals = 2;
    found.next += 3;
  }

  // "four hundred and thirteen", "forty-two", "three dozen", "seventeenth".
  [[nodiscard]] std::optional<Quantity> words(std::size_t at) const {
    double total = 0, group = 0;
    std::size_t i = at;
    bool is_ordinal = false;
    for (; i < tokens_.size() && !is_ordinal; ++i) {
      const bool is_and =
          has_kind(i, WordKind::kAnd) && group >= 100 &&
          (has_kind(i + 1, WordKind::kNumber) || has_kind(i + 1, WordKind::kOrdinal));
      if (is_and) continue;
      const bool is_multiplier = has_kind(i, WordKind::kMultiplier) || has_kind(i, WordKind::kPair);
      is_ordinal = has_kind(i, WordKind::kOrdinal);
      if (!is_multiplier && !is_ordinal && !has_kind(i, WordKind::kNumber)) break;
      const double value = tokens_[i].word.value;
      if (is_multiplier && value >= 1000) {
        total += std::max(group, 1.0) * value;
        group = 0;
      } else if (is_multiplier) {
        group = std::max(group, 1.0) * value;
      } else if (std::fmod(group, 100) == 0 || (std::fmod(group, 10) == 0 && value < 10)) {
        group += value;
      } else {
        is_ordinal = false;
        break;  // "two three": two numbers
      }
    }
    if (i == at) return std::nullopt;
    return Quantity{
        .value = total + group, .next = i, .is_in_words = true, .is_ordinal = is_ordinal};
  }

  std::span<const Token> tokens_;
};

}  // namespace

std::optional<Quantity> find_quantity(std::span<const Token> tokens, std::size_t at) {
  return QuantityParser(tokens).quantity(at);
}

std::optional<Quantity> find_ratio(std::span<const Token> tokens, std::size_t at) {
  return QuantityParser(tokens).ratio(at);
}

}  // namespace signpost
