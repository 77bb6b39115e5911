// `signpost translate status`: what of the site is in which language, and what is out of date.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline.h"

namespace signpost {

enum class TranslateFormat : std::uint8_t { kText, kJson };

struct TranslateCommand {
  SiteOptions site;
  std::string language;  // "": all of them, without the pages that are not translated
  TranslateFormat format = TranslateFormat::kText;
};

// Prints the state and returns the exit code: 1 where the site has errors or, with `site.strict`,
// where a string is missing or unchecked or a page out of date; 2 where there is no such language.
int run_translate(const TranslateCommand& command);

}  // namespace signpost
