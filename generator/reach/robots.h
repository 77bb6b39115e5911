// Which user agents are programs and not browsers.
#pragma once

#include <string_view>

namespace signpost {

// Whether the user agent is none of a person's browser: it is empty, does not begin as every
// browser's does with "Mozilla/5.0 (…" (RFC 9110, section 10.1.5) or says no more than that, holds
// an address (of a website or an email), names itself by a word such as "bot" or "crawler", or
// holds a name of the kept list crawler-user-agents (github.com/monperrus/crawler-user-agents).
bool is_robot(std::string_view user_agent);

}  // namespace signpost
