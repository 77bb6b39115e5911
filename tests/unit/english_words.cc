#include "unit/english_words.h"

#include <fstream>
#include <sstream>

#include "config/config.h"
#include "render/theme/theme.h"

namespace signpost {

const SiteWords& english_words() {
  static const SiteWords kWords = [] {
    Config config;
    Diagnostics diagnostics;  // what the theme's folder lacks before it is compiled
    return load_words(config, SIGNPOST_SOURCE_DIR, diagnostics);
  }();
  return kWords;
}

const Words& english() { return words_in(english_words(), "en-GB"); }

std::string english_time_strings() {
  std::ifstream file(std::string(SIGNPOST_SOURCE_DIR) + "/themes/signpost/i18n/en.yaml");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const std::string text = bytes.str();
  const std::size_t begin = text.find("# Dates, times of day");
  return text.substr(begin, text.find("\n\n", begin) + 1 - begin);
}

}  // namespace signpost
