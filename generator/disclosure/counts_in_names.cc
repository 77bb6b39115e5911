#include "disclosure/counts_in_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>
#include <system_error>

#include <fmt/format.h>

#include "base/english.h"
#include "base/text.h"
#include "disclosure/people_words.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestName = 400;  // bytes: beyond it the text is no name

// The small count that the word is.
bool is_small_word(std::string_view word, DisclosureProfile profile) {
  constexpr std::size_t kLongest = 6;  // figures
  std::int64_t value = 0;
  if (const std::optional<unsigned> numeral = english_numeral(ascii_lower(word))) {
    value = *numeral;
  } else {
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) return false;
  }
  return word.size() <= kLongest && is_small_count(value, profile);
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" ,;:)]"));
}

bool is_one_of_people(std::string_view word) {
  const std::string lower = ascii_lower(word);
  return people_word(lower) == PeopleWord::kPerson ||
         people_word(lower + "s") == PeopleWord::kPerson;
}

bool begins_with_any(std::string_view text, std::span<const std::string_view> beginnings) {
  const std::string lower = ascii_lower(text);
  return std::ranges::any_of(beginnings,
                             [&](std::string_view each) { return lower.starts_with(each); });
}

// "of the families", "of our deaf children".
bool is_part_of_people(std::string_view text) {
  static constexpr auto kOf = std::to_array<std::string_view>({"of the ", "of our ", "of all "});
  if (!begins_with_any(text, kOf)) return false;
  text.remove_prefix(kOf.front().size());
  const std::string_view first = first_word(text);
  return is_one_of_people(first) ||
         is_one_of_people(first_word(trimmed(text.substr(first.size()))));
}

// "3 mothers", "3 deaf children", "2 of them deaf"; not "3 children or more".
std::optional<std::string_view> leading_count(std::string_view text, DisclosureProfile profile) {
  static constexpr auto kOf = std::to_array<std::string_view>(
      {"of them", "of whom", "of these", "of those", "of which", "are ", "were ", "had ", "have "});
  const std::string_view word = first_word(text);
  if (!is_small_word(word, profile)) return std::nullopt;
  const std::string_view rest = trimmed(text.substr(word.size()));
  if (begins_with_any(rest, kOf) || is_part_of_people(rest)) return word;
  const std::string_view noun = first_word(rest);
  std::string_view behind = trimmed(rest.substr(noun.size()));
  bool is_of_people = is_one_of_people(noun);
  if (!is_of_people) {
    const std::string_view second = first_word(behind);
    is_of_people = is_one_of_people(second);
    behind = trimmed(behind.substr(second.size()));
  }
  const bool is_bound = begins_with_any(behind, std::to_array<std::string_view>({"or ", "each"}));
  return is_of_people && !is_bound ? std::optional(word) : std::nullopt;
}

// "Rett syndrome: 1", "deaf - 3".
std::optional<std::string_view> trailing_count(std::string_view text, DisclosureProfile profile) {
  const std::size_t at = text.find_last_of(" :=") + 1;
  const std::string_view word = text.substr(at);
  if (at == 0 || !is_small_word(word, profile)) return std::nullopt;
  std::string_view label = trimmed(text.substr(0, at));
  bool is_parted = false;
  for (const std::string_view mark : {":", "=", "-", "\xE2\x80\x93", "\xE2\x80\x94"}) {
    if (!label.ends_with(mark)) continue;
    label = trimmed(label.substr(0, label.size() - mark.size()));
    is_parted = true;
  }
  const bool is_label = is_parted && !words_in_small_letters(label).empty() &&
                        label.find_first_of("0123456789") == std::string_view::npos &&
                        !names_measure(label);
  return is_label ? std::optional(word) : std::nullopt;
}

std::optional<std::string_view> count_in_brackets(std::string_view text,
                                                  DisclosureProfile profile) {
  text = trimmed(text);
  for (const std::string_view lead : {"of whom ", "of which ", "including ", "only "}) {
    if (begins_with_any(text, std::span(&lead, 1))) text = trimmed(text.substr(lead.size()));
  }
  if (const auto found = leading_count(text, profile)) return found;
  return trailing_count(text, profile);
}

// "40 families, of whom 3 deaf": what follows is a part of people.
std::optional<std::string_view> count_of_whom(std::string_view name, DisclosureProfile profile) {
  constexpr std::string_view kLead = "of whom ";
  const std::size_t at = ascii_lower(name).find(kLead);
  if (at == std::string::npos) return std::nullopt;
  const std::string_view word = first_word(trimmed(name.substr(at + kLead.size())));
  return is_small_word(word, profile) ? std::optional(word) : std::nullopt;
}

// The text with "…" for the count, which is a part of it.
std::string without_count(std::string_view text, std::string_view count) {
  const auto begin = static_cast<std::size_t>(count.data() - text.data());
  return fmt::format("{}\xE2\x80\xA6{}", text.substr(0, begin), text.substr(begin + count.size()));
}

}  // namespace

std::optional<std::string> find_count_in_name(std::string_view name, DisclosureProfile profile) {
  if (name.size() > kLongestName) return std::nullopt;
  std::optional<std::string_view> found = count_of_whom(name, profile);
  for (std::size_t i = 0; i < name.size() && !found; ++i) {
    if (name[i] != '(' && name[i] != '[') continue;
    const std::size_t end = std::min(name.find_first_of(")]", i), name.size());
    found = count_in_brackets(name.substr(i + 1, end - i - 1), profile);
  }
  return found ? std::optional(without_count(name, *found)) : std::nullopt;
}

std::optional<std::string> find_count_in_sentence(std::string_view sentence,
                                                  DisclosureProfile profile) {
  sentence = trimmed(sentence);
  for (const std::string_view lead : {"only ", "just "}) {
    if (begins_with_any(sentence, std::span(&lead, 1))) sentence.remove_prefix(lead.size());
  }
  // "One parent is enough", "One of the parents has to sign".
  if (begins_with_any(sentence, std::to_array<std::string_view>({"one "}))) return std::nullopt;
  const std::optional<std::string_view> found = leading_count(sentence, profile);
  return found ? std::optional(without_count(sentence, *found)) : std::nullopt;
}

}  // namespace signpost
