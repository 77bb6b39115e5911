#include "data/written_figure.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/english.h"
#include "base/text.h"
#include "data/cell_text.h"

namespace signpost {
namespace {

constexpr char kAbsentHelp[] =
    "write 0 for nobody, x for what is not known, z for what does not apply, c for what is not "
    "shown";
constexpr char kNumberHelp[] = "write digits, such as 6,628; for what is not known, write x";

// A longer text is no figure, whatever it holds.
constexpr std::size_t kLongestFigure = 64;

constexpr std::string_view kCurrencies[] = {"\xC2\xA3", "\xE2\x82\xAC", "$"};

bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }

bool holds_digit(std::string_view text) { return std::ranges::any_of(text, is_decimal_digit); }

bool consists_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

// Takes a currency from the front or the end of `text` and returns it, or "".
std::string_view take_currency(std::string_view& text) {
  for (const std::string_view currency : kCurrencies) {
    if (text.starts_with(currency)) {
      text = trimmed(text.substr(currency.size()));
      return currency;
    }
    if (text.ends_with(currency)) {
      text = trimmed(text.substr(0, text.size() - currency.size()));
      return currency;
    }
  }
  return "";
}

// Returns "1 540" and "1'540" as "1540", or nothing where a separator stands elsewhere than between
// thousands.
std::optional<std::string> without_separators(std::string_view text) {
  const std::size_t first = text.find_first_of(" '");
  if (first == std::string_view::npos) return std::string(text);
  const std::size_t point = text.find('.');
  const std::vector<std::string_view> groups = split(text.substr(0, point), text[first]);
  std::string digits;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::size_t size = groups[i].size();
    const bool is_right = i == 0 ? size > 0 && size <= 3 : size == 3;
    if (!is_right || !std::ranges::all_of(groups[i], is_decimal_digit)) return std::nullopt;
    digits += groups[i];
  }
  return point == std::string_view::npos ? digits : digits.append(text.substr(point));
}

// Returns the number that `text` is, without what stands before or after its digits.
std::optional<Number> plain_number(std::string_view text) {
  if (text.empty() || !is_decimal_digit(text.front()) || !is_decimal_digit(text.back()))
    return std::nullopt;
  const std::optional<std::string> digits = without_separators(text);
  return digits ? parse_number(*digits) : std::nullopt;
}

// A number with its sign, brackets, currency and %.
std::optional<WrittenFigure> whole_figure(std::string_view text) {
  WrittenFigure figure{.kind = FigureKind::kNumber};
  bool is_negative = false;
  const auto take_sign = [&] {
    if (is_negative || (!text.starts_with('-') && !text.starts_with('+'))) return;
    is_negative = text.front() == '-';
    text = trimmed(text.substr(1));
  };
  figure.currency = take_currency(text);
  if (text.starts_with('(') && text.ends_with(')')) {
    is_negative = true;
    text = trimmed(text.substr(1, text.size() - 2));
  } else {
    take_sign();
  }
  if (figure.currency.empty()) figure.currency = take_currency(text);
  if (!is_negative && !figure.currency.empty()) take_sign();
  const bool is_percent = text.ends_with('%');
  if (is_percent) text = trimmed(text.substr(0, text.size() - 1));
  const std::optional<Number> number = plain_number(text);
  if (!number || (is_percent && !figure.currency.empty())) return std::nullopt;
  figure.number = *number;
  figure.number.percent = is_percent;
  if (is_negative) figure.number.value = -figure.number.value;
  return figure;
}

WrittenFigure no_figure(std::string what, std::string help) {
  return {.kind = FigureKind::kNoFigure, .what = std::move(what), .help = std::move(help)};
}

WrittenFigure unclear(std::string what, std::string help) {
  return {.kind = FigureKind::kUnclear, .what = std::move(what), .help = std::move(help)};
}

WrittenFigure words(std::string what = "is not a number", std::string help = kNumberHelp) {
  return {.kind = FigureKind::kWords, .what = std::move(what), .help = std::move(help)};
}

// What says that there is no figure.
std::optional<WrittenFigure> absent(std::string_view text) {
  static constexpr std::string_view kWords[] = {
      "n/a",  "na",      "n/k",       "nk",       "n.a.", "nil",           "none",
      "null", "unknown", "not known", "tbc",      "tba",  "not available", "not applicable",
      "nan",  "inf",     "-inf",      "infinity", "-nan", "suppressed",    "missing"};
  static constexpr std::string_view kErrors[] = {"#n/a",   "#div/0!", "#ref!",        "#name?",
                                                 "#num!",  "#value!", "#null!",       "#spill!",
                                                 "#calc!", "#field!", "#getting_data"};
  const std::string lower = ascii_lower(text);
  if (std::ranges::find(kErrors, lower) != std::end(kErrors) ||
      (lower.size() > 1 && consists_of(lower, "#"))) {
    return no_figure("is an error of the spreadsheet",
                     "correct it there, or type the figure; for what is not known, write x");
  }
  const bool is_signs = !text.empty() && consists_of(text, "-.*:?~#/_ ");
  if (is_signs || std::ranges::find(kWords, lower) != std::end(kWords)) {
    return no_figure("does not say why there is no figure", kAbsentHelp);
  }
  return std::nullopt;
}

// Nouns that a count of people stands before.
bool names_people(std::string_view lower) {
  static constexpr std::string_view kNouns[] = {
      "families", "family",   "children", "child",     "people",   "persons", "person",
      "cases",    "case",     "boys",     "boy",       "girls",    "girl",    "pupils",
      "pupil",    "students", "student",  "parents",   "parent",   "carers",  "carer",
      "young",    "adults",   "adult",    "referrals", "referral", "clients", "client"};
  const std::string_view word = lower.substr(0, lower.find_first_of(" ,;("));
  return std::ranges::find(kNouns, word) != std::end(kNouns);
}

// "two", which counts as well as 2 does.
std::optional<WrittenFigure> spelt_out(std::string_view text) {
  constexpr unsigned kMost = 9;
  const std::optional<unsigned> numeral = english_numeral(ascii_lower(text));
  if (!numeral || *numeral > kMost) return std::nullopt;
  return unclear("is a number in words", fmt::format("write {}", *numeral));
}

// "about 5", "fewer than 5", "<5": the number may be none.
std::string_view without_hedge(std::string_view lower) {
  static constexpr std::string_view kHedges[] = {
      "fewer than", "less than", "more than", "at least", "at most", "up to", "approximately",
      "approx.",    "approx",    "about",     "around",   "circa",   "ca.",   "c.",
      "under",      "over",      "nearly",    "almost",   "below",   "above", "<=",
      ">=",         "<",         ">",         "~"};
  for (const std::string_view hedge : kHedges) {
    if (lower.starts_with(hedge)) return trimmed(lower.substr(hedge.size()));
  }
  return lower;
}

// What is wrong with digits, commas and points that are no number, if `text` is made of them.
std::optional<WrittenFigure> misspelt(std::string_view text) {
  if (!consists_of(text, "0123456789.,") || !holds_digit(text)) return std::nullopt;
  const std::size_t comma = text.rfind(',');
  const std::size_t point = text.rfind('.');
  const auto commas = std::ranges::count(text, ',');
  const auto points = std::ranges::count(text, '.');
  std::string digits(text);
  if (commas == 1 && (points == 0 || point < comma)) {
    std::erase(digits, '.');
    std::ranges::replace(digits, ',', '.');
    if (const std::optional<Number> number = parse_number(digits)) {
      return unclear("has a comma where a point or three digits belong",
                     fmt::format("write {} or, for thousands, 6,628",
                                 number_text(number->value, number->decimals)));
    }
  }
  if (points > 1 && commas == 0) {
    std::ranges::replace(digits, '.', ',');
    if (!parse_number(digits)) return words();
    return unclear("has points between its thousands", fmt::format("write {}", digits));
  }
  if (commas == 0 && text.starts_with('.')) {
    return unclear("has no digit before its point", fmt::format("write 0{}", text));
  }
  if (commas == 0 && text.ends_with('.')) {
    return unclear("ends in a point", fmt::format("write {}", text.substr(0, text.size() - 1)));
  }
  if (text.size() > 1 && text.starts_with('0') && point != 1) {
    // Phone numbers, too, begin with 0; nobody counts that many people.
    if (text.size() > 8) return words();
    const std::size_t first = std::min(text.find_first_not_of('0'), text.size() - 1);
    return unclear("begins with 0",
                   fmt::format("write {}; if it is a name, describe the table in YAML and give the "
                               "column numeric: false",
                               text.substr(first)));
  }
  return unclear("has more digits than a figure, or commas in the wrong place",
                 "write it like 6,628 or 33.33: 15 digits at most, 6 of them after the point");
}

// What follows the number that `text` begins with.
std::optional<WrittenFigure> with_something(std::string_view text, std::string_view lower) {
  std::size_t end = text.find_first_not_of("0123456789,.' ");
  if (end == 0 || end == std::string_view::npos) return std::nullopt;
  const std::string_view number = trimmed(text.substr(0, end));
  if (!plain_number(number)) return std::nullopt;
  const std::string_view rest = lower.substr(end);
  if (consists_of(rest, "*#^_'\" ")) {
    return unclear("has a mark beside its figure",
                   fmt::format("write {}, and what the mark means under note: in the table's YAML "
                               "file; write c for a count that is not shown",
                               number));
  }
  if (rest == "k" || rest == "m" || rest == "hundred" || rest == "thousand") {
    return unclear("is in thousands or the like", "write all its digits, such as 6,628");
  }
  if (rest == "+" || rest == "-" || rest.starts_with("or ") || rest == "plus") {
    return unclear("is no exact figure",
                   fmt::format("write the figure itself; for a count that is too small, write c"));
  }
  if (rest.starts_with('(') || rest.starts_with('[')) {
    if (!rest.ends_with(')') && !rest.ends_with(']')) return std::nullopt;
    const bool is_second = rest.starts_with('(') && holds_digit(rest);
    return is_second ? unclear("holds two figures", "give each of them a column of its own")
                     : unclear("has a note beside its figure",
                               fmt::format("write {}, and the note under note: in the table's YAML "
                                           "file",
                                           number));
  }
  if (names_people(rest)) {
    return unclear("has words beside its figure",
                   fmt::format("write {}, and what it counts in the name of the column", number));
  }
  if ((rest.starts_with("of ") || rest.starts_with("out of ")) && holds_digit(rest)) {
    return unclear("holds two figures", "give each of them a column of its own");
  }
  return std::nullopt;
}

// "1.2E+03", which a spreadsheet has rounded.
bool is_scientific(std::string_view lower) {
  const std::size_t e = lower.find('e');
  if (e == 0 || e == std::string_view::npos || e + 2 >= lower.size()) return false;
  return consists_of(lower.substr(0, e), "0123456789.,") &&
         (lower[e + 1] == '+' || lower[e + 1] == '-') &&
         std::ranges::all_of(lower.substr(e + 2), is_decimal_digit);
}

WrittenFigure odd_figure(std::string_view text) {
  const std::string lower_text = ascii_lower(text);
  const std::string_view lower = lower_text;
  if (is_scientific(lower)) {
    return unclear("has been shortened by the spreadsheet, which loses digits",
                   "give the column the format \"Number\" there, and save the file again");
  }
  std::string_view amount = text;
  take_currency(amount);
  if (const auto found = misspelt(amount)) return *found;
  const std::string_view exact = without_hedge(lower);
  if (exact.size() < lower.size() && !exact.empty() && is_decimal_digit(exact.front()) &&
      (plain_number(exact) || with_something(exact, exact))) {
    return unclear("is no exact figure",
                   "write the figure itself; for a count that is too small, write c");
  }
  if (const auto found = with_something(text, lower)) return *found;
  const std::string_view inner =
      text.substr(std::min(text.find_first_not_of("*#^'\"(["), text.size()));
  const auto digits = std::ranges::count_if(text, is_decimal_digit);
  if (digits < 9 && inner.size() < text.size() && !inner.empty() &&
      is_decimal_digit(inner.front()) && consists_of(inner, "0123456789,. *#^'\")]%")) {
    return unclear("has a mark beside its figure", "write the figure alone");
  }
  // "-5*", "15 40", "5%*"; but dates, ranges, times and phone numbers are words.
  const bool is_joined = text.find_first_of("-/:", 1) != std::string_view::npos;
  if (is_joined) return words("is a range or a date, not a figure");
  if (digits < 9 && consists_of(text, "0123456789,. *#^'\"()[]%+-")) {
    return unclear("is not a number", kNumberHelp);
  }
  return words();
}

}  // namespace

WrittenFigure read_figure(std::string_view text) {
  if (text.size() > kLongestFigure * 4) return words();
  const std::string plain = plain_figure(text);
  if (plain.empty()) return {};
  if (const std::string_view symbol = find_symbol(plain); !symbol.empty()) {
    return {.kind = FigureKind::kSymbol, .symbol = symbol};
  }
  if (const auto found = whole_figure(plain)) return *found;
  if (const auto found = absent(plain)) return *found;
  if (plain.size() > kLongestFigure) return words();
  if (const auto found = spelt_out(plain)) return *found;
  if (!holds_digit(plain)) return words();
  return odd_figure(plain);
}

}  // namespace signpost
