// Disclosure control: which counts of people may be published, so that nobody learns about one or
// two families. Pure: counts in, counts that may be shown out. Stands between the data files and
// everything that shows or indexes their numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace signpost {

// Standard: counts of 1 to 4 are withheld, and what gives them away by subtraction. Strict: counts
// of 1 to 7 are withheld and the others rounded to the nearest 5, so that subtraction tells nothing
// (as NHS Digital does for its hospital statistics since September 2018).
enum class DisclosureProfile : std::uint8_t { kStandard, kStrict };

// A small count is safe as long as it can still have this many values.
inline constexpr std::int64_t kFewestValues = 3;

// Percentages of fewer people than this tell too much about each (and too little about all).
inline constexpr std::int64_t kLeastPercentageBase = 20;
// A share in tenths tells less: of this many people it leaves several numbers open.
inline constexpr std::int64_t kLeastTenthsBase = 40;

// What pages say where percentages are left out.
inline constexpr std::string_view kTooFewReplies = "privacy_too_few";

// How small counts are looked after, and the day that counts as today.
struct DisclosureRules {
  DisclosureProfile profile = DisclosureProfile::kStandard;
  Date today = {};
};

// Returns the least count above 0 that may be shown: 5 or 8.
std::int64_t disclosure_threshold(DisclosureProfile profile);
// Whether the count is above 0 and under the threshold.
bool is_small_count(std::int64_t count, DisclosureProfile profile);
// Whether a percentage of `count` in `base` may be shown: the base is 20 or more and neither the
// count nor the rest of the base is small.
bool may_show_percentage(std::int64_t count, std::int64_t base, DisclosureProfile profile);
// Returns the count rounded to the nearest 5.
std::int64_t rounded_to_five(std::int64_t count);

// A cell of a table of counts. `kWithheld`: somebody has put a symbol there already and the count
// is not known. `kAbsent`: never collected.
enum class CountKind : std::uint8_t { kKnown, kWithheld, kAbsent };

struct Count {
  CountKind kind = CountKind::kAbsent;
  std::int64_t value = 0;
};

// Cells that add up to the cell `total`, in a row, in a column or in one of several partitions of
// the same people.
struct SumLine {
  std::vector<std::size_t> parts;
  std::size_t total = 0;
};

struct CountTable {
  std::vector<Count> cells;
  std::vector<SumLine> lines;
};

// kSmall: withheld because it is small. kProtecting: withheld because a small one could be worked
// out from it. kWithheld, kAbsent: as given.
enum class CellState : std::uint8_t { kShown, kRounded, kSmall, kProtecting, kWithheld, kAbsent };

struct SafeCell {
  CellState state = CellState::kAbsent;
  std::int64_t value = 0;  // where it is shown or rounded, else 0

  bool operator==(const SafeCell&) const = default;
};

// Returns whether the cell's count is not to be seen.
bool is_hidden(CellState state);

// Returns what may be shown of each cell. After it, somebody who knows every shown cell and every
// line, that a small cell is between 1 and the threshold and that a withheld one is not 0, can
// neither narrow a small cell to fewer than kFewestValues, nor a protecting one to one value, nor
// learn that what is withheld of a line is itself a small count. That is proved for each by the
// least and the greatest value that fit (the attacker's problem in "Statistical Disclosure
// Control", Wiley 2012, chapter 4). The cells to withhold besides are the smallest that will do,
// parts before totals.
std::vector<SafeCell> protect_counts(const CountTable& table, DisclosureProfile profile);

// What can be worked out: of the cell `cell`, or of all that is withheld of the line `line`.
// `value`: the least that it can be.
struct Leak {
  std::optional<std::size_t> cell, line;
  std::int64_t value = 0;

  bool operator==(const Leak&) const = default;
};

struct LeakReport {
  std::vector<Leak> leaks;
  std::vector<std::size_t> impossible_lines;  // no counts fit there: the shown ones are too large
};

// Returns which withheld cells of a table as it stands can be worked out from the others, and which
// lines hold small counts together.
LeakReport find_leaks(const CountTable& table, DisclosureProfile profile);

// Returns the cells that are known and small.
std::vector<std::size_t> small_cells(const CountTable& table, DisclosureProfile profile);

// Returns the lines of two or more parts of which one is everybody: the others are 0, so that it
// tells something about each person of the line (group disclosure).
std::vector<std::size_t> one_category_lines(const CountTable& table);

// Neighbouring rows that are large enough together: the first and the last, and their count.
struct Merge {
  std::size_t first = 0, last = 0;
  std::int64_t count = 0;

  bool operator==(const Merge&) const = default;
};

// Returns which neighbours of `counts` to publish as one, so that none is small: each run of small
// counts and zeros with the count before it (after it, at the start) until there are enough.
std::vector<Merge> suggest_merges(std::span<const std::int64_t> counts, DisclosureProfile profile);

}  // namespace signpost
