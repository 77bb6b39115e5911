// Tables of figures as HTML, with what readers need to judge them: source, period, base, note and
// the meaning of symbols.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "data/tables/published_table.h"
#include "words/words.h"

namespace signpost {

// From so many columns on a table does not fit on a phone: its rows are stacked there, each cell
// with its column's name (`data-name`).
inline constexpr std::size_t kStackedColumns = 3;

// Returns a scrolling `<section class="sp-table">` with the table. `label` names it to screen
// readers and is unique on the page. Figures have commas between thousands and are aligned at
// their ends; those that are missing are shown as [x], [c] …
std::string table_html(const Words& words, const PublishedTable& table, std::string_view label);

// Returns what stands under a table or chart, or "" where the table says nothing of itself: note,
// why a check does not hold, base, period, unit, source and the symbols that it uses.
std::string table_notes_html(const Words& words, const PublishedTable& table);

// Returns a note on small counts as a sentence.
std::string privacy_note_text(const Words& words, const PrivacyNote& note);

// Returns a cell as pages print it: "6,628", "7.5%", "[c]".
std::string cell_text(const Words& words, const TableColumn& column, const TableCell& cell);

}  // namespace signpost
