#include "check/page/personal_data.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxLocalPart = 64;  // RFC 5321, section 4.5.3.1
constexpr std::size_t kMaxDomain = 255;
constexpr std::size_t kBirthWordReach = 24;  // bytes before a date in which "born" makes it one

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z'); }

struct Span {
  std::size_t begin = 0, end = 0;
};

bool is_boundary(std::string_view text, std::size_t i) {
  return i >= text.size() || !is_alnum(text[i]);
}

std::size_t skip_digits(std::string_view text, std::size_t i) {
  while (i < text.size() && is_digit(text[i])) ++i;
  return i;
}

struct Figures {
  std::string digits;
  std::size_t end = 0;
};

// The digits from `i` on with single spaces, points, hyphens and brackets between them, at most 15.
Figures read_figures(std::string_view text, std::size_t i) {
  Figures figures{"", i};
  std::size_t gap = 0;
  while (i < text.size() && figures.digits.size() <= 15) {
    if (is_digit(text[i])) {
      figures.digits += text[i++];
      figures.end = i;
      gap = 0;
    } else if (text.substr(i).starts_with("\xC2\xA0")) {
      i += 2;
      ++gap;
    } else if (text[i] == ' ' || text[i] == '-' || text[i] == '(' || text[i] == ')') {
      ++i;
      ++gap;
    } else {
      break;
    }
    if (gap > 2) break;
  }
  return figures;
}

std::string uk_figures(std::string_view digits, bool international) {
  std::string figures(digits);
  if (figures.starts_with("0044")) {
    figures.erase(0, 4);
    international = true;
  }
  if (international && figures.starts_with("44")) figures.erase(0, 2);
  if (international) figures.insert(0, figures.starts_with('0') ? "" : "0");
  const bool is_uk = (figures.size() == 10 || figures.size() == 11) && figures[0] == '0' &&
                     figures[1] != '0' && figures[1] != '4' && figures[1] != '6';
  return is_uk ? figures : "";
}

// Numbers that belong to organisations, not people: 03, 080 and the other charged ranges.
bool is_organisation_phone(std::string_view figures) {
  return figures[1] == '3' || figures[1] == '8' || figures[1] == '9';
}

std::optional<PersonalMatch> find_phone(std::string_view text, std::size_t i) {
  const bool plus = i > 0 && text[i - 1] == '+';
  if (text[i] != '0' && !(plus && text.substr(i).starts_with("44"))) return std::nullopt;
  const std::size_t before = plus ? i - 1 : i;
  static constexpr std::string_view kJoins = "/-.,:#=";
  if (before > 0 && (is_alnum(text[before - 1]) || kJoins.find(text[before - 1]) != kJoins.npos) &&
      !text.substr(0, before).ends_with("tel:")) {
    return std::nullopt;
  }
  const Figures read = read_figures(text, i);
  std::string figures = uk_figures(read.digits, plus);
  if (figures.empty() || !is_boundary(text, read.end)) return std::nullopt;
  const bool drama = is_drama_phone(figures);
  if (!drama && is_organisation_phone(figures)) return std::nullopt;
  return PersonalMatch{drama ? PersonalKind::kDramaPhone : PersonalKind::kPhone,
                       static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(read.end),
                       std::move(figures)};
}

std::optional<Span> find_upn(std::string_view text, std::size_t i) {
  if (i == 0 || !is_upper(text[i - 1]) || !is_boundary(text, i + 12)) return std::nullopt;
  if (i + 12 > text.size() || (i > 1 && is_alnum(text[i - 2]))) return std::nullopt;
  if (!is_upn(text.substr(i - 1, 13))) return std::nullopt;
  return Span{i - 1, i + 12};
}

// HMRC, National Insurance Manual NIM39110: two letters, six figures, A to D.
std::optional<Span> find_ni_number(std::string_view text, std::size_t i) {
  std::size_t letters = i;
  if (letters > 0 && text[letters - 1] == ' ') --letters;
  if (letters < 2 || !is_upper(text[letters - 1]) || !is_upper(text[letters - 2])) {
    return std::nullopt;
  }
  const std::size_t begin = letters - 2;
  const std::string_view prefix = text.substr(begin, 2);
  static constexpr std::string_view kNever[] = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
  if (begin > 0 && is_alnum(text[begin - 1])) return std::nullopt;
  if (prefix.find_first_of("DFIQUV") != prefix.npos || prefix[1] == 'O') return std::nullopt;
  if (std::ranges::find(kNever, prefix) != std::end(kNever)) return std::nullopt;
  std::size_t at = i;
  for (int pair = 0; pair < 3; ++pair) {
    if (at < text.size() && text[at] == ' ') ++at;
    if (at + 1 >= text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) {
      return std::nullopt;
    }
    at += 2;
  }
  if (at < text.size() && text[at] == ' ') ++at;
  const bool ends =
      at < text.size() && text[at] >= 'A' && text[at] <= 'D' && is_boundary(text, at + 1);
  if (!ends) return std::nullopt;
  return Span{begin, at + 1};
}

// One or two letters, a figure, a figure or letter, a space, a figure, two letters (Royal Mail
// PAF).
std::optional<Span> find_postcode(std::string_view text, std::size_t i) {
  std::size_t begin = i;
  while (begin > 0 && i - begin < 2 && is_upper(text[begin - 1])) --begin;
  if (begin == i || (begin > 0 && is_alnum(text[begin - 1]))) return std::nullopt;
  std::size_t at = i + 1;
  if (at < text.size() && (is_digit(text[at]) || is_upper(text[at]))) ++at;
  if (at >= text.size()) return std::nullopt;
  at += text[at] == ' ' ? 1U : text.substr(at).starts_with("\xC2\xA0") ? 2U : 0U;
  const bool inward = at + 2 < text.size() && !is_alnum(text[at - 1]) && is_digit(text[at]) &&
                      is_upper(text[at + 1]) && is_upper(text[at + 2]) && is_boundary(text, at + 3);
  if (!inward) return std::nullopt;
  return Span{begin, at + 3};
}

std::optional<Span> find_nhs_number(std::string_view text, std::size_t i) {
  if (i > 0 && is_alnum(text[i - 1])) return std::nullopt;
  std::string digits;
  std::size_t at = i;
  for (const std::size_t group : {3U, 3U, 4U}) {
    if (at > i && at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
    for (std::size_t k = 0; k < group; ++k) {
      if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
      digits += text[at++];
    }
  }
  if (!is_boundary(text, at) || digits[0] == '0' || !is_nhs_number(digits)) return std::nullopt;
  return Span{i, at};
}

bool has_birth_word(std::string_view text, std::size_t i) {
  const std::size_t begin = i > kBirthWordReach ? i - kBirthWordReach : 0;
  const std::string before = ascii_lower(text.substr(begin, i - begin));
  static constexpr std::string_view kWords[] = {"born", "of birth", "dob", "d.o.b", "birthday"};
  return std::ranges::any_of(kWords,
                             [&](std::string_view w) { return before.find(w) != before.npos; });
}

bool is_month(std::string_view word) {
  static constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul", "aug", "sep", "oct", "nov", "dec"};
  return word.size() >= 3 &&
         std::ranges::find(kMonths, ascii_lower(word.substr(0, 3))) != std::end(kMonths);
}

// The end of a whole date at `i`: 12/03/2015, 12.3.15, 2015-03-12, 12th March 2015; 0 for none.
std::size_t date_end(std::string_view text, std::size_t i) {
  std::size_t at = skip_digits(text, i);
  const std::size_t first = at - i;
  if (at < text.size() && (text[at] == '/' || text[at] == '.' || text[at] == '-')) {
    const char separator = text[at];
    const std::size_t second = skip_digits(text, at + 1);
    if (second == at + 1 || second >= text.size() || text[second] != separator) return 0;
    const std::size_t third = skip_digits(text, second + 1);
    const std::size_t size = third - second - 1;
    return (first <= 2 && (size == 2 || size == 4)) || (first == 4 && size <= 2 && size > 0) ? third
                                                                                             : 0;
  }
  if (first > 2) return 0;
  static constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th"};
  if (std::ranges::find(kOrdinals, text.substr(at, 2)) != std::end(kOrdinals)) at += 2;
  if (at >= text.size() || text[at] != ' ') return 0;
  const std::size_t month = ++at;
  while (at < text.size() && is_alnum(text[at]) && !is_digit(text[at]) && at - month < 12) ++at;
  if (!is_month(text.substr(month, at - month)) || at >= text.size() || text[at] != ' ') return 0;
  const std::size_t year = skip_digits(text, at + 1);
  return year == at + 5 ? year : 0;
}

PersonalMatch match_of(PersonalKind kind, Span span, std::string_view text) {
  return {kind, static_cast<std::uint32_t>(span.begin), static_cast<std::uint32_t>(span.end),
          std::string(text.substr(span.begin, span.end - span.begin))};
}

// What begins (or, with letters before it, continues) at the first of some figures.
std::optional<PersonalMatch> find_at_figure(std::string_view text, std::size_t i) {
  if (const auto upn = find_upn(text, i)) return match_of(PersonalKind::kUpn, *upn, text);
  if (const auto ni = find_ni_number(text, i)) return match_of(PersonalKind::kNiNumber, *ni, text);
  if (const auto code = find_postcode(text, i))
    return match_of(PersonalKind::kPostcode, *code, text);
  if (auto phone = find_phone(text, i)) return phone;
  if (const auto nhs = find_nhs_number(text, i))
    return match_of(PersonalKind::kNhsNumber, *nhs, text);
  const std::size_t end = date_end(text, i);
  if (end == 0 || !has_birth_word(text, i)) return std::nullopt;
  return match_of(PersonalKind::kBirthDate, {i, end}, text);
}

bool is_local_part(char c) {
  return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '\'';
}

// Domains that nobody can have (RFC 2606).
bool is_example_domain(std::string_view domain) {
  return domain.ends_with(".example") || domain.ends_with(".invalid") || domain == "example.com" ||
         domain == "example.org" || domain == "example.net" || domain.ends_with(".test");
}

std::optional<PersonalMatch> find_email(std::string_view text, std::size_t at, std::size_t from) {
  std::size_t begin = at;
  while (begin > from && at - begin < kMaxLocalPart && is_local_part(text[begin - 1])) --begin;
  std::size_t end = at + 1;
  while (end < text.size() && end - at < kMaxDomain &&
         (is_alnum(text[end]) || text[end] == '.' || text[end] == '-')) {
    ++end;
  }
  while (end > at + 1 && !is_alnum(text[end - 1])) --end;
  const std::string domain = ascii_lower(text.substr(at + 1, end - at - 1));
  if (begin == at || domain.find('.') == domain.npos) return std::nullopt;
  const PersonalKind kind =
      is_example_domain(domain) ? PersonalKind::kExampleEmail : PersonalKind::kEmail;
  PersonalMatch match = match_of(kind, {begin, end}, text);
  match.value = ascii_lower(match.value);
  return match;
}

}  // namespace

std::string uk_phone_figures(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && !is_digit(text[i])) ++i;
  const bool plus = i > 0 && text[i - 1] == '+';
  return uk_figures(read_figures(text, i).digits, plus);
}

// Ofcom, "Numbers for drama" (telephone numbers for use in TV and radio).
bool is_drama_phone(std::string_view figures) {
  static constexpr std::string_view kPrefixes[] = {
      "01134960", "01144960", "01154960", "01164960", "01174960", "01184960", "01214960",
      "01314960", "01414960", "01514960", "01614960", "02079460", "01914980", "028964960",
      "02920180", "01632960", "07700900", "08081570", "09098790", "03069990"};
  return figures.size() == 11 &&
         std::ranges::any_of(kPrefixes, [&](std::string_view p) { return figures.starts_with(p); });
}

bool is_nhs_number(std::string_view figures) {
  if (figures.size() != 10 || !std::ranges::all_of(figures, is_digit)) return false;
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (10 - i) * (figures[static_cast<std::size_t>(i)] - '0');
  const int check = (11 - sum % 11) % 11;
  return check == figures[9] - '0';  // a check of 10 is never given
}

bool is_upn(std::string_view upn) {
  static constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";
  if (upn.size() != 13) return false;
  std::size_t sum = 0;
  for (std::size_t i = 1; i <= 12; ++i) {
    const std::size_t letter = i == 12 ? kLetters.find(upn[i]) : kLetters.npos;
    if (!is_digit(upn[i]) && letter == kLetters.npos) return false;  // the last may be a letter
    sum += (i + 1) * (is_digit(upn[i]) ? static_cast<std::size_t>(upn[i] - '0') : letter);
  }
  return kLetters[sum % 23] == upn[0];
}

void find_personal_data(std::string_view all, std::uint32_t begin, std::uint32_t end,
                        std::vector<PersonalMatch>& matches) {
  const std::string_view text = all.substr(begin, end - begin);
  std::size_t from = 0;  // what is before belongs to the last match
  const auto take = [&](std::optional<PersonalMatch> match) -> std::size_t {
    if (!match || match->begin < from) return 0;
    const std::size_t stop = from = match->end;
    match->begin += begin;
    match->end += begin;
    matches.push_back(std::move(*match));
    return stop;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t stop = 0;
    if (text[i] == '@') {
      stop = take(find_email(text, i, from));
    } else if (is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1]))) {
      stop = take(find_at_figure(text, i));
    }
    if (stop > i) i = stop - 1;
  }
}

}  // namespace signpost
