// Sums among the counts of a table, or of a page's list, that nobody declared: what they give away
// by themselves.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "data/withheld.h"
#include "disclosure/integer_program.h"

namespace signpost {

// Counts of the table that come to nothing. `text`: as it is read, "A + B = C". `check`: what says
// it below "checks:", or "" where nothing does. `row`: of the whole, or the last one.
struct WithheldSum {
  std::vector<SignedTerm> terms;
  std::string text, check;
  std::size_t row = 0;
};

// Returns the sums with a hidden count in them (disclosure/part_sums.h) that the table's own lines
// do not say, and that are not those of all other counts of a column.
std::vector<WithheldSum> find_withheld_sums(const WithheldTable& table);

// Returns the sums in a list that a page has of some of the counts, which it calls by `names`.
std::vector<WithheldSum> find_listed_sums(const WithheldTable& table,
                                          std::span<const std::size_t> counts,
                                          std::span<const std::string> names);

// A withheld count, and the sum that gives it away.
struct ToldCount {
  std::size_t count = 0;
  WithheldSum sum;
};

// Returns the first count that one of these sums, or the sum of a column, gives away to those who
// see the table alone, or nothing.
std::optional<ToldCount> find_told_count(const WithheldTable& table);

}  // namespace signpost
