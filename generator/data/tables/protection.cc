#include "data/tables/protection.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "data/numbers.h"
#include "data/tables/cells.h"
#include "data/tables/lines.h"
#include "data/tables/people_columns.h"
#include "data/tables/told_names.h"
#include "data/tables/told_shares.h"

namespace signpost {
namespace {

constexpr char kShareHelp[] =
    "add disclosure: suppress to the table, or people: false if it is not about people";

// The count that a percentage stands for: not 0 unless it is 0 %, not all unless 100 %.
std::int64_t count_of(double percent, double base) {
  const std::int64_t whole = std::llround(base);
  const std::int64_t count = std::llround(percent * base / 100);
  if (count <= 0) return percent > 0 ? 1 : 0;
  if (count >= whole) return percent < 100 ? whole - 1 : whole;
  return count;
}

// The small counts of one table that are named: one decision is right for all of them.
constexpr std::size_t kNamedCells = 5;

std::string more_cells(std::size_t count) {
  return fmt::format(", as {} {} more in this table", count == 1 ? "is" : "are", count);
}

// Whether a count was taken out by hand.
bool has_withheld(const DataTable& table) {
  return std::ranges::any_of(table.rows, [](const TableRow& row) {
    return std::ranges::any_of(row.cells, [](const TableCell& cell) { return cell.symbol == "c"; });
  });
}

// One table in the hands of the control.
class TableGuard {
 public:
  TableGuard(DataTable& table, DisclosureProfile profile, Diagnostics& diagnostics)
      : table_(table), profile_(profile), diagnostics_(diagnostics), counts_(table_counts(table)) {}

  // Whether the proof for the counts of the table would take too long, then reported.
  bool is_too_large() {
    const std::size_t count = counts_.counts.cells.size();
    if (count <= kMostProvedCells) return false;
    diagnostics_.add("disclosure-too-large", {table_.path, 0, 0, 0},
                     fmt::format("the table has {} counts; small ones can be looked after in {}",
                                 count, kMostProvedCells),
                     "split the table, join rows, or write disclosure: strict");
    return true;
  }

  // Reports what the table would disclose as it stands.
  void report() {
    const std::vector<std::size_t> cells = small_cells(counts_.counts, profile_);
    for (std::size_t i = 0; i < std::min(cells.size(), kNamedCells); ++i) {
      const TableCounts::Where& where = counts_.places[cells[i]];
      const bool is_last_named = i + 1 == kNamedCells && cells.size() > kNamedCells;
      add("disclosure-small-count", where.row, where.column,
          fmt::format("{} is a count of 1 to {}, which may tell who the people are{}",
                      name(where.row, where.column), disclosure_threshold(profile_) - 1,
                      is_last_named ? more_cells(cells.size() - kNamedCells) : ""),
          protect_help() + merge_help(where.column));
    }
    report_shares();
    report_leaks();
  }

  // Takes out what may not be published, or rounds it.
  void protect() {
    std::vector<SafeCell> safe = protect_counts(counts_.counts, profile_);
    std::vector<bool> is_row_hidden(table_.rows.size());
    for (std::size_t i = 0; i < safe.size(); ++i) {
      if (is_hidden(safe[i].state)) is_row_hidden[counts_.places[i].row] = true;
    }
    hide_shares(is_row_hidden);
    for (std::size_t i = 0; i < safe.size(); ++i) {
      const TableCounts::Where& where = counts_.places[i];
      TableCell& cell = table_.rows[where.row].cells[where.column];
      if (is_hidden(safe[i].state)) hide(cell);
      if (safe[i].state != CellState::kRounded) continue;
      cell.value = static_cast<double>(safe[i].value);
      cell.text = std::to_string(safe[i].value);
    }
    // The people that the table is about are a count, too.
    if (table_.base_number && is_small_count(std::llround(*table_.base_number), profile_)) {
      table_.about.base = "[c]";
    }
    if (profile_ == DisclosureProfile::kStrict) {
      table_.about.privacy_notes.push_back({"privacy_rounded"});
    }
  }

  // Reports symbols put there by hand that give away what they stand for.
  void report_leaks() {
    const LeakReport found = find_leaks(counts_.counts, profile_);
    for (const Leak& leak : found.leaks) {
      if (leak.cell) {
        const TableCounts::Where& where = counts_.places[*leak.cell];
        add("disclosure-by-subtraction", where.row, where.column,
            fmt::format("{} is c, but it can be worked out from the other cells",
                        name(where.row, where.column)),
            "write the counts and add disclosure: suppress to the table; it takes out enough");
        continue;
      }
      const TableCounts::Where& where = total_of(*leak.line);
      add("disclosure-by-subtraction", where.row, where.column,
          fmt::format("all that is c in the total {} together is a small count, which can be "
                      "worked out",
                      name(where.row, where.column)),
          "write the counts and add disclosure: suppress to the table; it takes out enough");
    }
    for (const std::size_t line : found.impossible_lines) {
      const TableCounts::Where& where = total_of(line);
      add("disclosure-by-subtraction", where.row, where.column,
          fmt::format("{} is less than its parts, or leaves nothing for those that are c",
                      name(where.row, where.column)),
          "check the counts that add up to it; a count that is 0 is written 0");
    }
  }

  void report_one_category() {
    for (const std::size_t line : one_category_lines(counts_.counts)) {
      const TableCounts::Where& where = total_of(line);
      add("disclosure-one-category", where.row, where.column,
          fmt::format("everybody in {} is in the same group, so it tells something about each",
                      name(where.row, where.column)),
          "publish the total alone, or join groups; with a good reason, add release: to the table");
    }
  }

 private:
  // A base that is too small is one mistake, however many percentages there are of it.
  void report_shares() {
    std::set<std::int64_t> small_bases;
    each_share([&](std::size_t row, std::size_t column, const TableCell& cell, double base) {
      if (may_show(cell, base)) return;
      const std::int64_t people = std::llround(base);
      const bool is_few = is_small_count(people, DisclosureProfile::kStrict);
      if (people >= kLeastPercentageBase) {
        add("disclosure-percentage", row, column,
            fmt::format("{} is a percentage of too few people", name(row, column)), kShareHelp);
      } else if (small_bases.insert(people).second) {
        add("disclosure-percentage", row, column,
            fmt::format("{} is a percentage of {} people, which are too few to show any",
                        name(row, column), is_few ? "a few" : std::to_string(people)),
            kShareHelp);
      }
    });
    each_share_without_base([&](std::size_t row, std::size_t column) {
      add("disclosure-percentage", row, column,
          fmt::format("{} is a percentage of a number that the table does not give",
                      name(row, column)),
          kShareHelp);
    });
  }

  // Shares whose base the table names, but does not give: they may be of too few.
  template <typename Found>
  void each_share_without_base(Found found) {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const TableColumn& column = table_.columns[c];
      if (column.percent != PercentKind::kShare || column.base_key.empty()) continue;
      for (std::size_t r = 0; r < table_.rows.size(); ++r) {
        if (c >= table_.rows[r].cells.size() || !table_.rows[r].cells[c].value) continue;
        if (!base_of(table_, table_.rows[r], column)) found(r, c);
      }
    }
  }

  [[nodiscard]] const TableCounts::Where& total_of(std::size_t line) const {
    return counts_.places[counts_.counts.lines[line].total];
  }

  // "\"Not known\", \"2017-18\"": the row and the column.
  [[nodiscard]] std::string name(std::size_t row, std::size_t column) const {
    return fmt::format("\"{}\" in \"{}\"", table_.rows[row].cells[0].text,
                       table_.columns[column].title);
  }

  void add(std::string_view rule, std::size_t row, std::size_t column, std::string message,
           std::string help) {
    const TableCell& cell = table_.rows[row].cells[column];
    diagnostics_.add(rule,
                     {table_.rows[row].path, cell.line, cell.column,
                      static_cast<std::uint32_t>(cell.text.size())},
                     std::move(message), std::move(help));
  }

  // A bare CSV file has no place to say it.
  [[nodiscard]] std::string protect_help() const {
    constexpr char kLines[] = "disclosure: suppress, or people: false if it does not count people";
    if (!table_.path.ends_with(".csv")) {
      return "add disclosure: suppress to the table, or people: false if it does not count people";
    }
    const std::string name = table_.path.substr(table_.path.rfind('/') + 1);
    return fmt::format("write {}.yaml beside it, with rows_from: {} and {}",
                       name.substr(0, name.rfind('.')), name, kLines);
  }

  // Names the rows that are large enough together, where that is simple.
  [[nodiscard]] std::string merge_help(std::size_t column) const {
    std::vector<std::int64_t> counts;
    for (const TableRow& row : table_.rows) {
      if (!row.cells[column].value) return "";
      counts.push_back(std::llround(*row.cells[column].value));
    }
    const std::vector<Merge> merges = suggest_merges(counts, profile_);
    if (merges.empty()) return "";
    // Those of whom it is not known belong to no group, and totals are none.
    for (std::size_t i = merges[0].first; i <= merges[0].last; ++i) {
      const std::string lower = ascii_lower(table_.rows[i].cells[0].text);
      for (const char* word : {"not ", "unknown", "total", "all "}) {
        if (lower.find(word) != std::string::npos) return "";
      }
    }
    const auto& first = table_.rows[merges[0].first].cells[0].text;
    const auto& last = table_.rows[merges[0].last].cells[0].text;
    return fmt::format("; or join the rows from \"{}\" to \"{}\"", first, last);
  }

  static void hide(TableCell& cell) {
    cell.value.reset();
    cell.text = "c";
    cell.symbol = "c";
  }

  template <typename Found>
  void each_share(Found found) {
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        if (c >= table_.rows[r].cells.size()) break;
        if (table_.columns[c].percent != PercentKind::kShare) continue;
        const TableCell& cell = table_.rows[r].cells[c];
        const std::optional<double> base = base_of(table_, table_.rows[r], table_.columns[c]);
        if (cell.value && base) found(r, c, cell, *base);
      }
    }
  }

  [[nodiscard]] bool may_show(const TableCell& cell, double base) const {
    return may_show_share(*cell.value, base, profile_);
  }

  // Hides percentages of too few, those beside hidden counts, and what would give them away: where
  // the others of a column leave room for one only, the smallest of them goes, too.
  void hide_shares(const std::vector<bool>& is_row_hidden) {
    bool has_small_base = false, has_any = false;
    each_share([&](std::size_t row, std::size_t column, const TableCell& cell, double base) {
      if (may_show(cell, base) && !is_row_hidden[row]) return;
      has_small_base |= base < static_cast<double>(kLeastPercentageBase);
      has_any = true;
      hide(table_.rows[row].cells[column]);
    });
    each_share_without_base([&](std::size_t row, std::size_t column) {
      has_any = true;
      hide(table_.rows[row].cells[column]);
    });
    for (std::size_t c = 0; c < table_.columns.size() && has_any; ++c) {
      if (table_.columns[c].percent == PercentKind::kShare) hide_partner(c);
    }
    if (has_small_base) {
      table_.about.privacy_notes.push_back({std::string(kTooFewReplies)});
    }
  }

  void hide_partner(std::size_t column) {
    std::size_t hidden = 0;
    double sum = 0;
    TableCell* smallest = nullptr;
    for (TableRow& row : table_.rows) {
      if (column >= row.cells.size()) continue;
      TableCell& cell = row.cells[column];
      if (cell.symbol == "c") ++hidden;
      if (!cell.value || *cell.value >= 100) continue;  // the total of the column
      sum += *cell.value;
      const bool is_smaller = smallest == nullptr || *cell.value < *smallest->value;
      if (*cell.value > 0 && is_smaller) smallest = &cell;
    }
    if (hidden == 1 && sum < 100 && smallest != nullptr) hide(*smallest);
  }

  DataTable& table_;
  DisclosureProfile profile_;
  Diagnostics& diagnostics_;
  const TableCounts counts_;
};

}  // namespace

void hide_small_counts(DataTable& table, const DisclosureRules& rules, Diagnostics& diagnostics) {
  const DisclosurePlan& plan = table.disclosure;
  if (table.rows.empty()) return;
  const bool is_strict = plan.is_strict || rules.profile == DisclosureProfile::kStrict;
  const DisclosureProfile profile =
      is_strict ? DisclosureProfile::kStrict : DisclosureProfile::kStandard;
  if (plan.people == PeopleCounts::kNone) {
    // One cause, reported once.
    if (says_why(plan.people_reason)) {
      check_people_false(table, profile, diagnostics);
    }
    return;
  }
  TableGuard guard(table, profile, diagnostics);
  if (plan.release) {
    if (plan.release->date > rules.today) {
      diagnostics.add("disclosure-release", {table.path, 0, 0, 0},
                      fmt::format("the release of small counts is dated {}, which is to come",
                                  long_date(plan.release->date)),
                      "write the day on which it was decided");
    }
    table.about.privacy_notes.push_back(release_note(*plan.release));
    return;
  }
  const bool needs_proof =
      plan.people == PeopleCounts::kSome || plan.protects || has_withheld(table);
  if (!is_strict && needs_proof && guard.is_too_large()) return;
  if (plan.protects || plan.people == PeopleCounts::kSome) guard.report_one_category();
  if (plan.protects) {
    guard.protect();
  } else {
    guard.report();
  }
  check_told_counts(table, profile, diagnostics);
  check_told_names(table, profile, diagnostics);
}

bool may_show_share(double percent, double base, DisclosureProfile profile) {
  return may_show_percentage(count_of(percent, base), std::llround(base), profile);
}

PrivacyNote release_note(const Release& release) {
  const bool ends = release.reason.ends_with('.');
  return {"privacy_release", release.reason + (ends ? "" : "."), release.approved_by, release.date};
}

}  // namespace signpost
