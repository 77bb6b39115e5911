// Texts that the site publishes from its settings and its data files, not from pages or tables.
// Internal to this room.
#pragma once

#include <string>
#include <vector>

#include "check/checks.h"

namespace signpost {

// `is_translated`: not in the site's own language.
struct SettingText {
  std::string text;
  Place place;
  bool is_translated = false;
};

// Returns the texts of site-config.yaml in all languages, of the glossary, the time limits and the
// changes of the law.
std::vector<SettingText> setting_texts(const SiteInput& input);

}  // namespace signpost
