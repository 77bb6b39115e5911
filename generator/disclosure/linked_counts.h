// What somebody can work out of withheld counts who puts everything together that is published:
// other tables, sentences, percentages. The counts of a whole site are one set of linked tables (P.
// de Wolf and S. Giessing, "Adjusting the tau-ARGUS modular approach to deal with linked tables",
// Data & Knowledge Engineering 68, 2009), and each withheld one is audited by the least and the
// greatest value that fits (Hundepool et al., "Statistical Disclosure Control", Wiley 2012, chapter
// 4; tau-ARGUS manual, "Audit").
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "disclosure/integer_program.h"

namespace signpost {

// `known`: the values that it has for those who look at its own table only; one value where the
// count is shown there. `is_secret`: may not be narrowed to fewer than kFewestValues.
struct LinkedCount {
  WholeNumber known;
  bool is_secret = false;
};

// What a table's own lines say, and nobody else.
inline constexpr std::size_t kOwnLine = static_cast<std::size_t>(-1);

// The terms add up to `least` or to anything up to `greatest`. `source` says who tells it: a number
// of the caller's own, or kOwnLine. Terms are counts by their index.
struct LinkedSum {
  std::vector<SignedTerm> terms;
  std::int64_t least = 0, greatest = 0;
  std::size_t source = kOwnLine;
};

struct LinkedCounts {
  std::vector<LinkedCount> counts;
  std::vector<LinkedSum> sums;
};

// A secret count that can be worked out, and sources of which each is needed for it. A count that
// several sources give away, each by itself, is there for each of them.
struct GivenAway {
  std::size_t count = 0;
  std::vector<std::size_t> sources;

  bool operator==(const GivenAway&) const = default;
};

struct LinkedAudit {
  std::vector<GivenAway> given_away;   // by count, then by source
  std::vector<std::size_t> too_large;  // a source of each part that is too large to look at
};

// Returns what can be worked out with the help of sources; not what the tables' own lines give
// away. Counts that no sum links are looked at apart; of parts with more unknown counts or sources
// than can be looked at, one source is returned.
LinkedAudit audit_linked_counts(const LinkedCounts& linked);

}  // namespace signpost
