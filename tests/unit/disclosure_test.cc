#include "disclosure/disclosure.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using enum DisclosureProfile;

constexpr std::int64_t kC = -1;     // "c": withheld by hand
constexpr std::int64_t kNone = -2;  // not collected

Count count_of(std::int64_t value) {
  if (value == kC) return {CountKind::kWithheld, 0};
  if (value == kNone) return {CountKind::kAbsent, 0};
  return {CountKind::kKnown, value};
}

// One line: the parts, then their total.
CountTable line_of(const std::vector<std::int64_t>& values) {
  CountTable table;
  SumLine line;
  for (const std::int64_t value : values) table.cells.push_back(count_of(value));
  for (std::size_t i = 0; i + 1 < values.size(); ++i) line.parts.push_back(i);
  line.total = values.size() - 1;
  table.lines.push_back(line);
  return table;
}

// Rows and columns, each with its total last.
CountTable cross_table(const std::vector<std::vector<std::int64_t>>& rows) {
  CountTable table;
  const std::size_t width = rows[0].size();
  for (const auto& row : rows) {
    for (const std::int64_t value : row) table.cells.push_back(count_of(value));
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    SumLine line{{}, r * width + width - 1};
    for (std::size_t c = 0; c + 1 < width; ++c) line.parts.push_back(r * width + c);
    table.lines.push_back(line);
  }
  for (std::size_t c = 0; c < width; ++c) {
    SumLine line{{}, (rows.size() - 1) * width + c};
    for (std::size_t r = 0; r + 1 < rows.size(); ++r) line.parts.push_back(r * width + c);
    table.lines.push_back(line);
  }
  return table;
}

// "277 134C 2c 413": c small, C protecting, w withheld by hand, . not collected.
std::string shown(const std::vector<SafeCell>& cells) {
  std::vector<std::string> words;
  for (const SafeCell& cell : cells) {
    switch (cell.state) {
      case CellState::kShown:
      case CellState::kRounded:
        words.push_back(std::to_string(cell.value));
        break;
      case CellState::kSmall:
        words.emplace_back("c");
        break;
      case CellState::kProtecting:
        words.emplace_back("C");
        break;
      case CellState::kWithheld:
        words.emplace_back("w");
        break;
      case CellState::kAbsent:
        words.emplace_back(".");
        break;
    }
  }
  return fmt::format("{}", fmt::join(words, " "));
}

struct LineCase {
  const char* why;
  std::vector<std::int64_t> values;
  DisclosureProfile profile;
  const char* shown;
};

TEST(Disclosure, WithholdsSmallCountsAndWhatGivesThemAway) {
  const LineCase cases[] = {
      // The worked cases of the facts.
      {"413 - 277 - 134 = 2", {277, 134, 2, 413}, kStandard, "277 C c 413"},
      {"2 + 1 together are small too", {29, 2, 0, 1, 0, 5, 37}, kStandard, "29 c 0 c 0 C 37"},
      {"9 is enough", {9, 844, 853}, kStandard, "9 844 853"},
      {"9 rounds to 10", {9, 844, 853}, kStrict, "10 845 855"},
      {"one hearing, both parts", {1, 0, 1}, kStandard, "c 0 c"},
      {"one hearing without a total", {1, 40, 41}, kStandard, "c C 41"},
      {"6 is enough", {6, 656, 662}, kStandard, "6 656 662"},
      {"6 is small in the strict profile", {6, 656, 662}, kStrict, "c 655 660"},
      // Other lines.
      {"nothing small", {5, 5, 10}, kStandard, "5 5 10"},
      {"the smallest next cell", {2, 50, 9, 70, 131}, kStandard, "c 50 C 70 131"},
      {"4 and 4 of 8 are known, so a third goes", {4, 4, 30, 38}, kStandard, "c c C 38"},
      {"4 and 4 and nothing else: the total goes", {4, 4, 0, 8}, kStandard, "c c 0 C"},
      {"3 and 4 of 7 can only be that", {3, 4, 30, 37}, kStandard, "c c C 37"},
      {"4, 4 and 3 of 11 can only be 3 or 4", {4, 4, 3, 11}, kStandard, "c c c C"},
      {"3 and 3 of 6 may be 2 and 4", {3, 3, 30, 36}, kStandard, "c c 30 36"},
      {"the total is small too", {1, 1, 0, 2}, kStandard, "c c 0 c"},
      {"zeros only", {0, 0, 0}, kStandard, "0 0 0"},
      {"not collected, nothing missing", {kNone, 2, 20, 22}, kStandard, ". c C 22"},
      {"not collected, something missing", {kNone, 2, 20, 30}, kStandard, ". c 20 30"},
      {"parts that do not add up", {2, 20, 25}, kStandard, "c C 25"},
      {"a c by hand that can be worked out", {277, 134, kC, 413}, kStandard, "277 C w 413"},
      {"strict: 7 and 8", {7, 8, 12, 13, 40}, kStrict, "c 10 10 15 40"},
  };
  for (const LineCase& row : cases) {
    EXPECT_EQ(shown(protect_counts(line_of(row.values), row.profile)), row.shown) << row.why;
  }
}

TEST(Disclosure, ProtectsRowsAndColumnsAtOnce) {
  // The 2 needs a partner in its row and in its column, these need one that is common to both.
  const CountTable table =
      cross_table({{2, 20, 30, 52}, {40, 9, 31, 80}, {50, 60, 70, 180}, {92, 89, 131, 312}});
  EXPECT_EQ(shown(protect_counts(table, kStandard)),
            "c C 30 52 C C 31 80 50 60 70 180 92 89 131 312");
}

TEST(Disclosure, LetsTotalsGoWhereNothingElseProtects) {
  // One row, twice: the same 3 people by two partitions, one of which shows everybody.
  CountTable table;
  for (const std::int64_t value : {3, 0, 3, 0, 12}) table.cells.push_back(count_of(value));
  table.lines = {{{0, 1}, 2}};
  EXPECT_EQ(shown(protect_counts(table, kStandard)), "c 0 c 0 12");
}

TEST(Disclosure, KnowsSeveralPartitionsOfOneTotal) {
  // Total 20: by sex 18 + 2, by age 17 + 3, by place 8 + 12. The total is not small, so each
  // partition gets a partner of its own.
  CountTable table;
  for (const std::int64_t value : {18, 2, 17, 3, 8, 12, 20}) table.cells.push_back(count_of(value));
  table.lines = {{{0, 1}, 6}, {{2, 3}, 6}, {{4, 5}, 6}};
  EXPECT_EQ(shown(protect_counts(table, kStandard)), "C c C c 8 12 20");
}

struct Group {
  const char* name;
  std::vector<std::vector<std::int64_t>> rows;
};

// Casework of 2012 to 2018 of another service: four partitions of one total in six years.
const std::vector<std::int64_t> kTotals = {189, 207, 263, 326, 389, 413};
const std::vector<Group> kGroups = {
    {"gender", {{118, 144, 173, 216, 262, 277}, {69, 62, 88, 108, 123, 134}, {2, 1, 2, 2, 4, 2}}},
    {"age",
     {{12, 13, 19, 21, 36, 35},
      {30, 34, 44, 66, 69, 69},
      {58, 61, 79, 85, 111, 128},
      {79, 89, 104, 124, 142, 144},
      {6, 7, 9, 24, 20, 29},
      {kNone, kNone, kNone, kNone, 3, 2},
      {kNone, kNone, kNone, kNone, 0, 0},
      {kNone, kNone, kNone, kNone, 1, 1},
      {kNone, kNone, kNone, kNone, 0, 0},
      {4, 3, 8, 6, 7, 5}}},
    {"send status", {{166, 191, 255, 319, 380, 408}, {15, 12, 8, 7, 7, 5}, {6, 4, 0, 0, 2, 0}}},
    {"exclusions",
     {{17, 16, 14, 18, 17, 17}, {9, 10, 10, 7, 11, 11}, {163, 181, 239, 301, 361, 385}}},
};

CountTable casework() {
  CountTable table;
  for (const std::int64_t total : kTotals) table.cells.push_back(count_of(total));
  for (const Group& group : kGroups) {
    const std::size_t first = table.cells.size();
    for (const auto& row : group.rows) {
      for (const std::int64_t value : row) table.cells.push_back(count_of(value));
    }
    for (std::size_t year = 0; year < kTotals.size(); ++year) {
      SumLine line{{}, year};
      for (std::size_t r = 0; r < group.rows.size(); ++r) {
        line.parts.push_back(first + r * kTotals.size() + year);
      }
      table.lines.push_back(line);
    }
  }
  return table;
}

std::string casework_shown(DisclosureProfile profile) {
  const std::vector<SafeCell> cells = protect_counts(casework(), profile);
  std::string text;
  for (std::size_t i = 0; i < cells.size(); i += kTotals.size()) {
    const auto row = cells.begin() + static_cast<std::ptrdiff_t>(i);
    text += shown(std::vector<SafeCell>(row, row + 6)) + "\n";
  }
  return text;
}

TEST(Disclosure, ProtectsSixYearsOfCasework) {
  EXPECT_EQ(casework_shown(kStandard), R"(189 207 263 326 389 413
118 144 173 216 262 277
C C C C C C
c c c c c c
12 13 19 21 36 35
30 34 44 66 69 69
58 61 79 85 111 128
79 89 104 124 142 144
C C 9 24 20 29
. . . . c c
. . . . 0 0
. . . . c c
. . . . 0 0
c c 8 6 C C
166 191 255 319 380 408
15 C 8 7 C 5
6 c 0 0 c 0
17 16 14 18 17 17
9 10 10 7 11 11
163 181 239 301 361 385
)");
  EXPECT_EQ(casework_shown(kStrict), R"(190 205 265 325 390 415
120 145 175 215 260 275
70 60 90 110 125 135
c c c c c c
10 15 20 20 35 35
30 35 45 65 70 70
60 60 80 85 110 130
80 90 105 125 140 145
c c 10 25 20 30
. . . . c c
. . . . 0 0
. . . . c c
. . . . 0 0
c c 10 c c c
165 190 255 320 380 410
15 10 10 c c c
c c 0 0 c 0
15 15 15 20 15 15
10 10 10 c 10 10
165 180 240 300 360 385
)");
}

TEST(Disclosure, LeavesNothingToWorkOut) {
  // Whatever is shown of random tables, counting all that fits finds no small cell.
  std::uint32_t state = 7;
  const auto next = [&](std::uint32_t limit) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::int64_t>((state >> 16U) % limit);
  };
  for (int round = 0; round < 60; ++round) {
    std::vector<std::vector<std::int64_t>> rows(4, std::vector<std::int64_t>(4, 0));
    for (std::size_t r = 0; r < 3; ++r) {
      for (std::size_t c = 0; c < 3; ++c) {
        const std::int64_t value = next(3) == 0 ? next(5) : next(14);
        rows[r][c] = value;
        rows[r][3] += value;
        rows[3][c] += value;
        rows[3][3] += value;
      }
    }
    CountTable table = cross_table(rows);
    const std::vector<SafeCell> cells = protect_counts(table, kStandard);
    // What a reader has: the shown cells and the withheld ones without their counts.
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (is_hidden(cells[i].state)) table.cells[i] = count_of(kC);
      if (cells[i].state == CellState::kShown) {
        EXPECT_EQ(cells[i].value, table.cells[i].value);
      }
      EXPECT_FALSE(cells[i].state == CellState::kShown &&
                   is_small_count(cells[i].value, kStandard));
    }
    EXPECT_EQ(find_leaks(table, kStandard).impossible_lines, std::vector<std::size_t>());
    EXPECT_EQ(find_leaks(table, kStandard).leaks.size(), 0U) << shown(cells);
  }
}

TEST(Disclosure, FindsWhatCanBeWorkedOutOfATableAsItStands) {
  EXPECT_EQ(find_leaks(line_of({277, 134, kC, 413}), kStandard).leaks,
            (std::vector<Leak>{{2, std::nullopt, 2}}));
  EXPECT_EQ(find_leaks(line_of({29, kC, 0, kC, 0, 5, 37}), kStandard).leaks,
            (std::vector<Leak>{{std::nullopt, 0, 3}}));
  EXPECT_EQ(find_leaks(line_of({277, kC, kC, 413}), kStandard).leaks, std::vector<Leak>());
  EXPECT_EQ(find_leaks(line_of({277, 134, kC, 400}), kStandard).impossible_lines,
            (std::vector<std::size_t>{0}));
  EXPECT_EQ(find_leaks(line_of({277, 134, 2, 413}), kStandard).leaks, std::vector<Leak>());
}

TEST(Disclosure, NamesSmallCellsAndLinesOfOneCategory) {
  EXPECT_EQ(small_cells(line_of({1, 0, 4, 5, 10}), kStandard), (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(small_cells(line_of({1, 0, 4, 5, 10}), kStrict), (std::vector<std::size_t>{0, 2, 3}));
  EXPECT_EQ(one_category_lines(line_of({0, 12, 0, 12})), (std::vector<std::size_t>{0}));
  EXPECT_EQ(one_category_lines(line_of({0, 0, 0})), std::vector<std::size_t>());
  EXPECT_EQ(one_category_lines(line_of({0, 12, kC, 14})), std::vector<std::size_t>());
  EXPECT_EQ(one_category_lines(line_of({5, 12, 17})), std::vector<std::size_t>());
}

TEST(Disclosure, HidesPercentagesOfFewPeople) {
  struct Row {
    std::int64_t count, base;
    DisclosureProfile profile;
    bool may_show;
  };
  const Row rows[] = {
      {10, 19, kStandard, false}, {10, 20, kStandard, true}, {1, 16, kStandard, false},
      {4, 40, kStandard, false},  {5, 40, kStandard, true},  {36, 40, kStandard, false},
      {35, 40, kStandard, true},  {0, 40, kStandard, true},  {40, 40, kStandard, true},
      {7, 40, kStrict, false},    {8, 40, kStrict, true},    {41, 40, kStandard, false},
      {-1, 40, kStandard, false}, {0, 0, kStandard, false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(may_show_percentage(row.count, row.base, row.profile), row.may_show)
        << row.count << " of " << row.base;
  }
}

TEST(Disclosure, SuggestsWhichRowsToPublishAsOne) {
  struct Row {
    std::vector<std::int64_t> counts;
    std::vector<Merge> merges;
  };
  const Row rows[] = {
      {{128, 144, 29, 2, 0, 1, 0, 5}, {{2, 6, 32}}},
      {{2, 20, 30}, {{0, 1, 22}}},
      {{20, 3}, {{0, 1, 23}}},
      {{20, 0, 30}, {}},
      {{3}, {}},
      {{3, 9, 2, 8}, {{0, 1, 12}, {2, 3, 10}}},
  };
  for (const Row& row : rows) EXPECT_EQ(suggest_merges(row.counts, kStandard), row.merges);
}

TEST(Disclosure, RoundsToTheNearestFive) {
  const std::vector<std::pair<std::int64_t, std::int64_t>> rows = {
      {0, 0}, {8, 10}, {9, 10}, {10, 10}, {12, 10}, {13, 15}, {413, 415}};
  for (const auto& [count, rounded] : rows) EXPECT_EQ(rounded_to_five(count), rounded);
}

}  // namespace
}  // namespace signpost
