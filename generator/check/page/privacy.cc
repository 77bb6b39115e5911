#include <algorithm>
#include <iterator>
#include <variant>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"
#include "check/page/personal_data.h"
#include "check/page/placeholders.h"
#include "publications/organisations.h"

namespace signpost {
namespace {

// Whether it is a detail that an organisation of the directory gives to the public.
bool is_of_organisation(const Site& site, const PersonalMatch& match) {
  if (match.kind != PersonalKind::kPhone && match.kind != PersonalKind::kEmail) return false;
  return std::ranges::any_of(site.pages, [&](const Page& page) {
    if (!is_organisation(page)) return false;
    return match.kind == PersonalKind::kPhone ? uk_phone_figures(page.text("phone")) == match.value
                                              : ascii_lower(page.text("email")) == match.value;
  });
}

bool is_service_phone(const Config& config, std::string_view figures) {
  const auto same = [&](std::string_view known) { return uk_phone_figures(known) == figures; };
  return same(config.service.phone) || std::ranges::any_of(config.public_contacts, same);
}

// `public_contacts` holds addresses and whole domains ("@justice.gov.uk").
bool is_public_email(const Config& config, std::string_view email) {
  if (ascii_lower(config.service.email) == email) return true;
  return std::ranges::any_of(config.public_contacts, [&](const std::string& known) {
    const std::string lower = ascii_lower(known);
    return lower == email || (lower.starts_with('@') && email.ends_with(lower));
  });
}

bool is_public_postcode(const Config& config, std::string_view postcode) {
  const auto has = [&](const std::string& line) { return line.find(postcode) != line.npos; };
  return std::ranges::any_of(config.service.address, has) ||
         std::ranges::any_of(config.public_contacts, has);
}

bool is_public(const Site& site, const PersonalMatch& match) {
  const Config& config = *site.config;
  if (is_of_organisation(site, match)) return true;
  switch (match.kind) {
    case PersonalKind::kPhone:
    case PersonalKind::kDramaPhone:
      return is_service_phone(config, match.value);
    case PersonalKind::kEmail:
    case PersonalKind::kExampleEmail:
      return is_public_email(config, match.value);
    case PersonalKind::kPostcode:
      return is_public_postcode(config, match.value);
    default:
      return false;
  }
}

struct Wording {
  std::string_view rule, message, help;
};

Wording wording_of(PersonalKind kind) {
  switch (kind) {
    case PersonalKind::kPhone:
      return {"personal-phone", "\"{}\" is a phone number that is not the service's",
              "use {{ service.phone }}, or add the number to public_contacts in site-config.yaml"};
    case PersonalKind::kDramaPhone:
      return {"placeholder-phone", "\"{}\" is a phone number that nobody has",
              "put the real number"};
    case PersonalKind::kEmail:
      return {"personal-email", "\"{}\" is an email address that is not the service's",
              "use {{ service.email }}, or add the address to public_contacts in site-config.yaml"};
    case PersonalKind::kExampleEmail:
      return {"placeholder", "\"{}\" is an email address that nobody has", "put the real address"};
    case PersonalKind::kNhsNumber:
      return {"personal-nhs-number", "\"{}\" looks like an NHS number", "take it out"};
    case PersonalKind::kNiNumber:
      return {"personal-ni-number", "\"{}\" looks like a National Insurance number", "take it out"};
    case PersonalKind::kUpn:
      return {"personal-upn", "\"{}\" looks like a unique pupil number", "take it out"};
    case PersonalKind::kBirthDate:
      return {"personal-birth-date", "\"{}\" looks like a date of birth", "take it out"};
    case PersonalKind::kPostcode:
      break;
  }
  return {"personal-postcode", "\"{}\" is a postcode that is not the service's",
          "take it out, or add it to public_contacts in site-config.yaml"};
}

void report_match(const PersonalMatch& match, std::string_view shown, Place place,
                  Diagnostics& diagnostics) {
  const Wording wording = wording_of(match.kind);
  diagnostics.add(wording.rule, std::move(place), fmt::format(fmt::runtime(wording.message), shown),
                  std::string(wording.help));
}

}  // namespace

void check_placed_text(const Site& site, std::string_view text, const Place& place,
                       Diagnostics& diagnostics) {
  std::vector<PersonalMatch> matches;
  find_personal_data(text, 0, static_cast<std::uint32_t>(text.size()), matches);
  for (const PersonalMatch& match : matches) {
    if (is_public(site, match)) continue;
    report_match(match, text.substr(match.begin, match.end - match.begin), place, diagnostics);
  }
  std::vector<PlaceholderMatch> placeholders;
  find_placeholders(text, 0, static_cast<std::uint32_t>(text.size()), placeholders);
  for (const PlaceholderMatch& match : placeholders) {
    diagnostics.add("placeholder", place,
                    fmt::format("\"{}\" still has to be filled in",
                                text.substr(match.begin, match.end - match.begin)),
                    "fill it in, or take it out");
  }
}

namespace {

void check_field(const Site& site, const FieldEntry& field, const Page& page,
                 Diagnostics& diagnostics) {
  const Place place{page.source_path, field.line, field.column, 0};
  const auto check = [&](std::string_view text) {
    check_placed_text(site, text, place, diagnostics);
  };
  if (const auto* text = std::get_if<std::string>(&field.value)) check(*text);
  if (const auto* list = std::get_if<std::vector<std::string>>(&field.value)) {
    for (const std::string& item : *list) check(item);
  }
  if (const auto* records = std::get_if<std::vector<Fields>>(&field.value)) {
    for (const Fields& record : *records) {
      for (const FieldEntry& each : record.entries) check_field(site, each, page, diagnostics);
    }
  }
}

// Addresses that the words of the link do not show already.
void check_link_addresses(const PageInput& input, Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < input.document.nodes.size(); ++i) {
    const Node& node = input.document.nodes[i];
    if (node.kind != NodeKind::kLink || node.extra >= input.document.links.size()) continue;
    const Link& link = input.document.links[node.extra];
    const bool is_contact = link.url.starts_with("tel:") || link.url.starts_with("mailto:");
    if (link.kind != LinkKind::kExternal || !is_contact) continue;
    const std::string words = plain_text(input.document, i);
    std::vector<PersonalMatch> in_words;
    find_personal_data(words, 0, static_cast<std::uint32_t>(words.size()), in_words);
    if (!in_words.empty()) continue;
    check_placed_text(input.site, link.url,
                      {input.page.source_path, node.line, node.column, link.length}, diagnostics);
  }
}

}  // namespace

void check_privacy(const PageInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  const std::string_view text = input.text.text;
  const auto shown = [&](std::uint32_t begin, std::uint32_t end) {
    return text.substr(begin, end - begin);
  };
  std::vector<PersonalMatch> matches;
  std::vector<PlaceholderMatch> placeholders;
  for (const TextBlock& block : input.text.blocks) {
    find_personal_data(text, block.begin, block.end, matches);
    find_placeholders(text, block.begin, block.end, placeholders);
  }
  for (const PersonalMatch& match : matches) {
    if (is_public(site, match)) continue;
    report_match(match, shown(match.begin, match.end),
                 input.text.place(input.page.source_path, match.begin, match.end), diagnostics);
  }
  for (const PlaceholderMatch& match : placeholders) {
    diagnostics.add("placeholder", input.text.place(input.page.source_path, match.begin, match.end),
                    fmt::format("\"{}\" still has to be filled in", shown(match.begin, match.end)),
                    "fill it in, or take it out");
  }
  for (const FieldEntry& field : input.page.fields.entries) {
    if (field.name != "allow") check_field(site, field, input.page, diagnostics);
  }
  check_link_addresses(input, diagnostics);
}

}  // namespace signpost
