#include "check/page/time_amounts.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/english.h"
#include "check/page/telling_words.h"

namespace signpost {
namespace {

struct AmountWord {
  std::string_view word;
  std::uint32_t begin = 0;
  bool is_joined = false;  // only spaces or a hyphen stand between it and the one before
};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Words without apostrophes at their ends: "weeks'" is "weeks".
std::vector<AmountWord> amount_words(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  std::vector<AmountWord> tokens;
  bool is_joined = false;
  for (std::size_t i = 0; i < text.size();) {
    if (is_word_byte(text[i])) {
      std::size_t end = i;
      while (end < text.size() && is_word_byte(text[end])) ++end;
      tokens.push_back({text.substr(i, end - i), static_cast<std::uint32_t>(i), is_joined});
      i = end;
      is_joined = true;
      if (text.substr(i).starts_with("'s ")) i += 2;
      if (text.substr(i).starts_with("' ")) ++i;
    } else if (text.substr(i).starts_with(kNoBreakSpace)) {
      i += kNoBreakSpace.size();
    } else {
      is_joined = is_joined && (text[i] == ' ' || text[i] == '-');
      ++i;
    }
  }
  return tokens;
}

bool is_article(std::string_view word) { return word == "a" || word == "an"; }

constexpr std::string_view kOrdinals[] = {
    "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
// Returns a whole number of up to three digits, else 0; what stands behind the digits in `rest`.
std::uint32_t digits_in(std::string_view word, std::string_view& rest) {
  std::uint32_t number = 0;
  std::size_t i = 0;
  while (i < word.size() && i < 3 && word[i] >= '0' && word[i] <= '9') {
    number = number * 10 + static_cast<std::uint32_t>(word[i++] - '0');
  }
  rest = word.substr(i);
  return number;
}

std::uint32_t number_in(std::string_view word) {
  std::string_view rest;
  const std::uint32_t digits = digits_in(word, rest);
  if (digits > 0) return rest.empty() ? digits : 0;
  if (is_article(word)) return 1;
  if (word == "thirty") return 30;
  if (word == "forty") return 40;
  if (word == "fifty") return 50;
  return english_numeral(word).value_or(0);
}

std::uint32_t ordinal_in(std::string_view word) {
  static constexpr std::string_view kEndings[] = {"st", "nd", "rd", "th"};
  std::string_view rest;
  const std::uint32_t digits = digits_in(word, rest);
  if (digits > 0) return is_one_of(rest, kEndings) ? digits : 0;
  const auto* const found = std::ranges::find(kOrdinals, word);
  return found == std::end(kOrdinals) ? 0 : static_cast<std::uint32_t>(found - kOrdinals) + 1;
}

// Finds what begins at one token after another.
class AmountFinder {
 public:
  explicit AmountFinder(std::vector<AmountWord> tokens) : tokens_(std::move(tokens)) {}

  std::vector<TimeAmount> find() {
    std::vector<TimeAmount> amounts;
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t next = i;
      std::optional<TimeAmount> amount = amount_at(i, next);
      if (!amount) {
        ++i;
        continue;
      }
      const AmountWord& last = tokens_[next - 1];
      amount->begin = tokens_[i].begin;
      amount->end = last.begin + static_cast<std::uint32_t>(last.word.size());
      amount->is_said_as_limit = is_limit(i, next);
      if (can_be_limit(i, next, *amount)) amounts.push_back(*amount);
      i = next;
    }
    return amounts;
  }

 private:
  // The word `steps` after token `i` of a row that nothing but spaces parts, or "".
  [[nodiscard]] std::string_view word(std::size_t i, int steps = 0) const {
    if (steps < 0) {
      const auto back = static_cast<std::size_t>(-steps);
      if (i < back) return "";
      for (std::size_t j = i - back + 1; j <= i && j < tokens_.size(); ++j) {
        if (!tokens_[j].is_joined) return "";
      }
      return tokens_[i - back].word;
    }
    const std::size_t last = i + static_cast<std::size_t>(steps);
    if (last >= tokens_.size()) return "";
    for (std::size_t j = i + 1; j <= last; ++j) {
      if (!tokens_[j].is_joined) return "";
    }
    return tokens_[last].word;
  }

  // Reads a unit at `i` ("school days"), with the number of its smaller ones in `size`; `next` is
  // behind it.
  bool read_unit(std::size_t i, TimeUnit& unit, std::uint32_t& size, std::size_t& next) const {
    std::string_view name = word(i);
    unit = TimeUnit::kDays;
    size = 1;
    next = i + 1;
    const std::string_view kind = name;
    if (kind == "school" || kind == "working" || kind == "calendar" || kind == "clear" ||
        kind == "full" || kind == "whole") {
      name = word(i, 1);
      ++next;
      if (kind == "school" || kind == "working") {
        unit = kind == "school" ? TimeUnit::kSchoolDays : TimeUnit::kWorkingDays;
        return name == "day" || name == "days";
      }
    }
    if (name == "day" || name == "days") return true;
    if (name == "week" || name == "weeks") {
      size = 7;
      return true;
    }
    if (name == "fortnight") {
      size = 14;
      return true;
    }
    unit = TimeUnit::kMonths;
    if (name == "month" || name == "months") return true;
    size = 12;
    return name == "year" || name == "years";
  }

  std::optional<TimeAmount> amount_at(std::size_t i, std::size_t& next) const {
    if (std::optional<TimeAmount> day = day_of_year_at(i, next)) return day;
    TimeAmount amount;
    std::uint32_t size = 1;
    std::size_t behind = 0;
    std::uint32_t number = number_in(word(i));
    if (number == 0) number = ordinal_in(word(i));
    if (number > 0) {
      if (word(i, 1) == "times" && is_every(word(i, 2)) && word(i, 3) == "year") {
        next = i + 4;
        return TimeAmount{0, 0, TimeUnit::kTimesAYear, number};
      }
      if (word(i, 1).empty() || !read_unit(i + 1, amount.unit, size, behind)) return std::nullopt;
      amount.number = number * size;
      next = behind;
      return amount;
    }
    // "week 6"; the number must be digits.
    if (!read_unit(i, amount.unit, size, behind) || behind >= tokens_.size()) return std::nullopt;
    if (tokens_[behind - 1].word.ends_with('s') || !tokens_[behind].is_joined) return std::nullopt;
    std::string_view rest;
    number = digits_in(tokens_[behind].word, rest);
    if (number == 0 || !rest.empty() || size == 12) return std::nullopt;
    amount.number = number * size;
    next = behind + 1;
    return amount;
  }

  // "31 march", "31st of march", "march 31", without a year.
  std::optional<TimeAmount> day_of_year_at(std::size_t i, std::size_t& next) const {
    const auto month_in = [](std::string_view word) { return english_month(word).value_or(0); };
    const auto day_in = [](std::string_view word) -> std::uint32_t {
      std::string_view rest;
      if (digits_in(word, rest) == 0) return 0;
      return std::max(number_in(word), ordinal_in(word));
    };
    const int step = word(i, 1) == "of" ? 2 : 1;
    std::uint32_t day = day_in(word(i)), month = month_in(word(i, step));
    next = i + static_cast<std::size_t>(step) + 1;
    if (day == 0 || month == 0) {
      month = month_in(word(i));
      day = day_in(word(i, 1));
      next = i + 2;
    }
    if (day == 0 || day > 31 || month == 0) return std::nullopt;
    const std::string_view year = next < tokens_.size() ? tokens_[next].word : "";
    if (year.size() == 4 && year.find_first_not_of("0123456789") == year.npos) return std::nullopt;
    return TimeAmount{0, 0, TimeUnit::kDayOfYear, month * 100 + day, false};
  }

  static bool is_every(std::string_view word) {
    return is_article(word) || word == "per" || word == "each" || word == "every";
  }

  [[nodiscard]] bool is_limit(std::size_t i, std::size_t next) const {
    static constexpr std::string_view kBefore[] = {
        "within", "in",   "by",   "before", "after", "until", "than",  "least",
        "most",   "have", "has",  "takes",  "take",  "over",  "to",    "from",
        "every",  "the",  "only", "gives",  "give",  "allow", "allows"};
    static constexpr std::string_view kBehind[] = {"limit", "deadline", "of",     "from",
                                                   "to",    "after",    "before", "for"};
    if (is_one_of(word(i, -1), kBefore)) return true;
    if (next >= tokens_.size() || !tokens_[next].is_joined) return false;
    if (is_one_of(tokens_[next].word, kBehind)) return true;
    const std::string_view more = word(next, 1);
    return tokens_[next].word == "or" && (more == "more" || more == "less" || more == "longer");
  }

  [[nodiscard]] bool can_be_limit(std::size_t i, std::size_t next, const TimeAmount& amount) const {
    static constexpr std::string_view kBefore[] = {"last",   "past",    "previous", "next",
                                                   "lasts",  "lasted",  "lasting",  "about",
                                                   "around", "another", "extra",    "under"};
    static constexpr std::string_view kBehind[] = {"left", "ago",     "old",   "early",
                                                   "long", "earlier", "later", "holiday"};
    static constexpr std::string_view kArticleBefore[] = {"within", "in",  "after", "than", "least",
                                                          "have",   "has", "takes", "to"};
    if (amount.unit == TimeUnit::kDayOfYear || amount.unit == TimeUnit::kTimesAYear) return true;
    const std::string_view before = word(i, -1);
    if (is_one_of(before, kBefore)) return false;
    if ((before == "to" || before == "or" || before == "and") && number_in(word(i, -2)) > 0) {
      return false;
    }
    std::string_view rest;
    if (digits_in(before, rest) > 0) return false;  // "6-8 weeks"
    if (amount.number <= 12 && (is_article(word(i)) || word(i) == "one") &&
        !is_one_of(before, kArticleBefore)) {
      return false;
    }
    if (next >= tokens_.size() || !tokens_[next].is_joined) return true;
    const std::string_view behind = tokens_[next].word;
    if (is_one_of(behind, kBehind)) return false;
    if (behind == "to" && word(next, 1) == "go") return false;
    std::size_t after = 0;
    std::uint32_t size = 0;
    TimeUnit unit = TimeUnit::kDays;
    return !(is_every(behind) && !word(next, 1).empty() && read_unit(next + 1, unit, size, after));
  }

  std::vector<AmountWord> tokens_;
};

}  // namespace

std::vector<TimeAmount> find_time_amounts(std::string_view text) {
  return AmountFinder(amount_words(text)).find();
}

}  // namespace signpost
