#include "config/facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"

namespace signpost {
namespace {

// "promises.first_contact" is "5 working days", "promises.first_contact_working_days" is "5".
void add_promises(const Config& config, Facts& facts) {
  for (const auto& [name, days] : config.promised_working_days) {
    const std::string key = "promises." + name;
    facts[key] = fmt::format("{} working day{}", days, days == 1 ? "" : "s");
    facts[key + "_working_days"] = std::to_string(days);
  }
}

}  // namespace

Facts make_facts(const Config& config) {
  const Service& service = config.service;
  Facts facts = {
      {"service.name", service.name},
      {"service.short_name", service.short_name},
      {"service.area", service.area},
      {"service.council", service.council},
      {"service.phone", service.phone},
      {"service.phone_link", phone_link(service.phone)},
      {"service.email", service.email},
      {"service.address", fmt::format("{}", fmt::join(service.address, ", "))},
      {"service.hours", hours_text(service.hours)},
      {"service.hours_note", service.hours.note},
      {"independence.funded_by", fmt::format("{}", fmt::join(config.funded_by, " and "))},
      {"independence.statement", config.independence_statement},
  };
  add_promises(config, facts);
  return facts;
}

}  // namespace signpost
