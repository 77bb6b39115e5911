// Counts that were taken out or rounded, as they are, with what the published table says of them.
// Only for the audit of everything that is published: never shown, and in no message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "config/calendar.h"
#include "data/numbers.h"
#include "data/tables/tables.h"
#include "disclosure/disclosure.h"
#include "disclosure/integer_program.h"

namespace signpost {

// `known`: the values that it can have for those who only see its own table; one where it is shown.
// `is_secret`: nobody may narrow it further. `has_value`: else somebody has put a "c" there and the
// value is not known.
struct WithheldCount {
  std::size_t row = 0, column = 0;
  std::int64_t value = 0;
  WholeNumber known = {};
  bool is_secret = false;
  bool has_value = true;
  bool is_rounded = false;
  bool is_absent = false;  // never collected: no part of any sum
};

// Counts whose sum somebody may publish: "Autumn term 2026".
struct WithheldGroup {
  std::string name;
  std::vector<std::size_t> counts;
};

// A table, the answers of an evaluation or the visitors of a workshop. `lines` hold counts by their
// index; `printed` has every figure that the table prints, by row and column.
struct WithheldTable {
  std::string name = {};   // by which pages call it; "" where they do not
  std::string title = {};  // what messages call it
  std::string about = {};  // the words that say what it counts
  bool is_grid = false;    // rows and columns can be added up
  std::string kind = {};   // tables of one kind have the same questions
  std::optional<Period> period = {};
  std::vector<std::string> rows = {}, columns = {};
  std::vector<Place> row_places = {};
  std::vector<std::string> measures = {};  // by row
  std::vector<WithheldCount> counts = {};
  std::vector<SumLine> lines = {};
  std::vector<WithheldGroup> groups = {};
  std::vector<std::vector<std::optional<Number>>> printed = {};
  std::optional<double> base_number = {};
  std::vector<TableCheck> checks = {};
  std::vector<TableClaim> claims = {};
};

// Returns what anybody knows of a count that was `protected`: of one that is shown its value, of a
// small one that it is from 1 up to the threshold, of a rounded one what is rounded so, of any
// other nothing that would help (`most`: more than this it cannot be).
WithheldCount withheld_count(const Count& count, const SafeCell& safe, DisclosureProfile profile,
                             std::int64_t most);

// Whether a count of the table may not be told.
bool has_secret(const WithheldTable& table);

// Returns the bound that nobody thinks counts of the table to be above.
std::int64_t most_of(const CountTable& table);

}  // namespace signpost
