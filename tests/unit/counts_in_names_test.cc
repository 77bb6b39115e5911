#include "disclosure/counts_in_names.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(CountsInNames, StandInBracketsAndBehindOfWhom) {
  struct Row {
    const char* name;
    const char* shown;  // "" for none
  };
  const Row rows[] = {
      {"Oak (3 of them deaf)", "Oak (\u2026 of them deaf)"},
      {"Parents (3 mothers)", "Parents (\u2026 mothers)"},
      {"Oak [two deaf children]", "Oak [\u2026 deaf children]"},
      {"Families by school (Rett syndrome - 1)", "Families by school (Rett syndrome - \u2026)"},
      {"Families (Deafblind: 3)", "Families (Deafblind: \u2026)"},
      {"Cases (of whom 4 deaf)", "Cases (of whom \u2026 deaf)"},
      {"Cases (including 1 boy)", "Cases (including \u2026 boy)"},
      {"40 families, of whom three deaf", "40 families, of whom \u2026 deaf"},
      {"Oak (30 of them deaf)", ""},
      {"Year 3 (page 4)", ""},
      {"Stage 2 (step: 3)", ""},
      {"Large families (3 children or more)", ""},
      {"Young children (ages 1 - 3)", ""},
      {"Families with 3 children", ""},
      {"Sessions (2 online)", ""},
      {"Section 19 (3)", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(find_count_in_name(row.name, DisclosureProfile::kStandard).value_or(""), row.shown)
        << row.name;
  }
}

TEST(CountsInNames, BeginSentencesOfNotes) {
  const auto shown = [](std::string_view text) {
    return find_count_in_sentence(text, DisclosureProfile::kStandard).value_or("");
  };
  EXPECT_EQ(shown("Three of the families at Oak are deafblind"),
            "\u2026 of the families at Oak are deafblind");
  EXPECT_EQ(shown("Only 2 deaf children came"), "\u2026 deaf children came");
  EXPECT_EQ(shown("One of the parents has to sign"), "");
  EXPECT_EQ(shown("Two of the sessions were online"), "");
  EXPECT_EQ(shown("A family may have 2 needs"), "");
}

}  // namespace
}  // namespace signpost
