#include "check/public_contacts.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "privacy/email_addresses.h"
#include "privacy/person_names.h"
#include "publications/organisations.h"

namespace signpost {
namespace {

void add_names(std::string_view text, std::vector<std::string>& names) {
  std::string word;
  for (const char c : ascii_lower(text) + " ") {
    if (c != ' ' && c != ',' && c != '(' && c != ')' && c != '&') {
      word += c;
    } else if (word.size() > 1) {
      names.push_back(std::exchange(word, ""));
    }
  }
}

void add_postcodes(std::string_view text, PublicContacts& contacts) {
  for (std::string& postcode : postcodes_in(text)) contacts.postcodes.insert(std::move(postcode));
}

// One of public_contacts: a phone number, an address, "@host", or lines with a postcode.
void add_contact(std::string_view text, PublicContacts& contacts) {
  if (text.find('@') != text.npos) contacts.emails.insert(ascii_lower(trimmed(text)));
  if (std::string phone = uk_phone_figures(text); !phone.empty()) {
    contacts.phones.insert(std::move(phone));
  }
  add_postcodes(text, contacts);
}

// What nobody has still has to be put right on the organisation's page.
void add_organisation(const Page& page, PublicContacts& contacts) {
  const std::string phone = uk_phone_figures(page.text("phone"));
  if (!is_drama_phone(phone)) contacts.phones.insert(phone);
  const std::string email = ascii_lower(page.text("email"));
  if (!is_example_email(email)) contacts.emails.insert(email);
  add_names(page.title, contacts.names);
}

// Where people are asked to come: a workshop's sessions, a meeting.
void add_venues(const Page& page, PublicContacts& contacts) {
  add_postcodes(page.text("place"), contacts);
  add_postcodes(page.text("venue"), contacts);
  for (const Fields& session : page.fields.records("sessions")) {
    add_postcodes(session.text("venue"), contacts);
  }
}

std::string_view host_of(std::string_view address) {
  const std::size_t begin = address.find("://");
  if (begin != address.npos) address.remove_prefix(begin + 3);
  if (const std::size_t at = address.find('@'); at != address.npos) address.remove_prefix(at + 1);
  if (address.starts_with("www.")) address.remove_prefix(4);
  return address.substr(0, address.find('/'));
}

bool is_of_organisation(const Page& page, PersonalKind kind, std::string_view value) {
  if (kind == PersonalKind::kPostcode) return true;
  if (kind == PersonalKind::kPhone) return !is_mobile_phone(value);
  if (kind != PersonalKind::kEmail) return false;
  const std::string_view host = host_of(value);
  return host == host_of(ascii_lower(page.text("website"))) ||
         host == host_of(ascii_lower(page.text("email")));
}

struct DetailWording {
  std::string_view rule, message, help;
};

// Whether what stands for a child is more than initials.
bool is_spelt_name(std::string_view shown) {
  return std::ranges::any_of(shown, [](char c) { return c >= 'a' && c <= 'z'; });
}

DetailWording wording_of(PersonalKind kind, std::string_view shown) {
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
    case PersonalKind::kPersonName:
      return {"personal-name", "\"{}\" looks like a person's name, where a role belongs",
              "write the role alone, such as SEND Manager"};
    case PersonalKind::kInitials:
      return is_spelt_name(shown)
                 ? DetailWording{"personal-initials",
                                 "\"{}\" is a child's name beside an age and a school, which tell "
                                 "who that is",
                                 "take out the name, or the age and the school"}
                 : DetailWording{"personal-initials",
                                 "\"{}\" is somebody's initials beside an age and a school, or a "
                                 "need, which tell who that is",
                                 "take out the initials, or all that stands beside them"};
    case PersonalKind::kPostcode:
      break;
  }
  return {"personal-postcode", "\"{}\" is a postcode that is not the service's",
          "take it out, or add it to public_contacts in site-config.yaml"};
}

}  // namespace

PublicContacts public_contacts_of(const Site& site) {
  PublicContacts contacts;
  const Config& config = *site.config;
  add_contact(config.service.phone, contacts);
  add_contact(config.service.email, contacts);
  for (const std::string& line : config.service.address) add_postcodes(line, contacts);
  for (const std::string& contact : config.public_contacts) add_contact(contact, contacts);
  for (const Page& page : site.pages) {
    if (is_organisation(page)) add_organisation(page, contacts);
    add_venues(page, contacts);
  }
  contacts.phones.erase("");
  contacts.emails.erase("");
  for (const std::string* name : {&config.service.name, &config.service.short_name,
                                  &config.service.area, &config.service.council}) {
    add_names(*name, contacts.names);
  }
  for (const std::string& line : config.service.address) add_names(line, contacts.names);
  for (const std::string& name : config.funded_by) add_names(name, contacts.names);
  return contacts;
}

bool is_public(const PublicContacts& contacts, const Page* page, PersonalKind kind,
               std::string_view value) {
  if (page != nullptr && is_organisation(*page) && is_of_organisation(*page, kind, value)) {
    return true;
  }
  switch (kind) {
    case PersonalKind::kPhone:
    case PersonalKind::kDramaPhone:
      return contacts.phones.contains(value);
    case PersonalKind::kEmail:
    case PersonalKind::kExampleEmail:
      return contacts.emails.contains(value) ||
             contacts.emails.contains(value.substr(std::min(value.find('@'), value.size())));
    case PersonalKind::kPostcode:
      return contacts.postcodes.contains(value);
    case PersonalKind::kPersonName:
      return !looks_like_person(value, contacts.names);
    default:
      return false;
  }
}

void report_detail(PersonalKind kind, std::string_view shown, Place place,
                   Diagnostics& diagnostics) {
  const DetailWording wording = wording_of(kind, shown);
  diagnostics.add(wording.rule, std::move(place), fmt::format(fmt::runtime(wording.message), shown),
                  std::string(wording.help));
}

void report_detail_of_document(PersonalKind kind, std::string_view shown, std::string_view where,
                               Place place, Diagnostics& diagnostics) {
  const DetailWording wording = wording_of(kind, shown);
  const bool may_be_public = kind == PersonalKind::kPhone || kind == PersonalKind::kEmail ||
                             kind == PersonalKind::kPostcode;
  diagnostics.add(wording.rule, std::move(place),
                  fmt::format("{}, {}", fmt::format(fmt::runtime(wording.message), shown), where),
                  may_be_public ? "take it out of the document and save that anew, or add it to "
                                  "public_contacts in site-config.yaml"
                                : "take it out of the document and save that anew");
}

}  // namespace signpost
