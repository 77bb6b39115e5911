#include "privacy/personal_data.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "privacy/birth_dates.h"
#include "privacy/child_initials.h"
#include "privacy/child_names.h"
#include "privacy/email_addresses.h"
#include "privacy/plain_spelling.h"
#include "privacy/spoken_numbers.h"
#include "privacy/surroundings.h"

namespace signpost {
namespace {

bool is_plain_digit(char c) { return c >= '0' && c <= '9'; }

// A match in the plain spelling of a text.
struct Found {
  PersonalKind kind = PersonalKind::kPhone;
  std::size_t begin = 0, end = 0;
  std::string value;
};

Found found_at(PersonalKind kind, TextSpan span, std::string_view text) {
  return {kind, span.begin, span.end, std::string(text.substr(span.begin, span.end - span.begin))};
}

std::string postcode_value(std::string_view text) {
  std::string value;
  for (const char c : text) {
    if (c != ' ' && c != '-' && c != '.') value += static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
  }
  return value;
}

// The phone number in `text`, unless what stands around it says that it is something else.
std::optional<Found> named_phone(std::string_view text, std::optional<PhoneMatch> phone) {
  if (!phone) return std::nullopt;
  const Surroundings around = surroundings_of(text, phone->begin, phone->end);
  const bool drama = is_drama_phone(phone->figures);
  if (is_other_number(around) || (drama && is_example(around))) return std::nullopt;
  const bool is_mobile = is_mobile_phone(phone->figures);
  const bool is_public = is_mobile ? is_of_helpline(around) : is_of_office(around);
  if (is_public && !drama) return std::nullopt;
  return Found{drama ? PersonalKind::kDramaPhone : PersonalKind::kPhone, phone->begin, phone->end,
               std::move(phone->figures)};
}

std::optional<Found> phone_at(std::string_view text, std::size_t i) {
  return named_phone(text, find_phone(text, i));
}

// A number that any spelling may have where it is named, and only the usual one elsewhere.
template <typename Find>
std::optional<TextSpan> find_named(Find find, std::string_view text, std::size_t i,
                                   NumberName name) {
  const std::optional<TextSpan> any = find(text, i, Spelling::kNamed);
  if (!any || has_name(surroundings_of(text, any->begin, any->end), name)) return any;
  return find(text, i, Spelling::kUsual);
}

std::optional<Found> nhs_number_at(std::string_view text, std::size_t i) {
  const auto span = find_named(find_nhs_number, text, i, NumberName::kNhs);
  if (!span) return std::nullopt;
  const Surroundings around = surroundings_of(text, span->begin, span->end);
  const bool is_one_group = span->end - span->begin == 10;
  if (is_other_number(around) || (is_one_group && is_mere_reference(around))) return std::nullopt;
  // Numbers that begin with 999 are for tests (NHS Digital) and so right for an example.
  if (text.substr(i).starts_with("999") && is_example(around)) return std::nullopt;
  return found_at(PersonalKind::kNhsNumber, *span, text);
}

// Phone and NHS numbers in words.
template <typename Take>
void find_spoken(std::string_view text, Take take) {
  for (const SpokenNumber& spoken : find_spoken_numbers(text)) {
    std::string figures = spoken.figures;
    if (figures.size() == 12 && figures.starts_with("44")) figures.replace(0, 2, "0");
    std::optional<Found> found;
    std::optional<PhoneMatch> phone = find_phone(figures, 0);
    if (phone && phone->end == figures.size()) {
      found = named_phone(text, PhoneMatch{spoken.begin, spoken.end, std::move(phone->figures)});
    } else if (find_nhs_number(figures, 0, Spelling::kNamed)) {
      const bool is_other = is_other_number(surroundings_of(text, spoken.begin, spoken.end));
      if (!is_other) {
        found = Found{PersonalKind::kNhsNumber, spoken.begin, spoken.end, std::move(figures)};
      }
    }
    if (found) take(std::move(*found));
  }
}

// Figures that are a date only because something calls them one: "DOB 040714".
std::optional<Found> bare_birth_date_at(std::string_view text, std::size_t i) {
  const std::size_t end = bare_date_end(text, i);
  if (end == 0 || !is_called_birthday(surroundings_of(text, i, end))) return std::nullopt;
  return found_at(PersonalKind::kBirthDate, {i, end}, text);
}

std::optional<Found> birth_date_at(std::string_view text, std::size_t i) {
  std::size_t end = date_end(text, i);
  std::size_t begin = end > 0 ? i : month_first_date(text, i, end);
  if (end == 0) begin = worded_date(text, i, end);
  if (end == 0) return bare_birth_date_at(text, i);
  if (is_intake_day(text, begin) || is_long_ago(text, begin, end)) return std::nullopt;
  const Surroundings around = surroundings_of(text, begin, end);
  const bool is_figures =
      ascii_lower(text.substr(begin, end - begin)).find_first_of("abcdefghijklmnopqrstuvwxyz") ==
      std::string::npos;
  const bool is_of_child = (is_figures && follows_child(around)) || follows_name_of_child(around);
  if (!is_of_child && !is_birthday(around) && !is_day_of_age(around)) return std::nullopt;
  return found_at(PersonalKind::kBirthDate, {begin, end}, text);
}

std::optional<Found> postcode_at(std::string_view text, std::size_t i) {
  const auto span = find_named(find_postcode, text, i, NumberName::kPostcode);
  if (!span) return std::nullopt;
  const Surroundings around = surroundings_of(text, span->begin, span->end);
  if (is_of_venue(around)) return std::nullopt;
  if (follows_named_place(text, span->begin) && !is_of_home(around)) return std::nullopt;
  Found found = found_at(PersonalKind::kPostcode, *span, text);
  found.value = postcode_value(found.value);
  return found;
}

// What begins (or, with letters before it, continues) at the first of some figures.
std::optional<Found> found_at_figure(std::string_view text, std::size_t i) {
  if (const auto upn = find_named(find_upn, text, i, NumberName::kPupil)) {
    return found_at(PersonalKind::kUpn, *upn, text);
  }
  if (const auto ni = find_named(find_ni_number, text, i, NumberName::kInsurance)) {
    return found_at(PersonalKind::kNiNumber, *ni, text);
  }
  if (auto postcode = postcode_at(text, i)) return postcode;
  if (auto date = birth_date_at(text, i)) return date;
  if (auto phone = phone_at(text, i)) return phone;
  return nhs_number_at(text, i);
}

std::optional<Found> email_at(std::string_view text, std::size_t i, std::size_t from) {
  std::optional<EmailMatch> email = find_email(text, i, from);
  if (!email) return std::nullopt;
  const bool nobodys = is_example_email(email->address);
  if (is_office_email(email->address) && !nobodys) return std::nullopt;
  if (nobodys && is_example(surroundings_of(text, email->begin, email->end))) return std::nullopt;
  return Found{nobodys ? PersonalKind::kExampleEmail : PersonalKind::kEmail, email->begin,
               email->end, std::move(email->address)};
}

bool may_be_at_sign(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == '@' || c == '[' || c == '(' || c == '{' || c == '<') return true;
  if (i + 3 < text.size() && text[i + 3] == c && (text[i + 1] | 0x20) == 'a' &&
      (text[i + 2] | 0x20) == 't') {
    return c == '-' || c == '_' || c == '*' || c == '|' || c == '/' || c == '~';
  }
  return (c == 'a' || c == 'A') && i > 0 && text[i - 1] == ' ' && i + 2 < text.size() &&
         (text[i + 1] == 't' || text[i + 1] == 'T') && text[i + 2] == ' ';
}

// Most texts have no figure and no sign of an address: they need no second look.
bool may_hold_any(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_plain_digit(c) || static_cast<unsigned char>(c) >= 0xC0 || may_be_at_sign(text, i)) {
      return true;
    }
  }
  return false;
}

template <typename Take>
void find_all(std::string_view text, std::size_t from, Take take) {
  for (std::size_t i = from; i < text.size(); ++i) {
    std::optional<Found> found;
    if (may_be_at_sign(text, i)) {
      found = email_at(text, i, from);
    } else if (is_plain_digit(text[i]) && (i == 0 || !is_plain_digit(text[i - 1]))) {
      found = found_at_figure(text, i);
    }
    if (!found || found->begin < from) continue;
    from = found->end;  // what is before belongs to this match
    if (from > i) i = from - 1;
    take(std::move(*found));
  }
}

bool is_like_figure(char c) {
  return is_plain_digit(c) || std::string_view("OoQlI|").find(c) != std::string_view::npos;
}

// The text with figures for the letters that are written in their stead, "O1225 396 OOO"; "" where
// there are none. A word counts that has figures and such letters alone, or that is next to it.
std::string with_figures(std::string_view text) {
  std::string out;
  bool is_near = false;  // the last word was of figures
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && text[i] != ' ' && text[i] != '-' && text[i] != '.') ++i;
    std::string_view word = text.substr(begin, i - begin);
    while (!word.empty() && std::string_view("(),;:").find(word.back()) != text.npos) {
      word.remove_suffix(1);
    }
    const std::size_t lead = std::min(word.find_first_not_of("(+"), word.size());
    word.remove_prefix(lead);
    const bool is_figures = !word.empty() && std::ranges::all_of(word, is_like_figure);
    const bool has_figure = is_figures && std::ranges::any_of(word, is_plain_digit);
    const bool has_letter = is_figures && !std::ranges::all_of(word, is_plain_digit);
    if (has_letter && (has_figure || (is_near && word.size() > 1))) {
      if (out.empty()) out = text;
      for (std::size_t k = begin + lead; k < begin + lead + word.size(); ++k) {
        if (!is_plain_digit(text[k]))
          out[k] = text[k] == 'l' || text[k] == 'I' || text[k] == '|' ? '1' : '0';
      }
    }
    if (!word.empty()) is_near = is_figures && (has_figure || is_near);
    ++i;
  }
  return out;
}

// The first phone or NHS number of the text with figures for letters, where it is none without.
template <typename Take>
void find_disguised(std::string_view text, std::size_t from, Take take) {
  const std::string figures = with_figures(text);
  if (figures.empty()) return;
  for (std::size_t i = from; i < figures.size(); ++i) {
    if (!is_plain_digit(figures[i]) || (i > 0 && is_plain_digit(figures[i - 1]))) continue;
    std::optional<Found> found = phone_at(figures, i);
    if (!found) found = nhs_number_at(figures, i);
    if (!found || found->begin < from) continue;
    i = found->end - 1;
    const std::string_view written = text.substr(found->begin, found->end - found->begin);
    if (written.find_first_of("OoQlI|") != text.npos) take(std::move(*found));
  }
}

}  // namespace

void find_personal_data(std::string_view all, std::uint32_t begin, std::uint32_t end,
                        std::vector<PersonalMatch>& matches, std::string_view label) {
  const std::string_view source = all.substr(begin, end - begin);
  const std::size_t first_match = matches.size();
  const auto add = [&](PersonalKind kind, const std::vector<TextSpan>& spans) {
    for (const auto& [first, last] : spans) {
      matches.push_back({kind, static_cast<std::uint32_t>(begin + first),
                         static_cast<std::uint32_t>(begin + last),
                         std::string(source.substr(first, last - first))});
    }
  };
  add(PersonalKind::kInitials, find_child_initials(source));
  add(PersonalKind::kInitials, find_child_names(source));
  find_spoken(source, [&](Found found) {
    matches.push_back({found.kind, static_cast<std::uint32_t>(begin + found.begin),
                       static_cast<std::uint32_t>(begin + found.end), std::move(found.value)});
  });
  const std::size_t before_others = matches.size();
  if (!may_hold_any(source)) return;
  PlainSpelling plain = plain_spelling(source);
  std::string before;
  if (!label.empty()) before = plain_spelling(label).text + ": ";
  std::ranges::replace(before, '_', ' ');
  const auto offset = static_cast<std::uint32_t>(before.size());
  const auto take = [&](Found found) {
    const auto first = static_cast<std::uint32_t>(found.begin) - offset;
    const auto last = static_cast<std::uint32_t>(found.end) - offset;
    matches.push_back({found.kind, begin + plain.source_begin(first),
                       begin + plain.source_end(last), std::move(found.value)});
  };
  const std::string text = before + plain.text;
  find_all(text, offset, take);
  const std::size_t before_disguised = matches.size();
  find_disguised(text, offset, take);
  if (before_others == first_match && before_disguised == matches.size()) return;
  std::ranges::sort(matches.begin() + static_cast<std::ptrdiff_t>(first_match), matches.end(), {},
                    &PersonalMatch::begin);
}

std::vector<std::string> postcodes_in(std::string_view text) {
  std::vector<std::string> values;
  const std::string plain = plain_spelling(text).text;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (!is_plain_digit(plain[i])) continue;
    const auto span = find_postcode(plain, i, Spelling::kNamed);
    if (!span) continue;
    values.push_back(
        postcode_value(std::string_view(plain).substr(span->begin, span->end - span->begin)));
    i = span->end - 1;
  }
  return values;
}

}  // namespace signpost
