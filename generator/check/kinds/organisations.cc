// Pages of organisations: details that people can use, and that someone has looked at lately.
#include "publications/organisations.h"

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/phone.h"
#include "check/page/page_checks.h"

namespace signpost {
namespace {

constexpr std::chrono::months kStale{12};
constexpr std::chrono::months kOutdated{24};

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
  if (PhoneNumber number = read_phone(phone); !phone.empty() && !number.mistake.empty()) {
    wrong("phone", std::move(number.mistake), number.help + "; notes go to phone_note");
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
  const Date due = months_later(*checked, is_outdated ? kOutdated : kStale);
  diagnostics.add_late(is_outdated ? "organisation-outdated" : "organisation-stale",
                       field_place(page, "last_checked"),
                       fmt::format("the details were last checked on {}, more than {} months ago",
                                   long_date(*checked), is_outdated ? 24 : 12),
                       "look at the organisation's own website, correct the details, then change "
                       "last_checked",
                       -days_until(due, input.today));
}

}  // namespace signpost
