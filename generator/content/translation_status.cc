#include "content/translation_status.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "content/translations.h"

namespace signpost {
namespace {

PageTranslation state_in(const Site& site, std::size_t original_index, const std::string& tag) {
  const Page& original = site.pages[original_index];
  PageTranslation found{
      TranslationState::kMissing, original.source_path, original.version, {}, {}, {}};
  for (const std::size_t other : site.translations[original_index]) {
    if (site.pages[other].language != tag) continue;
    const std::optional<Translation> translation = translation_of(site, other);
    if (!translation) continue;
    found.page = site.pages[other].source_path;
    found.made = translation->made ? iso_date(*translation->made) : "";
    found.from = translation->from;
    found.state = translation->is_stale       ? TranslationState::kStale
                  : translation->from.empty() ? TranslationState::kUnknown
                                              : TranslationState::kCurrent;
  }
  return found;
}

}  // namespace

std::size_t LanguageStatus::count(TranslationState state) const {
  return static_cast<std::size_t>(std::ranges::count(pages, state, &PageTranslation::state));
}

bool LanguageStatus::needs_work() const {
  return !missing_strings.empty() || unchecked_count != 0 ||
         count(TranslationState::kStale) + count(TranslationState::kUnknown) != 0;
}

std::vector<LanguageStatus> translation_status(const Site& site) {
  std::vector<LanguageStatus> statuses;
  const std::string& own = own_language(site);
  for (const Language& language : site.config->languages) {
    if (language.tag == own) continue;
    LanguageStatus status{language, 0, {}, 0, {}};
    for (const auto& [key, phrase] : words_in(site.words, language.tag).phrases()) {
      ++status.string_count;
      if (phrase.is_english) status.missing_strings.push_back(key);
      if (phrase.is_unchecked) ++status.unchecked_count;
    }
    for (std::size_t i = 0; i < site.pages.size(); ++i) {
      if (site.pages[i].language == own) {
        status.pages.push_back(state_in(site, i, language.tag));
      }
    }
    statuses.push_back(std::move(status));
  }
  return statuses;
}

}  // namespace signpost
