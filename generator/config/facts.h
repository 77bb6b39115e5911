// What `{{ name }}` inserts of the settings.
#pragma once

#include <map>
#include <string>

#include "config/config.h"
#include "words/words.h"

namespace signpost {

using Facts = std::map<std::string, std::string, std::less<>>;

// Returns the facts of the settings by name ("service.phone") in the language of `words`, with
// those that are worked out: "service.hours", "service.phone_link", "promises.first_contact".
Facts make_facts(const Config& config, const Words& words);

}  // namespace signpost
