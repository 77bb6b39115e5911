// Pages of organisations: details that people can use, and that someone has looked at lately.
#include "publications/organisations.h"

#include <chrono>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "check/page/page_checks.h"
#include "privacy/phone_numbers.h"

namespace signpost {
namespace {

constexpr std::chrono::months kStale{12};
constexpr std::chrono::months kOutdated{24};

// A UK number, or a short one such as 111 or 116 123.
bool is_phone(std::string_view text) {
  if (text.find_first_not_of("0123456789+() ") != text.npos) return false;
  if (!uk_phone_figures(text).empty()) return true;
  std::size_t digits = 0;
  for (const char c : text) digits += c >= '0' && c <= '9' ? 1U : 0U;
  return text.front() == '1' && digits >= 3 && digits <= 6;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != text.npos && at > 0 && text.find('.', at) != text.npos &&
         text.find_first_of(" \t\"<>():,;?&") == text.npos && text.find('@', at + 1) == text.npos;
}

void check_contact(const Page& page, Diagnostics& diagnostics) {
  const std::string website = page.text("website");
  const std::string phone = page.text("phone");
  const std::string email = page.text("email");
  const auto wrong = [&](std::string_view field, std::string message, std::string help) {
    diagnostics.add("organisation-contact", field_place(page, field), std::move(message),
                    std::move(help));
  };
  if (website.empty() && phone.empty() && email.empty()) {
    wrong("title", fmt::format("\"{}\" has no website, phone number or email address", page.title),
          "add a line such as website: https://www.example.org/");
  }
  if (const CheckedAddress checked = website_mistake(website);
      !website.empty() && !checked.mistake.empty()) {
    wrong("website",
          fmt::format("\"{}\" is not the address of a website: {}", website, checked.mistake),
          checked.help);
  }
  if (!phone.empty() && !is_phone(phone)) {
    wrong("phone", fmt::format("\"{}\" is not a UK phone number", phone),
          "write figures and spaces only, in quotes: \"01632 960 002\"; notes go to phone_note");
  }
  if (!email.empty() && !is_email(email)) {
    wrong("email", fmt::format("\"{}\" is not an email address", email),
          "write it like help@charity.example");
  }
}

}  // namespace

void check_organisation(const PageInput& input, Diagnostics& diagnostics) {
  const Page& page = input.page;
  if (!is_organisation(page)) return;
  check_contact(page, diagnostics);
  const std::optional<Date> checked = page.date("last_checked");
  if (!checked || months_later(*checked, kStale) >= input.today) return;
  const bool is_outdated = months_later(*checked, kOutdated) < input.today;
  diagnostics.add(is_outdated ? "organisation-outdated" : "organisation-stale",
                  field_place(page, "last_checked"),
                  fmt::format("the details were last checked on {}, more than {} months ago",
                              long_date(*checked), is_outdated ? 24 : 12),
                  "look at the organisation's own website, correct the details, then change "
                  "last_checked");
}

}  // namespace signpost
