// A table of figures as anybody may see it. Made by the control of small counts, or of counts that
// it has let through already; pages, charts, checks of pages and the search take nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "config/calendar.h"
#include "data/privacy_note.h"
#include "disclosure/disclosure.h"
#include "disclosure/shown_count.h"

namespace signpost {

struct DataTable;  // as the data files have it: data/tables/tables.h

// kShare: parts of a whole, 0 to 100. kChange: how much more or less, any number.
enum class PercentKind : std::uint8_t { kNone, kShare, kChange };

// `is_said`: the data file says whether the column holds figures; else its cells have told.
struct TableColumn {
  std::string key, title;
  bool numeric = false;
  PercentKind percent = PercentKind::kNone;
  bool negative = false;      // values below 0 are meant, such as a net amount
  std::string base_key = {};  // of percentages: the column with the number they are shares of
  bool is_said = false;
  std::string currency = {};  // "£" where the cells are amounts of money that say so
};

// A cell of a numeric column has either a value or a symbol (data/numbers.h; an empty cell is
// "x"); any other has only its text. `line` and `column` count from 1.
struct TableCell {
  std::string text;
  std::optional<double> value = {};
  std::uint8_t decimals = 0;
  std::string symbol = {};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// `path`: the file that the row stands in. `measure`: what the row's figures are everywhere on the
// site, or "".
struct TableRow {
  std::vector<TableCell> cells;
  std::string path = {};
  std::string measure = {};
};

// What is said of a table beside its figures.
struct TableDescription {
  std::string caption = {}, source = {}, base = {}, unit = {}, note = {};
  std::optional<Period> period = {};
  bool looks_back = false;  // a trend that begins before the period of the page it is on
  std::vector<std::string> exceptions = {};     // why checks of the figures need not hold
  std::vector<PrivacyNote> privacy_notes = {};  // to show under the table
  // Where caption, base, note and source stand; empty where no file says them.
  std::vector<Place> places = {};
};

// A figure to add to a table.
class PublishedFigure {
 public:
  // The count, or "c".
  static PublishedFigure count_of(const ShownCount& shown);
  // The percentage, or "c".
  static PublishedFigure percent_of(const ShownCount& shown);
  // "x": there is none.
  static PublishedFigure not_available();

  [[nodiscard]] const std::optional<std::int64_t>& value() const { return value_; }
  [[nodiscard]] std::string_view symbol() const { return symbol_; }

 private:
  PublishedFigure(std::optional<std::int64_t> value, std::string_view symbol)
      : value_(value), symbol_(value ? "" : symbol) {}

  std::optional<std::int64_t> value_;
  std::string_view symbol_;  // a constant
};

class PublishedTable {
 public:
  // Returns the table without the figures that may not be published: each is replaced by its
  // symbol, if the table asks for that, and `privacy_notes` says so. Reports
  // `disclosure-small-count`, `disclosure-percentage`, `disclosure-by-subtraction`,
  // `disclosure-one-category`, `disclosure-release` and `disclosure-too-large`.
  static PublishedTable protect(DataTable table, const DisclosureRules& rules,
                                Diagnostics& diagnostics);

  // A table without rows: see add_row.
  PublishedTable(TableDescription description, std::vector<TableColumn> columns);

  [[nodiscard]] const TableDescription& about() const { return about_; }
  [[nodiscard]] std::span<const TableColumn> columns() const { return columns_; }
  [[nodiscard]] std::span<const TableRow> rows() const { return rows_; }
  // The names of rows and columns that are sums or means of others.
  [[nodiscard]] std::span<const std::string> totals() const { return totals_; }
  // Whether parts of the table could not be read, which has been reported.
  [[nodiscard]] bool is_broken() const { return is_broken_; }

  // Whether a percentage of the table is one of too few people, if it is of `base` people and the
  // table does not say itself of how many. For a base that only a page gives.
  [[nodiscard]] bool has_share_of_too_few(double base, DisclosureProfile profile) const;

  // Appends a row with a figure for each column but the first.
  void add_row(std::string name, std::span<const PublishedFigure> figures);
  void describe(TableDescription description) { about_ = std::move(description); }
  // Keeps the columns with these keys or titles, in the table's order, and the first.
  void keep_columns(std::span<const std::string_view> names);
  // Keeps the rows with these first cells.
  void keep_rows(std::span<const std::string_view> names);

 private:
  explicit PublishedTable(DataTable&& table);

  TableDescription about_;
  std::vector<TableColumn> columns_;
  std::vector<TableRow> rows_;
  std::vector<std::string> totals_;
  bool may_lack_base_ = false;  // of its percentages
  bool is_broken_ = false;
};

// Returns the index of the column with this key or title, or of the row with this first cell.
std::optional<std::size_t> find_column(std::span<const TableColumn> columns, std::string_view name);
std::optional<std::size_t> find_row(std::span<const TableRow> rows, std::string_view name);

}  // namespace signpost
