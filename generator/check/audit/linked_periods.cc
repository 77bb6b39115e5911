// Counts of a longer time that are those of its parts together: results of two years and of each,
// or tables of a year and of its terms.
#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <utility>

#include "check/audit/linked_tables.h"

namespace signpost {
namespace {

// Of so many parts of a time; more are not looked for.
constexpr std::size_t kMostParts = 12;
// Steps of the search, where many tables are of the same time.
constexpr std::size_t kMostSteps = 20000;

Date day_after(Date day) {
  return std::chrono::year_month_day{std::chrono::sys_days{day} + std::chrono::days{1}};
}

class PeriodSearch {
 public:
  explicit PeriodSearch(const AuditInput& input) : tables_(input.tables) {
    for (std::size_t t = 0; t < tables_.tables().size(); ++t) {
      const WithheldTable& table = tables_.tables()[t];
      const bool is_shown = std::ranges::any_of(
          input.printed.shows, [&](const auto& shown) { return shown.second == t; });
      if (!table.period || !is_shown) continue;
      times_.push_back(t);
      Cells& cells = cells_[t];
      for (std::size_t i = 0; i < table.counts.size(); ++i) {
        const WithheldCount& count = table.counts[i];
        if (count.has_value) cells[{table.rows[count.row], table.columns[count.column]}] = i;
      }
    }
    std::ranges::sort(times_, {}, [&](std::size_t t) { return period_of(t).from; });
  }

  void search() {
    for (const std::size_t whole : times_) {
      std::vector<std::size_t> parts;
      add_parts(whole, period_of(whole).from, parts);
    }
  }

 private:
  // By the names of row and column.
  using Cells = std::map<std::pair<std::string, std::string>, std::size_t>;

  [[nodiscard]] const Period& period_of(std::size_t t) const { return *tables_.tables()[t].period; }

  // Goes through all runs of tables that follow each other up to the end of the whole.
  void add_parts(std::size_t whole, Date from, std::vector<std::size_t>& parts) {
    if (parts.size() >= kMostParts) return;
    for (const std::size_t t : times_) {
      if (++steps_ > kMostSteps) return;
      const Period& period = period_of(t);
      const bool fits = period.from == from && period.to <= period_of(whole).to;
      if (t == whole || !fits || tables_.tables()[t].kind != tables_.tables()[whole].kind) continue;
      parts.push_back(t);
      if (period.to == period_of(whole).to) {
        if (parts.size() > 1) tell_sums(whole, parts);
      } else {
        add_parts(whole, day_after(period.to), parts);
      }
      parts.pop_back();
    }
  }

  void tell_sums(std::size_t whole, const std::vector<std::size_t>& parts) {
    const WithheldTable& table = tables_.tables()[whole];
    for (const auto& [name, total] : cells_.at(whole)) {
      std::vector<SignedTerm> terms = {{tables_.id(whole, total), -1}};
      std::int64_t sum = -table.counts[total].value;
      for (const std::size_t part : parts) {
        const auto found = cells_.at(part).find(name);
        if (found == cells_.at(part).end()) break;
        terms.push_back({tables_.id(part, found->second), 1});
        sum += tables_.tables()[part].counts[found->second].value;
      }
      // Whoever came in both years is counted once in the whole: then it tells nothing exactly.
      if (terms.size() != parts.size() + 1 || sum != 0) continue;
      const WithheldCount& count = table.counts[total];
      tables_.tell(std::move(terms), 0, 0,
                   {TellerKind::kCell, table.row_places[count.row], table.rows[count.row], false});
    }
  }

  LinkedTables& tables_;
  std::vector<std::size_t> times_;  // tables with a time, by its beginning
  std::map<std::size_t, Cells> cells_;
  std::size_t steps_ = 0;
};

}  // namespace

void find_period_sums(const AuditInput& input) { PeriodSearch(input).search(); }

}  // namespace signpost
