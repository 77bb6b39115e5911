// Whom the figures of a table count, by its words. Internal to this room.
#pragma once

#include <cstddef>
#include <optional>

#include "base/diagnostic.h"
#include "data/tables/tables.h"
#include "disclosure/disclosure.h"
#include "disclosure/people_words.h"

namespace signpost {

// Returns whom the column counts: by its title or, where that only says when or that it counts, by
// the table's unit, caption and base.
std::optional<CountedPeople> people_of_column(const DataTable& table, std::size_t column);

// Whether a column that is said to hold percentages holds counts of people: its title names them,
// no word of a share, and its cells are whole numbers without %.
bool is_called_percentage_wrongly(const DataTable& table, std::size_t column);

// Whether a column that is said to hold words (numeric: false) holds counts of people.
bool is_called_words_wrongly(const DataTable& table, std::size_t column);

// Reports disclosure-people-false: a table with people: false that has small counts of people, by
// its words.
void check_people_false(const DataTable& table, DisclosureProfile profile,
                        Diagnostics& diagnostics);

}  // namespace signpost
