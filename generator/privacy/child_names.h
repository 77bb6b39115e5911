// A child's name or initials beside an age and a school, in a sentence or over the cells of a row.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "privacy/official_numbers.h"

namespace signpost {

// Returns the names that an age stands next to, in a sentence that names a school: "Sam Brown, 9,
// at Oak Primary". A name is a given name, or what follows "my son". Linear in the length.
std::vector<TextSpan> find_child_names(std::string_view text);

// A cell with the name of its column, or "".
struct NamedCell {
  std::string_view head, text;
};

// Returns the number of the cell with a child's name or initials in a row whose other cells give an
// age and a school or, where the column is called "Child" or the like, a need. Columns without a
// name are told by what their cells are: "SB, 9, Oak Primary".
std::optional<std::size_t> find_child_in_row(std::span<const NamedCell> row);

}  // namespace signpost
