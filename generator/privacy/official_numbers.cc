#include "privacy/official_numbers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestAddress = 200;  // bytes of a web address before a number

bool is_decimal(char c) { return c >= '0' && c <= '9'; }
bool is_capital_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter_of(char c, Spelling spelling) {
  return is_capital_letter(c) || (spelling == Spelling::kNamed && c >= 'a' && c <= 'z');
}
bool is_sign(char c) { return is_decimal(c) || is_capital_letter(c) || (c >= 'a' && c <= 'z'); }
bool ends_at(std::string_view text, std::size_t i) { return i >= text.size() || !is_sign(text[i]); }
bool is_gap(char c) { return c == ' ' || c == '-' || c == '.' || c == '/' || c == '_'; }

std::size_t skip_gap(std::string_view text, std::size_t i, std::size_t most = 1) {
  for (std::size_t k = 0; k < most && i < text.size() && is_gap(text[i]); ++k) ++i;
  return i;
}

// The start of two letters (or one) that stand before `i`, with a gap between; `i` for none.
std::size_t letters_before(std::string_view text, std::size_t i, std::size_t count,
                           Spelling spelling) {
  std::size_t at = i;
  while (at > 0 && i - at < 2 && is_gap(text[at - 1])) --at;
  if (at < count) return i;
  for (std::size_t k = 1; k <= count; ++k) {
    if (!is_letter_of(text[at - k], spelling)) return i;
  }
  return at - count > 0 && is_sign(text[at - count - 1]) ? i : at - count;
}

// Royal Mail PAF: the letters that postcodes begin with.
bool is_postcode_area(std::string_view area) {
  static constexpr auto kAreas = std::to_array<std::string_view>(
      {"AB", "AL", "B",  "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX",
       "CA", "CB", "CF", "CH", "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG",
       "DH", "DL", "DN", "DT", "DY", "E",  "EC", "EH", "EN", "EX", "FK", "FY", "G",  "GL",
       "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV",
       "JE", "KA", "KT", "KW", "KY", "L",  "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M",
       "ME", "MK", "ML", "N",  "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE",
       "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S",  "SA", "SE", "SG", "SK", "SL", "SM",
       "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR",
       "TS", "TW", "UB", "W",  "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE"});
  return std::ranges::find(kAreas, area) != kAreas.end();
}

// "1AE": a figure and two letters, of which some are never used.
std::size_t end_of_inward(std::string_view text, std::size_t at, Spelling spelling) {
  if (at + 2 >= text.size() || !is_decimal(text[at])) return 0;
  for (const char c : text.substr(at + 1, 2)) {
    static constexpr std::string_view kNever = "CIKMOVcikmov";
    if (!is_letter_of(c, spelling) || kNever.find(c) != kNever.npos) return 0;
  }
  static constexpr std::string_view kShortOrdinals[] = {"1st", "2nd", "3rd"};
  const bool is_ordinal =
      std::ranges::find(kShortOrdinals, text.substr(at, 3)) != std::end(kShortOrdinals) ||
      text.substr(at + 1, 2) == "th";
  return is_ordinal || !ends_at(text, at + 3) ? 0 : at + 3;
}

// Whether a long number here may be a part of a web address.
bool is_in_address(std::string_view text, std::size_t i) {
  if (i == 0) return false;
  const char last = text[i - 1];
  if (last == '=' || last == '&' || last == '?' || last == '#') return true;
  if (last != '/') return false;
  const std::string_view near =
      text.substr(i - std::min(i, kLongestAddress), std::min(i, kLongestAddress));
  const std::size_t space = near.rfind(' ');
  const std::string_view word = near.substr(space == near.npos ? 0 : space);
  return word.find("//") != word.npos || word.find("www.") != word.npos ||
         word.find("10.") != word.npos;  // a DOI
}

}  // namespace

std::optional<TextSpan> find_nhs_number(std::string_view text, std::size_t i, Spelling spelling) {
  if (i > 0 && is_sign(text[i - 1])) return std::nullopt;
  if (spelling == Spelling::kUsual && is_in_address(text, i)) return std::nullopt;
  std::string digits;
  std::string groups;
  std::size_t at = i;
  while (digits.size() < 10 && at < text.size()) {
    if (is_decimal(text[at])) {
      digits += text[at++];
      continue;
    }
    const std::size_t next = skip_gap(text, at, spelling == Spelling::kNamed ? 3 : 1);
    if (next == at || next >= text.size() || !is_decimal(text[next])) return std::nullopt;
    groups += static_cast<char>('0' + digits.size());
    at = next;
  }
  const bool is_usual = groups.empty() || groups == "36";
  if (digits.size() < 10 || !ends_at(text, at) || digits[0] == '0') return std::nullopt;
  if ((spelling == Spelling::kUsual && !is_usual) || !is_nhs_number(digits)) return std::nullopt;
  // "9434765919.5" and "943 476 5919 22" go on.
  const std::size_t after = skip_gap(text, at);
  if (after > at && text[at] != ' ' && after < text.size() && is_decimal(text[after])) {
    return std::nullopt;
  }
  return TextSpan{i, at};
}

// HMRC, National Insurance Manual NIM39110: two letters, six figures, A to D.
std::optional<TextSpan> find_ni_number(std::string_view text, std::size_t i, Spelling spelling) {
  const std::size_t begin = letters_before(text, i, 2, spelling);
  if (begin == i) return std::nullopt;
  std::string prefix = {text[begin], text[begin + 1]};
  for (char& c : prefix) c = static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
  static constexpr std::string_view kNever[] = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
  if (prefix.find_first_of("DFIQUV") != prefix.npos || prefix[1] == 'O') return std::nullopt;
  if (std::ranges::find(kNever, prefix) != std::end(kNever)) return std::nullopt;
  std::size_t at = i;
  for (int figure = 0; figure < 6; ++figure) {
    if (figure > 0) at = skip_gap(text, at, 1);
    if (at >= text.size() || !is_decimal(text[at])) return std::nullopt;
    ++at;
  }
  at = skip_gap(text, at);
  const bool ends = at < text.size() && is_letter_of(text[at], spelling) &&
                    std::string_view("ABCDabcd").find(text[at]) != std::string_view::npos &&
                    ends_at(text, at + 1);
  if (!ends) return std::nullopt;
  return TextSpan{begin, at + 1};
}

std::optional<TextSpan> find_upn(std::string_view text, std::size_t i, Spelling spelling) {
  const std::size_t begin = letters_before(text, i, 1, spelling);
  if (begin == i || (spelling == Spelling::kUsual && begin + 1 != i)) return std::nullopt;
  std::string upn = ascii_lower(text.substr(begin, 1));
  std::size_t at = i;
  while (at < text.size() && upn.size() < 13) {
    if (spelling == Spelling::kNamed) at = skip_gap(text, at);
    if (at >= text.size() || !is_sign(text[at])) return std::nullopt;
    upn += ascii_lower(text.substr(at++, 1));
  }
  for (char& c : upn) c = static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
  const bool is_made_up = upn.ends_with("123456789012");
  if (is_made_up || !ends_at(text, at) || !is_upn(upn)) return std::nullopt;
  return TextSpan{begin, at};
}

std::optional<TextSpan> find_postcode(std::string_view text, std::size_t i, Spelling spelling) {
  std::size_t begin = i;
  while (begin > 0 && i - begin < 2 && is_letter_of(text[begin - 1], spelling)) --begin;
  if (begin == i || (begin > 0 && is_sign(text[begin - 1]))) return std::nullopt;
  std::string area(text.substr(begin, i - begin));
  for (char& c : area) c = static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
  if (!is_postcode_area(area)) return std::nullopt;
  // One figure; two; a figure and a letter; each with the second half after a space or a hyphen.
  for (const std::size_t size : {2U, 1U}) {
    if (i + size >= text.size()) continue;
    if (size == 2 && !is_decimal(text[i + 1]) && !is_letter_of(text[i + 1], spelling)) continue;
    const std::size_t gap = i + size;
    const std::size_t inward = skip_gap(text, gap, 2);
    const bool is_apart = inward > gap || spelling == Spelling::kNamed;
    const std::size_t end = is_apart ? end_of_inward(text, inward, spelling) : 0;
    if (end > 0) return TextSpan{begin, end};
  }
  return std::nullopt;
}

bool is_nhs_number(std::string_view figures) {
  if (figures.size() != 10 || !std::ranges::all_of(figures, is_decimal)) return false;
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
    if (!is_decimal(upn[i]) && letter == kLetters.npos) return false;  // the last may be a letter
    sum += (i + 1) * (is_decimal(upn[i]) ? static_cast<std::size_t>(upn[i] - '0') : letter);
  }
  return kLetters[sum % 23] == upn[0];
}

}  // namespace signpost
