// Phone numbers in a page's text that would not connect.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "check/page/page_checks.h"
#include "check/page/page_text.h"
#include "privacy/personal_data.h"

namespace signpost {

// Reports phone-wrong, and takes out of `matches` what it has reported: one number, one message.
void report_wrong_phones(const PageInput& input, const TextBlock& block, std::string_view label,
                         std::vector<PersonalMatch>& matches, Diagnostics& diagnostics);
// Reports phone-wrong of a text that has one place for all of it.
void report_wrong_phones(std::string_view text, const Place& place, Diagnostics& diagnostics);

}  // namespace signpost
