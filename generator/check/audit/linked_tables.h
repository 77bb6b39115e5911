// The withheld counts of the whole site as one system of sums, which the searches of this folder
// add to; and the words that link a sentence to a table, a row or a column. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "check/audit/attendance.h"
#include "check/audit/printed_numbers.h"
#include "disclosure/linked_counts.h"

namespace signpost {

// Who tells something. kText: a sentence or a field. kOwnText: what describes the table itself.
// kColumn: figures of the same table that are worked out from the withheld ones. kRows: rows of it
// that add up to another.
enum class TellerKind : std::uint8_t { kText, kOwnText, kCell, kColumn, kRows };

// `is_count`: the number is the withheld count itself, so that no message may repeat it. `check`:
// of rows, what to write below "checks:", or "" where nothing helps.
struct Teller {
  TellerKind kind = TellerKind::kText;
  Place place;
  std::string text;  // the number as it stands there
  bool is_count = false;
  std::string check = {};
};

// What a row or column is called, for comparing it with sentences.
struct LineName {
  std::vector<WordKey> words;
  std::vector<int> years;
};

struct TableNames {
  LineName about;
  std::vector<LineName> rows, columns;
  std::vector<LineName> short_rows;  // what their own page calls them, or none
  PageLists pages;
  std::vector<bool> is_total_row, is_total_column;
};

class LinkedTables {
 public:
  // `pages`: of each table, or none.
  LinkedTables(std::span<const WithheldTable> tables, std::vector<PageLists> pages);

  [[nodiscard]] std::span<const WithheldTable> tables() const { return tables_; }
  [[nodiscard]] const TableNames& names(std::size_t table) const { return names_[table]; }
  // Returns the count's index in linked().counts.
  [[nodiscard]] std::size_t id(std::size_t table, std::size_t count) const {
    return offsets_[table] + count;
  }
  struct Where {
    std::size_t table = 0, count = 0;
  };
  [[nodiscard]] Where where(std::size_t id) const;

  // Takes down that the counts add up to `least` to `greatest`.
  void tell(std::vector<SignedTerm> terms, std::int64_t least, std::int64_t greatest,
            Teller teller);
  // Takes down that the count is from `least` to `greatest`, where that leaves fewer values than it
  // may have and is true.
  void tell_range(std::size_t table, std::size_t count, double least, double greatest,
                  Teller teller);

  [[nodiscard]] const LinkedCounts& linked() const { return linked_; }
  [[nodiscard]] const std::vector<Teller>& tellers() const { return tellers_; }

 private:
  std::span<const WithheldTable> tables_;
  std::vector<TableNames> names_;
  std::vector<std::size_t> offsets_;
  LinkedCounts linked_;
  std::vector<Teller> tellers_;
};

// Whether the lists name no different years.
bool agree_on_years(const std::vector<int>& a, const std::vector<int>& b);

// Whether the context has at least half of the name's words.
bool has_words_of(const PrintedContext& context, const LineName& name);

// Returns the number as it is printed, in words or digits, with where it stands.
Teller teller_of(const PrintedNumber& number, const PrintedContext& context, std::size_t table);

// What the searches look at.
struct AuditInput {
  const PrintedNumbers& printed;
  LinkedTables& tables;
};

// Sums of withheld counts and others that are printed: totals by any name, or all but one.
void find_printed_totals(const AuditInput& input);
// Sums that several numbers of a sentence, or the rows that it names, make up together, and wholes
// that a share of a shown count tells.
void find_printed_parts(const AuditInput& input);
// What shares and means in sentences tell of the counts that they name.
void find_printed_shares(const AuditInput& input);
// A number of people on the page of a table that is the same as a small count of it, in a sentence
// that does not name its row: it may be by chance.
struct SameNumber {
  std::size_t number = 0, table = 0;
};

// Withheld counts themselves, their shares, changes, means and rates, where the words name them.
// Returns what may be one.
std::vector<SameNumber> find_printed_counts(const AuditInput& input);
// Columns of the table that are worked out from withheld ones, and means among its rows.
void find_told_columns(const AuditInput& input);
// Tables whose times make up that of another, and their counts its counts.
void find_period_sums(const AuditInput& input);
// Rows of a table, or numbers of a page's list, that add up to another.
void find_told_rows(const AuditInput& input);
// Columns of several tables, with the same rows, that make up another.
void find_column_sums(const AuditInput& input);
// The same count in two tables.
void find_equal_counts(const AuditInput& input);

}  // namespace signpost
