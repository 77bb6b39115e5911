#include "privacy/email_addresses.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <vector>

#include "base/text.h"
#include "privacy/name_words.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxLocalPart = 64;  // RFC 5321, section 4.5.3.1
constexpr std::size_t kMaxDomain = 255;

bool is_address_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_local_part(char c) {
  return is_address_letter(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '\'';
}

// The end of the sign at `i`, one of @ and what is written for it; 0 for none.
std::size_t end_of_sign(std::string_view text, std::size_t i, std::string_view word,
                        std::string_view sign) {
  if (!sign.empty() && text.substr(i).starts_with(sign)) return i + sign.size();
  if (i >= text.size() || (text[i] != '(' && text[i] != '[' && text[i] != '{' && text[i] != '<')) {
    return 0;
  }
  std::size_t at = i + 1;
  while (at < text.size() && text[at] == ' ') ++at;
  if (ascii_lower(text.substr(at, word.size())) == word) {
    at += word.size();
  } else if (word == "at" && text.substr(at, 1) == "a") {
    ++at;
  } else if (!sign.empty() && text.substr(at).starts_with(sign)) {
    at += sign.size();
  } else {
    return 0;
  }
  while (at < text.size() && text[at] == ' ') ++at;
  const bool closes = at < text.size() &&
                      (text[at] == ')' || text[at] == ']' || text[at] == '}' || text[at] == '>');
  return closes ? at + 1 : 0;
}

// The end of "-at-" or "_at_" at `i`, or 0.
std::size_t end_of_joined(std::string_view text, std::size_t i) {
  const std::string_view sign = text.substr(i, 4);
  const bool is_sign = sign.size() == 4 && sign[0] == sign[3] &&
                       std::string_view("-_*|/~").find(sign[0]) != text.npos &&
                       ascii_lower(sign.substr(1, 2)) == "at";
  return is_sign ? i + 4 : 0;
}

// "at" as a word between spaces.
bool is_spoken(std::string_view text, std::size_t i, std::string_view word) {
  return i > 0 && text[i - 1] == ' ' && ascii_lower(text.substr(i, word.size())) == word &&
         i + word.size() < text.size() && text[i + word.size()] == ' ';
}

std::size_t skip_blanks(std::string_view text, std::size_t i) {
  while (i < text.size() && text[i] == ' ') ++i;
  return i;
}

// Where people have their private mail.
constexpr auto kHomes = std::to_array<std::string_view>(
    {"gmail.com",        "googlemail.com", "hotmail.com",    "hotmail.co.uk", "outlook.com",
     "live.co.uk",       "live.com",       "yahoo.com",      "yahoo.co.uk",   "icloud.com",
     "me.com",           "aol.com",        "btinternet.com", "sky.com",       "talktalk.net",
     "virginmedia.com",  "ntlworld.com",   "msn.com",        "proton.me",     "protonmail.com",
     "blueyonder.co.uk", "mail.com",       "gmx.com",        "ymail.com"});

bool is_private_host(std::string_view host) {
  return std::ranges::find(kHomes, host) != kHomes.end();
}

struct Domain {
  std::string name;
  std::size_t end = 0;
  bool has_spoken_dot = false;
};

// The end of a dot of a domain at `i`, however it is written, or 0.
std::size_t end_of_dot(std::string_view text, std::size_t i, bool& is_spoken_dot) {
  if (i < text.size() && text[i] == '.') return i + 1;
  const std::size_t at = skip_blanks(text, i);
  if (const std::size_t end = end_of_sign(text, at, "dot", "."); end > 0 && text[at] != '.') {
    is_spoken_dot = true;
    return skip_blanks(text, end);
  }
  if (is_spoken(text, at, "dot")) {
    is_spoken_dot = true;
    return skip_blanks(text, at + 3);
  }
  return 0;
}

Domain read_domain(std::string_view text, std::size_t i) {
  Domain domain;
  const std::size_t begin = i;
  while (i < text.size() && i - begin < kMaxDomain) {
    const std::size_t label = i;
    while (i < text.size() && i - begin < kMaxDomain &&
           (is_address_letter(text[i]) || text[i] == '-')) {
      ++i;
    }
    if (i == label) break;
    domain.name += ascii_lower(text.substr(label, i - label));
    domain.end = i;
    const std::size_t next = end_of_dot(text, i, domain.has_spoken_dot);
    if (next == 0 || next >= text.size() || !is_address_letter(text[next])) break;
    domain.name += '.';
    i = next;
  }
  while (!domain.name.empty() && !is_address_letter(domain.name.back())) {
    domain.name.pop_back();
    --domain.end;
  }
  return domain;
}

// Whether the text is one of the words, or several without a space, each of three letters or more:
// "sendadmissions".
bool is_made_of(std::string_view text, std::span<const std::string_view> words) {
  if (text.empty() || std::ranges::find(words, text) != words.end()) return true;
  std::vector<bool> is_reached(text.size() + 1);
  is_reached[0] = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_reached[i]) continue;
    for (const std::string_view word : words) {
      if (word.size() > 2 && text.substr(i).starts_with(word)) is_reached[i + word.size()] = true;
    }
  }
  return is_reached[text.size()];
}

// Words of mailboxes that an office has, and no person.
constexpr auto kOfficeWords = std::to_array<std::string_view>({
    // clang-format off
    "info", "information", "enquiries", "enquiry", "inquiries", "admin", "administration",
    "office", "help", "helpline", "helpdesk", "contact", "contactus", "hello", "support", "team",
    "mail", "post", "email", "send", "sen", "sendias", "sendiass", "iass", "ias", "senco",
    "complaints", "complaint", "customer", "customers", "services", "service", "reception", "foi",
    "dpo", "data", "protection", "noreply", "no", "reply", "advice", "advisers", "bookings",
    "booking", "events", "training", "media", "press", "school", "schools", "admissions",
    "transport", "travel", "tribunal", "appeals", "mediation", "local", "offer", "localoffer",
    "early", "years", "inclusion", "ehc", "ehcp", "assessment", "reviews", "parents", "carers",
    "parent", "carer", "forum", "pcf", "youth", "young", "people", "family", "families", "hub",
    "web", "webmaster", "website", "library", "feedback", "referrals", "referral", "duty",
    "safeguarding", "children", "childrens", "and", "the", "of", "general", "secretary",
    "membership", "volunteering", "volunteers", "finance", "invoices", "accounts", "hr", "jobs",
    "recruitment", "legal", "council", "democratic", "health", "care", "social", "icb", "pals",
    "ico", "casework", "central", "welfare", "benefits", "exclusions", "accessibility",
    "security", "privacy", "records", "subject", "access", "request", "requests"
    // clang-format on
});

// Words of offices that are surnames, too.
constexpr auto kSurnames = std::to_array<std::string_view>(
    {"young", "early", "post", "press", "mail", "school", "care", "sen", "web", "data", "hub"});

// Whether a part says an office, and no part is a given name or an initial: "passenger.transport",
// "ruh-tr.pals".
bool names_office(const std::vector<std::string_view>& parts) {
  const bool is_person = std::ranges::any_of(
      parts, [](std::string_view part) { return part.size() == 1 || is_given_name(part); });
  return !is_person && std::ranges::any_of(parts, [](std::string_view part) {
    return part.size() > 3 && is_made_of(part, kOfficeWords) &&
           std::ranges::find(kSurnames, part) == kSurnames.end();
  });
}

}  // namespace

std::optional<EmailMatch> find_email(std::string_view text, std::size_t at, std::size_t from) {
  std::size_t after = end_of_sign(text, at, "at", "@");
  const bool is_letter_a = after > 0 && text[at] != '@' && text.substr(at, after - at).size() < 7 &&
                           ascii_lower(text.substr(at, after - at)).find("at") == text.npos &&
                           text.substr(at, after - at).find('@') == text.npos;
  const bool is_joined = after == 0 && end_of_joined(text, at) > 0;
  if (is_joined) after = end_of_joined(text, at);
  const bool is_spoken_at = after == 0 && is_spoken(text, at, "at");
  if (is_spoken_at) after = at + 2;
  if (after == 0) return std::nullopt;
  const bool is_plain = text[at] == '@';
  std::size_t end = at;
  while (end > from && text[end - 1] == ' ' && at - end < 2) --end;
  std::size_t begin = end;
  while (begin > from && end - begin < kMaxLocalPart && is_local_part(text[begin - 1])) --begin;
  while (begin < end && !is_address_letter(text[begin])) ++begin;
  const Domain domain = read_domain(text, skip_blanks(text, after));
  const std::size_t dot = domain.name.rfind('.');
  if (begin == end || dot == domain.name.npos) return std::nullopt;
  // "See you @ the.hall": with spaces round it only before what ends like a domain.
  const std::string_view top = std::string_view(domain.name).substr(dot + 1);
  const bool is_loose = is_plain && (end < at || after < skip_blanks(text, after));
  static constexpr std::string_view kTops[] = {"uk", "com", "org", "net", "info", "eu", "ie"};
  if (is_loose && std::ranges::find(kTops, top) == std::end(kTops)) return std::nullopt;
  const std::string_view local = text.substr(begin, end - begin);
  const bool is_of_home = is_private_host(domain.name);
  const bool is_loud = is_of_home && (text.substr(at, 2) == "AT" ||
                                      local.find_first_of("._0123456789") != local.npos);
  if (is_spoken_at && !domain.has_spoken_dot && !is_loud) return std::nullopt;
  // "section 4 (a) gov.uk", "sign-at-gate"
  if ((is_letter_a || is_joined) && !is_of_home && local.find('.') == local.npos) {
    return std::nullopt;
  }
  return EmailMatch{begin, domain.end,
                    ascii_lower(text.substr(begin, end - begin)) + "@" + domain.name};
}

bool is_example_email(std::string_view address) {
  const std::string_view domain = address.substr(address.find('@') + 1);
  return domain.ends_with(".example") || domain.ends_with(".invalid") || domain == "example.com" ||
         domain == "example.org" || domain == "example.net" || domain == "example.co.uk" ||
         domain.ends_with(".test");
}

bool is_office_email(std::string_view address) {
  const std::size_t at = address.find('@');
  if (at == address.npos) return false;
  if (is_private_host(address.substr(at + 1))) return false;
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= at; ++i) {
    if (i < at && address[i] >= 'a' && address[i] <= 'z') continue;
    if (i > begin) parts.push_back(address.substr(begin, i - begin));
    begin = i + 1;
  }
  const bool is_all = std::ranges::all_of(
      parts, [](std::string_view part) { return is_made_of(part, kOfficeWords); });
  if (!is_all && !names_office(parts)) return false;
  return address.substr(0, at).find_first_not_of("0123456789._-+") != std::string_view::npos;
}

}  // namespace signpost
