// Pages in other languages than the site's own: which version of the original each was made from,
// and whether the original has changed since.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "content/content.h"

namespace signpost {

// How many digits a version has.
inline constexpr std::size_t kVersionDigits = 8;

// Returns the version of a page's words: the first hexadecimal digits of the SHA-256 of its title,
// its summary, the other texts of its front matter that readers see, and `body`. Dates, lists of
// ids and how lines are broken do not count: nothing there needs to be translated again.
std::string words_version(const Page& page, std::string_view body, const Kinds& kinds);

// Whether `text` can be a version: kVersionDigits small hexadecimal digits.
bool is_version(std::string_view text);

struct Translation {
  std::size_t original = 0;  // the page in the site's own language
  std::optional<Date> made;  // `translated:`
  std::string from;          // `translated_from:`, a version or ""
  bool is_stale = false;     // the original is not what was translated
};

// Returns what the page says about its translation; nothing where it is in the site's own language
// or has no original. Without a version a translation is stale once the original was reviewed
// later than it was made.
std::optional<Translation> translation_of(const Site& site, std::size_t page_index);

// Whether the page can have an original though no file holds it: the program makes that page.
bool is_made_in_each_language(const Page& page);

// Returns the address of the page that tells in `language` what the site has in it:
// "languages.ur.html"; "languages.html" in the site's own.
std::string languages_url(std::string_view own_language, std::string_view language);

}  // namespace signpost
