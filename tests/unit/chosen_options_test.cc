#include "data/evaluations/chosen_options.h"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

std::string chosen(std::string_view cell, const OptionNames& names) {
  const ChosenOptions read = read_chosen_options(cell, names);
  if (read.reading == ChoiceReading::kUnknown) return "unknown";
  if (read.reading == ChoiceReading::kUnclear) return "unclear";
  return fmt::format("{}{}", fmt::join(read.options, " "), read.has_own_words ? " own" : "");
}

TEST(ChosenOptions, AreReadHoweverTheyAreJoined) {
  const OptionNames names{{{"more confident", 0},
                           {"happier, or less worried", 1},
                           {"happier", 2},
                           {"school; council", 3}},
                          std::nullopt};
  const std::pair<const char*, const char*> rows[] = {
      {"More confident", "0"},
      {"More confident;Happier;", "0 2"},
      {"More confident, Happier, or less worried", "0 1"},
      {"Happier, or less worried,More confident", "0 1"},
      {"Happier\nMore confident", "0 2"},
      {"School; council; Happier", "2 3"},
      {"[\"More confident\",\"Happier\"]", "0 2"},
      {"Happier | Happier", "2"},
      {"; ;", ""},
      {"Happiers", "unknown"},
      {"More confident, and free", "unknown"},
  };
  for (const auto& [cell, text] : rows) EXPECT_EQ(chosen(cell, names), text) << cell;
}

TEST(ChosenOptions, AreUnclearWhereTwoReadingsFit) {
  const OptionNames names{{{"a", 0}, {"b", 1}, {"a, b", 2}}, std::nullopt};
  EXPECT_EQ(chosen("a, b", names), "unclear");
  EXPECT_EQ(chosen("a;b", names), "0 1");
  // Between the ";" of a form a comma is part of its option.
  EXPECT_EQ(chosen("a, b;", names), "2");
  EXPECT_EQ(chosen("a, b;a", names), "0 2");
  EXPECT_EQ(chosen("a, b; a, c", names), "unknown");
}

TEST(ChosenOptions, KeepWhatPeopleWroteUnderOther) {
  const OptionNames names{{{"happier", 0}, {"other", 1}}, 1};
  EXPECT_EQ(chosen("Happier, we won, in the end", names), "0 1 own");
  EXPECT_EQ(chosen("Other", names), "1");
}

TEST(ChosenOptions, TakeLinearTime) {
  const OptionNames names{{{"a", 0}, {"a a", 1}, {"b", 2}}, std::nullopt};
  std::string cell;
  while (cell.size() < 60'000) cell += "a ";
  EXPECT_EQ(chosen(cell + "x", names), "unknown");
  EXPECT_EQ(chosen(cell + cell, names), "unknown");
}

}  // namespace
}  // namespace signpost
