// What `{{ name }}` inserts of the settings.
#pragma once

#include <map>
#include <string>

#include "config/config.h"
#include "words/words.h"

namespace signpost {

using Facts = std::map<std::string, std::string, std::less<>>;

// Returns the facts of the settings by name ("service.phone") in the language of `words`, with
// those that are worked out: "service.hours", "service.phone_link", "promises.first_contact", and
// the days of the calendar, as pages write them.
Facts make_facts(const Config& config, const Words& words);

// Returns the name of the fact with the day of a closure: "closure.good-friday-2027".
std::string closure_fact(const Closure& closure);
// Returns what the facts with the first and the last day of a term begin with, before ".from" and
// ".to": "term.spring-term-2027".
std::string term_fact(const SchoolTerm& term);
// Returns the name of the fact with the day of each year by which a duty is due:
// "duty.annual-report".
std::string duty_fact(const Duty& duty);

}  // namespace signpost
