#include "config/facts.h"

#include "base/phone.h"
#include "base/text.h"
#include "words/times.h"

namespace signpost {
namespace {

// "promises.first_contact" is "5 working days", "promises.first_contact_working_days" is "5".
void add_promises(const Config& config, const Words& words, Facts& facts) {
  for (const auto& [name, days] : config.promised_working_days) {
    const std::string key = "promises." + name;
    facts[key] = words.count("unit_working_days", days);
    facts[key + "_working_days"] = std::to_string(days);
  }
}

// Of two with one name the first counts.
void add_days(const Config& config, const Words& words, Facts& facts) {
  for (const Closure& closure : config.service.closures) {
    facts.emplace(closure_fact(closure), date_text(words, closure.date));
  }
  for (const SchoolTerm& term : config.calendar.terms) {
    facts.emplace(term_fact(term) + ".from", date_text(words, term.period.from));
    facts.emplace(term_fact(term) + ".to", date_text(words, term.period.to));
  }
  for (const Duty& duty : config.duties) {
    if (duty.by) facts.emplace(duty_fact(duty), day_of_year_text(words, *duty.by));
  }
}

}  // namespace

std::string closure_fact(const Closure& closure) {
  return "closure." + slugify(closure.reason) + "-" +
         std::to_string(static_cast<int>(closure.date.year()));
}

std::string term_fact(const SchoolTerm& term) { return "term." + slugify(term.name.text); }

std::string duty_fact(const Duty& duty) { return "duty." + duty.id; }

Facts make_facts(const Config& config, const Words& words) {
  const Service& service = config.service;
  const Hours& hours = service.hours;
  Facts facts = {
      {"service.name", service.name},
      {"service.short_name", service.short_name},
      {"service.area", service.area},
      {"service.council", service.council},
      {"service.phone", service.phone},
      {"service.phone_link", phone_link(service.phone)},
      {"service.email", service.email},
      {"service.address", series_text(words, service.address)},
      {"service.hours", hours_text(words, hours.from, hours.to, hours.days)},
      {"service.hours_note", service.hours.note.in(words.language())},
      {"independence.funded_by", list_text(words, config.funded_by)},
      {"independence.statement", config.independence_statement.in(words.language())},
  };
  if (service.is_placeholder) facts["service.placeholder"] = "true";
  add_promises(config, words, facts);
  add_days(config, words, facts);
  return facts;
}

}  // namespace signpost
