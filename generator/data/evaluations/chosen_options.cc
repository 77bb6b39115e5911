#include "data/evaluations/chosen_options.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/text.h"
#include "data/evaluations/export_words.h"

namespace signpost {
namespace {

constexpr std::string_view kBetweenOptions = " ;,|";
// More than all options of a question are.
constexpr std::size_t kMostBytes = 65'536;
constexpr std::size_t kNoOption = std::numeric_limits<std::size_t>::max();

// '["A","B"]', as Microsoft's flows hand choices on, as 'A;B'.
std::string without_list_marks(std::string plain) {
  if (!plain.starts_with("[\"") || !plain.ends_with("\"]")) return plain;
  plain = plain.substr(2, plain.size() - 4);
  for (std::size_t i = plain.find("\",\""); i != std::string::npos; i = plain.find("\",\"", i)) {
    plain.replace(i, 3, ";");
  }
  return plain;
}

std::size_t skip_between(std::string_view text, std::size_t i) {
  return std::min(text.find_first_not_of(kBetweenOptions, i), text.size());
}

// Whether the name stands at `i`, whole.
bool stands_at(std::string_view text, std::size_t i, std::string_view name) {
  if (text.substr(i, name.size()) != name) return false;
  const std::size_t end = i + name.size();
  return end == text.size() || kBetweenOptions.find(text[end]) != std::string_view::npos;
}

// The options that make up the whole text, the first fitting of `names` at each place; nothing
// where none do. By rising ends of the text, so that no place is tried twice.
std::optional<std::set<std::size_t>> fill(std::string_view text,
                                          const std::vector<OptionNames::Name>& names) {
  std::vector<std::size_t> next(text.size() + 1, kNoOption);  // the name that begins here
  const auto leads_on = [&](std::size_t i) {
    i = skip_between(text, i);
    return i == text.size() || next[i] != kNoOption;
  };
  for (std::size_t i = text.size(); i-- > 0;) {
    if (i > 0 && kBetweenOptions.find(text[i - 1]) == std::string_view::npos) continue;
    for (std::size_t n = 0; n < names.size() && next[i] == kNoOption; ++n) {
      const std::string& name = names[n].text;
      if (stands_at(text, i, name) && leads_on(i + name.size())) next[i] = n;
    }
  }
  std::set<std::size_t> options;
  for (std::size_t i = skip_between(text, 0); i < text.size();) {
    if (next[i] == kNoOption) return std::nullopt;
    options.insert(names[next[i]].option);
    i = skip_between(text, i + names[next[i]].text.size());
  }
  return options;
}

// The options between the ";" that Microsoft Forms writes, where each part is one of them and no
// option has a ";" itself: a comma then belongs to its option.
std::optional<std::set<std::size_t>> split_options(std::string_view text,
                                                   const std::vector<OptionNames::Name>& names) {
  const auto has_mark = [](const OptionNames::Name& name) {
    return name.text.find(';') != std::string::npos;
  };
  if (text.find(';') == std::string_view::npos || std::ranges::any_of(names, has_mark)) {
    return std::nullopt;
  }
  std::set<std::size_t> options;
  for (const std::string_view written : split(text, ';')) {
    const std::string_view part = trimmed(written);
    if (part.empty()) continue;
    const auto name = std::ranges::find(names, part, &OptionNames::Name::text);
    if (name == names.end()) return std::nullopt;
    options.insert(name->option);
  }
  return options;
}

// What is known of the text; the rest is the person's own words.
ChosenOptions pick(std::string_view text, const std::vector<OptionNames::Name>& names,
                   std::size_t other) {
  ChosenOptions chosen;
  for (std::size_t i = skip_between(text, 0); i < text.size();) {
    const auto name = std::ranges::find_if(
        names, [&](const OptionNames::Name& each) { return stands_at(text, i, each.text); });
    if (name != names.end()) {
      chosen.options.insert(name->option);
      i = skip_between(text, i + name->text.size());
      continue;
    }
    chosen.options.insert(other);
    chosen.has_own_words = true;
    i = skip_between(text, std::min(text.find_first_of(";,|", i), text.size()));
  }
  return chosen;
}

}  // namespace

ChosenOptions read_chosen_options(std::string_view cell, const OptionNames& names) {
  const std::string plain = without_list_marks(plain_answer(cell));
  if (plain.size() > kMostBytes) return {ChoiceReading::kUnknown, {}, false};
  if (auto options = split_options(plain, names.names); options && !options->empty()) {
    return {ChoiceReading::kRead, std::move(*options), false};
  }
  std::vector<OptionNames::Name> sorted = names.names;
  std::ranges::stable_sort(sorted, [](const OptionNames::Name& a, const OptionNames::Name& b) {
    return a.text.size() > b.text.size();
  });
  const auto longest = fill(plain, sorted);
  if (!longest) {
    if (names.other) return pick(plain, sorted, *names.other);
    return {ChoiceReading::kUnknown, {}, false};
  }
  std::ranges::reverse(sorted);
  if (fill(plain, sorted) != longest) return {ChoiceReading::kUnclear, {}, false};
  return {ChoiceReading::kRead, *longest, false};
}

}  // namespace signpost
