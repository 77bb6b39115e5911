// Which counts of a table add up to which: what somebody with pencil and paper can subtract.
// Internal to this room.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "data/tables/tables.h"
#include "disclosure/disclosure.h"

namespace signpost {

// The counts of a table. Cells of the table that are no counts (texts, amounts with digits after
// the point, percentages) are left out.
struct TableCounts {
  struct Where {
    std::size_t row = 0, column = 0;
  };
  CountTable counts;
  std::vector<Where> places;  // of each cell
  // By row and column: the index of the cell.
  std::vector<std::vector<std::optional<std::size_t>>> cells;
};

// The most counts of a table whose safety is proved: a cross table of as many takes a few seconds.
inline constexpr std::size_t kMostProvedCells = 1000;

// Whether a row or column of this name is the sum of others: "All cases", "Total".
bool is_total_name(std::string_view name);

// Returns whether most numbers of the column are whole, so that it may count people; amounts of
// money, percentages and columns with a value below 0 that is meant do not, unless its title says
// that it does.
bool is_count_column(const DataTable& table, std::size_t column);

// Returns the counts of the table with the lines that its checks name and those that show
// themselves: a row or column that is called a total, or that neighbours add up to everywhere. Of
// more than kMostProvedCells counts, those alone that checks name.
TableCounts table_counts(const DataTable& table);

}  // namespace signpost
