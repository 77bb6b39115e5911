// The words of the theme "signpost", as its i18n/en.yaml has them.
#pragma once

#include <string>

#include "words/words.h"

namespace signpost {

// Returns the words of a site in British English.
const SiteWords& english_words();
// … of that language alone.
const Words& english();
// The lines of the theme's i18n/en.yaml with dates, times and numbers, for themes of tests.
std::string english_time_strings();

}  // namespace signpost
