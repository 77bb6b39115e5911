#include "content/translations.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>
#include <vector>

#include "base/hash.h"

namespace signpost {
namespace {

constexpr std::string_view kLanguagesSlug = "languages";

// Adds the words of `text`, each after a space.
void add_words(std::string_view text, std::string& words) {
  bool is_after_space = true;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (!is_space && is_after_space) words += ' ';
    if (!is_space) words += c;
    is_after_space = is_space;
  }
}

// What only the program and staff read of the texts in front matter.
bool is_for_readers(const Field& field) {
  static constexpr std::string_view kOthers[] = {"asked", "layout", "owner", "translated_from"};
  const bool is_text = field.type == FieldType::kText || field.type == FieldType::kTextList ||
                       field.type == FieldType::kRecord || field.type == FieldType::kRecordList;
  return is_text && std::ranges::find(kOthers, field.name) == std::end(kOthers);
}

// Adds the texts of the fields that `own` or `common` describe, in the order of their names.
void add_texts(const Fields& fields, const std::vector<Field>& own,
               const std::vector<Field>& common, std::string& words) {
  std::vector<const FieldEntry*> entries;
  for (const FieldEntry& entry : fields.entries) entries.push_back(&entry);
  std::ranges::sort(entries, {}, &FieldEntry::name);
  for (const FieldEntry* entry : entries) {
    const Field* field = find_field(own, entry->name);
    if (field == nullptr) field = find_field(common, entry->name);
    if (field == nullptr || !is_for_readers(*field)) continue;
    words.append("\n").append(entry->name);
    if (const auto* text = std::get_if<std::string>(&entry->value)) add_words(*text, words);
    if (const auto* texts = std::get_if<std::vector<std::string>>(&entry->value)) {
      for (const std::string& each : *texts) add_words(each, words += '\n');
    }
    if (const auto* records = std::get_if<std::vector<Fields>>(&entry->value)) {
      for (const Fields& each : *records) add_texts(each, field->fields, {}, words);
    }
  }
}

}  // namespace

std::string words_version(const Page& page, std::string_view body, const Kinds& kinds) {
  std::string words;
  add_texts(page.fields, page.kind->fields, kinds.common, words);
  add_words(body, words += "\n\n");
  return sha256_hex(words).substr(0, kVersionDigits);
}

bool is_version(std::string_view text) {
  return text.size() == kVersionDigits && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::optional<Translation> translation_of(const Site& site, std::size_t page_index) {
  const Page& page = site.pages[page_index];
  const std::string& own = own_language(site);
  if (page.language == own || page_index >= site.translations.size()) return std::nullopt;
  for (const std::size_t other : site.translations[page_index]) {
    const Page& original = site.pages[other];
    if (original.language != own) continue;
    Translation found{other, page.date("translated"), page.text("translated_from"), false};
    const std::optional<Date> reviewed = original.date("reviewed");
    found.is_stale = found.from.empty() ? found.made && reviewed && *found.made < *reviewed
                                        : found.from != original.version;
    return found;
  }
  return std::nullopt;
}

bool is_made_in_each_language(const Page& page) {
  return page.folder.empty() && page.slug == kLanguagesSlug;
}

std::string languages_url(std::string_view own_language, std::string_view language) {
  std::string url(kLanguagesSlug);
  if (language != own_language) url.append(".").append(language);
  return url + ".html";
}

}  // namespace signpost
