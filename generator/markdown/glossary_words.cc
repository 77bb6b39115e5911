#include "markdown/glossary_words.h"

#include <algorithm>

namespace signpost {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// ASCII letters and digits, and every other character that is not punctuation of Latin-1
// (U+0080 to U+00BF) or general punctuation (U+2000 to U+203F: quotation marks, dashes, spaces).
bool is_word_byte(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 0x80) return is_capital(text[i]) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  std::size_t lead = i;
  while (lead > 0 && i - lead < 3 && (static_cast<unsigned char>(text[lead]) & 0xC0U) == 0x80) {
    --lead;
  }
  const std::string_view character = text.substr(lead);
  return !character.starts_with('\xC2') && !character.starts_with("\xE2\x80");
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  while (begin < text.size() && is_word_byte(text, begin)) ++begin;
  return begin;
}

// The word without the "s" of a plural: "EHCPs".
std::size_t singular_size(std::string_view word) {
  const bool plural = word.size() > 2 && word.back() == 's' && is_capital(word[word.size() - 2]);
  return plural ? word.size() - 1 : word.size();
}

bool is_roman_number(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
}

bool is_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 8 && std::ranges::all_of(word, is_capital) &&
         !is_roman_number(word);
}

}  // namespace

GlossaryWords::GlossaryWords(const SiteData& data) {
  for (const GlossaryEntry& entry : data.glossary) {
    const std::string_view form = entry.short_form;
    if (form.empty() || entry.long_form.empty()) continue;
    by_first_word_.emplace(form.substr(0, word_end(form, 0)), &entry);
    starts_[static_cast<unsigned char>(form.front())] = true;
    other_names_.insert(entry.also.begin(), entry.also.end());
  }
}

const GlossaryEntry* GlossaryWords::find_entry(std::string_view text, std::size_t begin,
                                               std::size_t word_size) const {
  const auto [first, last] = by_first_word_.equal_range(text.substr(begin, word_size));
  const GlossaryEntry* longest = nullptr;
  for (auto entry = first; entry != last; ++entry) {
    const std::string_view form = entry->second->short_form;
    const std::size_t end = begin + form.size();
    if (!text.substr(begin).starts_with(form)) continue;
    const bool whole = form.size() == word_size || end >= text.size() || !is_word_byte(text, end);
    if (whole && (longest == nullptr || longest->short_form.size() < form.size())) {
      longest = entry->second;
    }
  }
  return longest;
}

std::optional<ShortForm> GlossaryWords::find(std::string_view text, std::size_t from) const {
  for (std::size_t i = from; i < text.size();) {
    if (!is_word_byte(text, i)) {
      ++i;
      continue;
    }
    const std::size_t end = word_end(text, i);
    const std::string_view word = text.substr(i, end - i);
    if (starts_[static_cast<unsigned char>(word.front())]) {
      for (const std::size_t size : {word.size(), singular_size(word)}) {
        const GlossaryEntry* entry = find_entry(text, i, size);
        if (entry != nullptr) return ShortForm{i, entry->short_form.size(), entry};
      }
    }
    const std::string_view singular = word.substr(0, singular_size(word));
    if (is_acronym(singular) && !other_names_.contains(singular)) {
      return ShortForm{i, singular.size(), nullptr};
    }
    i = end;
  }
  return std::nullopt;
}

}  // namespace signpost
