// Sums that a list of counts shows by itself, though nobody declared them: "Boys and girls",
// "Everyone" after rows "of whom …", a second way to divide the same people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "disclosure/count_names.h"
#include "disclosure/integer_program.h"

namespace signpost {

// `value`: as it was counted, or nothing where it was not, or somebody has put a "c" there
// (`is_withheld`, from 1 to 4). `is_hidden`: the list does not show it.
struct ListedCount {
  std::string name;
  std::optional<std::int64_t> value = {};
  bool is_hidden = false, is_withheld = false;
};

// Counts, by their index in the list, that come to nothing: the parts are added and the whole is
// taken away, or a second division of it.
struct PartSum {
  std::vector<SignedTerm> terms;
  std::optional<std::size_t> whole = {};
};

// kNames: what names tell. kValues: what the values tell, too, where the list is one of parts of
// the same people.
enum class SumClues : std::uint8_t { kNames, kValues };

// Returns the sums with a hidden count in them that a reader would see or try: those that names
// tell; a total without what is counted twice; neighbours that add up to the count beside them; and
// other groups of up to 12 counts where hardly any group comes near the whole by chance, so that
// the sum is no accident. In the order of the wholes.
std::vector<PartSum> find_part_sums(std::span<const ListedCount> counts, SumClues clues);

// Returns the sum as it is read: "Spring + Summer = Spring and summer".
std::string part_sum_text(std::span<const ListedCount> counts, const PartSum& sum);

}  // namespace signpost
