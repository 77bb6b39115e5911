#include "words/words.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "words/marks.h"
#include "words/times.h"

namespace signpost {
namespace {

constexpr std::string_view kEnglish = "en";

bool has_forms(const Phrases& phrases, bool is_english) {
  return std::ranges::any_of(phrases, [&](const auto& pair) {
    return !pair.second.forms.empty() && pair.second.is_english == is_english;
  });
}

std::string fill(std::string_view text,
                 std::span<const std::pair<std::string_view, std::string_view>> fillings) {
  std::string out;
  std::size_t done = 0;
  std::size_t from = 0;
  while (const std::optional<PatternPlace> place = next_place(text, from)) {
    from = place->begin + 1;
    for (const auto& [known, value] : fillings) {
      if (known != place->name) continue;
      out.append(text.substr(done, place->begin - done)).append(value);
      done = from = place->end;
      break;
    }
  }
  out += text.substr(done);
  return out;
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
  });
}

// Returns the text without what is put in: "{n} weeks" is " weeks".
std::string without_places(std::string_view text) {
  std::string words;
  std::size_t from = 0;
  while (const std::optional<PatternPlace> place = next_place(text, from)) {
    words += text.substr(from, place->begin - from);
    from = place->end;
  }
  words += text.substr(from);
  return words;
}

}  // namespace

Words::Words(std::string language, std::string_view dir, Phrases phrases)
    : language_(std::move(language)),
      is_right_to_left_(dir == "rtl"),
      phrases_(std::move(phrases)) {
  const bool has_english =
      std::ranges::any_of(phrases_, [](const auto& pair) { return pair.second.is_english; });
  has_marks_ = is_right_to_left_ || has_english;
  if (has_forms(phrases_, false)) plurals_ = std::make_shared<const PluralRules>(language_);
  if (has_forms(phrases_, true)) english_plurals_ = std::make_shared<const PluralRules>(kEnglish);
}

std::string Words::text(std::string_view key, Fillings fillings) const {
  const auto found = phrases_.find(key);
  if (found == phrases_.end()) return "";
  const Phrase& phrase = found->second;
  return phrase.is_english ? english(phrase.text, fillings) : filled(phrase.text, fillings);
}

// English words around those of the page. A pattern without words ("{day} {month} {year}") is no
// English.
std::string Words::english(std::string_view pattern, Fillings fillings) const {
  if (!has_letter(without_places(pattern))) return filled(pattern, fillings);
  const auto own = [&](std::string_view value) {
    return in_language(value, language_, is_right_to_left_ ? "rtl" : "ltr");
  };
  std::vector<std::string> values;
  std::vector<std::pair<std::string_view, std::string_view>> marked;
  values.reserve(fillings.size());
  for (const auto& [name, value] : fillings) {
    values.push_back(has_letter(value) ? own(value) : std::string(value));
    marked.emplace_back(name, values.back());
  }
  return in_language(fill(pattern, marked), kEnglish, "ltr");
}

std::string Words::count(std::string_view key, std::int64_t number, Fillings fillings) const {
  const auto found = phrases_.find(key);
  if (found == phrases_.end()) return "";
  const Phrase& phrase = found->second;
  const std::shared_ptr<const PluralRules>& rules = phrase.is_english ? english_plurals_ : plurals_;
  std::string_view form = phrase.text;
  if (!phrase.forms.empty()) {
    const auto own = phrase.forms.find(rules->category(number));
    if (own != phrase.forms.end()) form = own->second;
  }
  const std::string n = number_text(*this, static_cast<double>(number), 0);
  const std::string with_number = filled(form, {{"n", n}});
  return phrase.is_english ? english(with_number, fillings) : filled(with_number, fillings);
}

std::string Words::plain(std::string_view key) const { return without_marks(text(key)); }

std::string Words::fact(std::string_view text) const {
  return is_right_to_left_ ? set_apart(text) : std::string(text);
}

const Words& words_in(const SiteWords& words, std::string_view language) {
  static const Words kNone;
  const auto found = words.find(language);
  return found == words.end() ? kNone : found->second;
}

std::optional<PatternPlace> next_place(std::string_view pattern, std::size_t from) {
  const std::size_t open = pattern.find('{', from);
  if (open == pattern.npos) return std::nullopt;
  const std::size_t close = pattern.find('}', open);
  if (close == pattern.npos) return std::nullopt;
  return PatternPlace{open, close + 1, pattern.substr(open + 1, close - open - 1)};
}

std::string filled(std::string_view text, Fillings fillings) {
  return fill(text, {fillings.begin(), fillings.size()});
}

}  // namespace signpost
