// Tables of figures from content/_data/: a YAML file that describes the table and holds its rows
// or names CSV files with them, or a bare CSV file. Read here, checked by checks.h, then published.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/yaml.h"
#include "config/calendar.h"
#include "data/csv.h"
#include "data/tables/published_table.h"

namespace signpost {

// A name in a check: a column's key, a row's first cell, or a number.
struct TableTerm {
  std::string name;
  bool is_minus = false;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class CheckKind : std::uint8_t {
  kSum,      // the terms add up to the result
  kAtMost,   // … to no more than the result
  kMean,     // their mean is the result
  kHundred,  // they are percentages of one whole
  kShare,    // the first of the second is the result, in per cent
  kRange     // the terms lie between `min` and `max`
};

// What the figures must fulfil. `unless`: why they need not, shown under the table.
struct TableCheck {
  CheckKind kind = CheckKind::kSum;
  std::vector<TableTerm> terms;
  TableTerm result = {};
  std::vector<TableTerm> only = {};  // rows or columns that it is for; none: all
  std::optional<double> min = {}, max = {};
  std::string unless = {};
  Place place = {};
};

enum class ClaimKind : std::uint8_t { kChange, kRatio, kValue };

// A figure given in a claim or taken from a cell: "Total / 2017-18", row and column.
struct ClaimFigure {
  std::optional<double> value = {};
  std::string row = {}, column = {};
  Place place = {};
};

// Words that a report says ("just under 10%", "increased"), and what they say it of: the change
// from `first` to `second`, `first` as a share of `second`, or `first` itself.
struct TableClaim {
  std::string says;
  ClaimKind kind = ClaimKind::kValue;
  ClaimFigure first = {}, second = {};
  std::string measure = {};
  Place place = {};
};

// Who decided that small counts of people are published as they are, and why.
struct Release {
  std::string reason, approved_by;
  Date date = {};
};

// What a table says about people. kUnsaid: nothing, so that small counts have to be explained.
enum class PeopleCounts : std::uint8_t { kUnsaid, kNone, kSome };

struct DisclosurePlan {
  PeopleCounts people = PeopleCounts::kUnsaid;
  bool protects = false;  // by the site's profile, or strictly
  bool is_strict = false;
  std::optional<Release> release = {};
  std::string people_reason = {};  // why nobody is counted
  Place people_place = {};         // of `people`
};

// A table as the data files have it, with counts that may be too small to publish. Nothing outside
// of data/ sees one: see PublishedTable.
struct DataTable {
  TableDescription about = {};
  std::vector<TableColumn> columns = {};
  std::vector<TableRow> rows = {};
  std::string path = {};                   // of the file that describes it
  std::optional<double> base_number = {};  // the number in `base`: 413 of "413 families"
  std::vector<TableCheck> checks = {};
  std::vector<TableClaim> claims = {};
  DisclosurePlan disclosure = {};
  bool is_broken = false;  // parts of it could not be read, which has been reported
};

using CsvFiles = std::map<std::string, CsvFile, std::less<>>;  // by file name

// Whether messages may name figures of the table: one that takes small counts out tells none.
inline bool may_name_figures(const DataTable& table) {
  const DisclosurePlan& plan = table.disclosure;
  return !plan.protects && plan.people != PeopleCounts::kSome;
}

// Whether a file of content/_data is a table: it has `columns` or `rows_from`.
bool is_table(const YamlNode& root);

// Returns the names of the CSV files that a table takes its rows from.
std::vector<std::string> row_files(const YamlNode& root);

// Returns the table that a YAML file describes, without what is wrong in it. Reports data-*.
DataTable read_table(const YamlNode& root, const std::string& path, const CsvFiles& csv_files,
                     Diagnostics& diagnostics);

// Returns the table of a bare CSV file. A column in which most cells are figures is numeric, but
// not the first, which names the rows; one with % in its cells or its name holds percentages.
// Reports data-* and csv-layout.
DataTable read_table(const CsvFile& file, Diagnostics& diagnostics);

// Reads `period: {from: …, to: …}`. Reports data-type, data-date and data-period-order.
std::optional<Period> read_period(const YamlNode& node, std::string_view path,
                                  Diagnostics& diagnostics);

}  // namespace signpost
