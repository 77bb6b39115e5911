#include "disclosure/part_sums.h"

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace signpost {
namespace {

// What is below 5 is hidden; -1 stands for a "c" of somebody's own.
std::string sums_of(const std::vector<std::pair<std::string, std::int64_t>>& rows,
                    SumClues clues = SumClues::kValues) {
  std::vector<ListedCount> counts;
  for (const auto& [name, value] : rows) {
    ListedCount count{.name = name, .is_hidden = value < 5};
    if (value >= 0) count.value = value;
    count.is_withheld = value < 0;
    counts.push_back(std::move(count));
  }
  std::string text;
  for (const PartSum& sum : find_part_sums(counts, clues)) {
    text += (text.empty() ? "" : "; ") + part_sum_text(counts, sum);
  }
  return text;
}

struct Row {
  const char* text;
  std::vector<std::pair<std::string, std::int64_t>> counts;
};

TEST(PartSums, FindsWhatNamesTell) {
  const Row rows[] = {
      {"Deaf + Blind = Deaf or blind",
       {{"Autism", 40}, {"Deaf or blind", 23}, {"Deaf", 20}, {"Blind", 3}}},
      {"Spring + Summer = Spring and summer; Spring + Summer + Autumn = Year",
       {{"Spring", 40}, {"Summer", 3}, {"Spring and summer", 43}, {"Autumn", 50}, {"Year", 93}}},
      {"Deafblind boys + Deafblind girls = Deafblind; Autism + Deafblind = Total",
       {{"Autism", 40},
        {"Deafblind", 3},
        {"Deafblind boys", 2},
        {"Deafblind girls", 1},
        {"Total", 43}}},
      {"Boys + Girls + Not known = All",
       {{"Boys", 277}, {"of whom autistic", 100}, {"Girls", 134}, {"Not known", 2}, {"All", 413}}},
      {"Staff + Parents = Everyone", {{"Everyone", 12}, {"Staff", 9}, {"Parents", 3}}},
      {"", {{"Parents", 3}, {"Staff", 9}, {"Everyone", 15}}},
      {"", {{"Known", 411}, {"Not known", 2}}},
  };
  for (const Row& row : rows) EXPECT_EQ(sums_of(row.counts, SumClues::kNames), row.text);
}

TEST(PartSums, FindsWhatValuesTell) {
  const Row rows[] = {
      {"Boys + Girls + Not known = Children",
       {{"Boys", 277},
        {"Girls", 134},
        {"Not known", 2},
        {"Children", 413},
        {"Closed", 301},
        {"Open", 113}}},
      {"Boys + Girls + Not known = Open + Closed",
       {{"Boys", 277}, {"Girls", 134}, {"Not known", -1}, {"Open", 400}, {"Closed", 13}}},
      {"Open on 1 April + Opened = Closed + Open on 31 March",
       {{"Open on 1 April", 40}, {"Opened", 20}, {"Closed", 3}, {"Open on 31 March", 57}}},
      // Too small to tell: so many groups come near it.
      {"", {{"Autism", 12}, {"ADHD", 9}, {"Deaf", 3}, {"Dyslexia", 14}, {"Other", 7}}},
      // Nothing is hidden.
      {"", {{"Boys", 277}, {"Girls", 134}, {"Children", 411}}},
  };
  for (const Row& row : rows) EXPECT_EQ(sums_of(row.counts), row.text);
}

TEST(PartSums, KnowsNamesOfAll) {
  for (const char* name : {"Total", "All", "All who came", "Everyone", "Both", "In all", "Year",
                           "Both years together", "The total", "Sub-total"}) {
    EXPECT_TRUE(is_name_of_all(name)) << name;
  }
  for (const char* name : {"", "Boys", "Year 9", "Not known", "Overseas", "Allergy"}) {
    EXPECT_FALSE(is_name_of_all(name)) << name;
  }
}

}  // namespace
}  // namespace signpost
