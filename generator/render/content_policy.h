// What a page may load and run: one Content-Security-Policy, for the header files and for each page
// itself, so that it also holds on hosts that know no such files, and on a stick.
#pragma once

#include <string>

namespace signpost {

// Returns the policy as the header says it (CSP level 3).
std::string content_policy_header();

// Returns a page with the policy in its head, after the line with its encoding, as
// `<meta http-equiv>` can say it: without frame-ancestors.
std::string with_content_policy(std::string html);

}  // namespace signpost
