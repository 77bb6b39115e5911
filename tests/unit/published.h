// Tables for tests of what shows them.
#pragma once

#include <utility>

#include "data/tables/tables.h"

namespace signpost {

// Returns the table as it is published where it does not count people.
inline PublishedTable published(DataTable table) {
  table.disclosure.people = PeopleCounts::kNone;
  Diagnostics diagnostics;
  return PublishedTable::protect(std::move(table), {}, diagnostics);
}

}  // namespace signpost
