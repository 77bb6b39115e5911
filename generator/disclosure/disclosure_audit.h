// What somebody can work out from the shown cells of a table of counts: the proof that
// disclosure/disclosure.h rests on.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "disclosure/disclosure.h"

namespace signpost {

// Whether cells that were never collected, or withheld by hand, may hold some of the line's total.
bool leaves_room(const CountTable& table, const SumLine& line);

// Returns the first thing that can be worked out from `lines` of the table, of which `states` says
// what is shown, or nothing.
std::optional<Leak> find_first_leak(const CountTable& table, std::span<const std::size_t> lines,
                                    const std::vector<CellState>& states,
                                    DisclosureProfile profile);

// Appends everything that can be worked out. `lines` hold each other's cells and no others do.
void append_leaks(const CountTable& table, std::span<const std::size_t> lines,
                  const std::vector<CellState>& states, DisclosureProfile profile,
                  LeakReport& report);

}  // namespace signpost
