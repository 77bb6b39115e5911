// The words of the theme in the site's other languages.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "check/site_checks.h"

namespace signpost {

void check_languages(const SiteInput& input, Diagnostics& diagnostics) {
  std::vector<std::string> unchecked;
  for (const Language& language : input.site.config->languages) {
    const Phrases& phrases = words_in(input.site.words, language.tag).phrases();
    const bool has_any =
        std::ranges::any_of(phrases, [](const auto& phrase) { return phrase.second.is_unchecked; });
    if (has_any) unchecked.push_back(fmt::format("\"{}\"", language.tag));
  }
  if (unchecked.empty()) return;
  diagnostics.add(
      "theme-string-unchecked", {"site-config.yaml", 0, 0, 0},
      fmt::format("no speaker has read the theme's words in {}", fmt::join(unchecked, ", ")),
      fmt::format("have them read, then put a file i18n/TAG.yaml with \"{}: none\" and what was "
                  "corrected into themes/{} of the site",
                  kUncheckedKey, input.site.config->theme));
}

}  // namespace signpost
