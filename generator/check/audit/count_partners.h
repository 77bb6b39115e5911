// What a reader has beside a withheld count to work it out with. Internal to this room.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "check/audit/linked_tables.h"

namespace signpost {

// Whether the page at `path` has the count's row in a list of its own: a session, or a group of a
// meeting.
bool is_own_page(const LinkedTables& tables, std::size_t table, const WithheldCount& count,
                 std::string_view path);

// Returns the figures of the count's row, its total and base, the shown counts that the sentence
// names or its page lists, and the other numbers of the sentence, which are those from `first` up
// to `last`. Sorted.
std::vector<double> partners_of_count(const AuditInput& input, LinkedTables::Where where,
                                      std::size_t first, std::size_t last);

}  // namespace signpost
