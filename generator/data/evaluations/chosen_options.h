// Which options of a question a cell names, however the form joined them: ";", ", " or a line
// break, where options may hold commas themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// What the options of one question are called. `texts` are plain (plain_answer), with the index of
// the option that each names.
struct OptionNames {
  struct Name {
    std::string text;
    std::size_t option = 0;
  };
  std::vector<Name> names;
  std::optional<std::size_t> other;  // the option for what people wrote themselves
};

enum class ChoiceReading : std::uint8_t { kRead, kUnknown, kUnclear };

// kUnclear: the cell can be read in two ways. `has_own_words`: something was written by the person,
// which counts as `other`.
struct ChosenOptions {
  ChoiceReading reading = ChoiceReading::kRead;
  std::set<std::size_t> options;
  bool has_own_words = false;
};

// Returns what the cell names. Linear in its length, for each option.
ChosenOptions read_chosen_options(std::string_view cell, const OptionNames& names);

}  // namespace signpost
