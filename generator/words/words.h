// What pages say beside what stands in content/: the theme's strings in one language. Made once by
// load_theme, asked by everything that makes texts of a page.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "words/plurals.h"

namespace signpost {

// A string: one text, or one for each plural category ("one", "few" … and "other"), which `text`
// then is. `is_english`: the language lacks it. `is_unchecked`: no speaker of it has read it.
struct Phrase {
  std::string text;
  std::map<std::string, std::string, std::less<>> forms = {};
  bool is_english = false;
  bool is_unchecked = false;
};

// Of a file of strings: which of them no speaker of the language has read, "all", "none" or a list.
inline constexpr std::string_view kUncheckedKey = "to_be_checked_by_a_speaker";

using Phrases = std::map<std::string, Phrase, std::less<>>;

// What to put in for "{n}": {"n", "5"}.
using Fillings = std::initializer_list<std::pair<std::string_view, std::string_view>>;

class Words {
 public:
  // No words at all.
  Words() = default;
  // `dir` is "ltr" or "rtl".
  Words(std::string language, std::string_view dir, Phrases phrases);

  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] const Phrases& phrases() const { return phrases_; }
  [[nodiscard]] bool has(std::string_view key) const { return phrases_.contains(key); }
  // Whether texts can hold marks (words/marks.h): the page's HTML is finished by mark_up then.
  [[nodiscard]] bool has_marks() const { return has_marks_; }

  // Returns the string, filled in; "" where there is none. One that is English is marked.
  [[nodiscard]] std::string text(std::string_view key, Fillings fillings = {}) const;
  // Returns the form of the string that goes with `number`, which "{n}" stands for.
  [[nodiscard]] std::string count(std::string_view key, std::int64_t number,
                                  Fillings fillings = {}) const;
  // As `text`, without marks: for feeds and calendar files.
  [[nodiscard]] std::string plain(std::string_view key) const;
  // Returns a fact (a phone number, a date, a name) marked as a text of its own direction, where
  // the language is written from right to left. From left to right it needs no mark.
  [[nodiscard]] std::string fact(std::string_view text) const;

 private:
  [[nodiscard]] std::string english(std::string_view pattern, Fillings fillings) const;

  std::string language_;
  bool is_right_to_left_ = false;
  bool has_marks_ = false;
  Phrases phrases_;
  std::shared_ptr<const PluralRules> plurals_, english_plurals_;
};

// The words of each language of a site, by its tag.
using SiteWords = std::map<std::string, Words, std::less<>>;

// Returns the words of the language, else none.
const Words& words_in(const SiteWords& words, std::string_view language);

// A place in a pattern where something is put in: "{n}".
struct PatternPlace {
  std::size_t begin = 0, end = 0;
  std::string_view name;
};
// Returns the first one at or after `from`.
std::optional<PatternPlace> next_place(std::string_view pattern, std::size_t from);

// Returns `text` with each "{name}" of `fillings` replaced; what is put in is not looked at again.
std::string filled(std::string_view text, Fillings fillings);

}  // namespace signpost
