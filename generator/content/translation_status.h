// How far a site is translated, a language at a time: what `signpost translate status` says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "config/config.h"
#include "content/content.h"

namespace signpost {

enum class TranslationState : std::uint8_t {
  kCurrent,
  kStale,    // the original has changed since
  kUnknown,  // it does not say which version of the original it translates
  kMissing,  // there is no such page
};

// One page of the site's own language in another.
struct PageTranslation {
  TranslationState state = TranslationState::kMissing;
  std::string original, version;  // "content/about/a.md", and the version of its words
  std::string page, made, from;   // of the translation: its file, day and version; else ""
};

struct LanguageStatus {
  Language language;
  std::size_t string_count = 0;              // that the theme has in English
  std::vector<std::string> missing_strings;  // by key
  std::size_t unchecked_count = 0;           // of those that are there
  std::vector<PageTranslation> pages;        // by original

  [[nodiscard]] std::size_t count(TranslationState state) const;
  // Whether a string is missing or unchecked, or a page stale or of an unknown version.
  [[nodiscard]] bool needs_work() const;
};

// Returns the state of each language but the site's own, in the order of the settings.
std::vector<LanguageStatus> translation_status(const Site& site);

}  // namespace signpost
