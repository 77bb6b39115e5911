// Takes everything that is published and tries to win each withheld count back.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "check/audit/attendance.h"
#include "check/audit/linked_tables.h"
#include "check/audit/shares_of_few.h"
#include "check/site_checks.h"

namespace signpost {
namespace {

// A site with more counts to look for is told to publish fewer.
constexpr std::size_t kMostWithheld = 20000;

std::string place_text(const Place& place) {
  return place.line == 0 ? place.path : fmt::format("{}:{}", place.path, place.line);
}

// What helps at least cost.
std::string way_out(const Teller& teller) {
  constexpr std::string_view kRelease =
      "; with a good reason, add release: to the table of the count";
  switch (teller.kind) {
    case TellerKind::kText:
    case TellerKind::kOwnText:
      return fmt::format("take the number out here, or round it (about 400, nearly all){}",
                         kRelease);
    case TellerKind::kCell:
      return fmt::format(
          "leave this row or column out where it is shown, or join small rows of the other table{}",
          kRelease);
    case TellerKind::kRows:
      if (teller.check.empty()) return "take one of these numbers out, or round it";
      return fmt::format(
          "write {} below checks: in the table's data file, so that one more count is left out; or "
          "take one of these rows out{}",
          teller.check, kRelease);
    case TellerKind::kColumn:
      return fmt::format("take out \"{}\", or round it more{}", teller.text, kRelease);
  }
  return "";
}

class GivenAwayReport {
 public:
  GivenAwayReport(const LinkedTables& tables, Diagnostics& diagnostics)
      : tables_(tables), diagnostics_(diagnostics) {}

  // One finding for all counts that the same numbers give away.
  void report(const LinkedAudit& audit) {
    std::vector<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> by_sources;
    for (const GivenAway& each : audit.given_away) {
      auto found = std::find_if(by_sources.begin(), by_sources.end(),
                                [&](const auto& one) { return one.first == each.sources; });
      if (found == by_sources.end()) {
        by_sources.push_back({each.sources, {}});
        found = by_sources.end() - 1;
      }
      found->second.push_back(each.count);
    }
    for (const auto& [sources, counts] : by_sources) add(sources, counts);
    for (const std::size_t source : audit.too_large) {
      const Teller& teller = tables_.tellers()[source];
      diagnostics_.add("disclosure-audit-limit", teller.place,
                       "too many numbers hang together here to prove that they give no small "
                       "count away",
                       "split the tables, or show fewer of their totals and shares elsewhere");
    }
  }

 private:
  // "the count that is left out at \"Not known\" in \"Cases\" of \"Cases by gender\""
  [[nodiscard]] std::string name_of(std::size_t id) const {
    const LinkedTables::Where where = tables_.where(id);
    const WithheldTable& table = tables_.tables()[where.table];
    const WithheldCount& count = table.counts[where.count];
    return fmt::format("the count that is {} at \"{}\" in \"{}\" of \"{}\" ({})",
                       count.is_rounded ? "rounded" : "left out", table.rows[count.row],
                       table.columns[count.column], table.title,
                       place_text(table.row_places[count.row]));
  }

  [[nodiscard]] static std::string shown_as(const Teller& teller) {
    if (teller.is_count) return "this number";
    return fmt::format("\"{}\"", teller.text);
  }

  void add(const std::vector<std::size_t>& sources, const std::vector<std::size_t>& counts) {
    const Teller& first = tables_.tellers()[sources.front()];
    std::string others;
    for (std::size_t i = 1; i < sources.size(); ++i) {
      const Teller& teller = tables_.tellers()[sources[i]];
      others +=
          fmt::format("{} {} in {}", i + 1 == sources.size() ? " and" : ",",
                      teller.is_count ? "a number" : shown_as(teller), place_text(teller.place));
    }
    std::string more;
    if (counts.size() > 1) more = fmt::format(", and {} more", counts.size() - 1);
    diagnostics_.add("disclosure-given-away", first.place,
                     fmt::format("{}{} {} away {}{}", shown_as(first), others,
                                 others.empty() ? "gives" : "give", name_of(counts.front()), more),
                     way_out(first));
  }

  const LinkedTables& tables_;
  Diagnostics& diagnostics_;
};

void report_same_numbers(const AuditInput& audit, const std::vector<SameNumber>& found,
                         Diagnostics& diagnostics) {
  for (const SameNumber& same : found) {
    const PrintedNumber& number = audit.printed.numbers[same.number];
    const std::vector<Teller>& tellers = audit.tables.tellers();
    const bool is_reported = std::any_of(tellers.begin(), tellers.end(), [&](const Teller& teller) {
      return teller.place == number.place;
    });
    if (is_reported) continue;
    diagnostics.add("disclosure-same-number", number.place,
                    fmt::format("this number of people is the same as one that is left out of "
                                "\"{}\" on this page",
                                audit.tables.tables()[same.table].title),
                    "if it is about the same people, write \"a few\"");
  }
}

// The withheld tables, and the lists that pages have of them.
struct WithheldOfSite {
  std::vector<WithheldTable> tables;
  std::vector<PageLists> pages;
};

// Whether a table has percentages and does not say of how many.
bool has_shares_without_base(const SiteInput& input) {
  return std::ranges::any_of(input.data.tables, [](const auto& each) {
    return std::ranges::any_of(each.second.columns(), [](const TableColumn& column) {
      return column.percent == PercentKind::kShare && column.base_key.empty();
    });
  });
}

WithheldOfSite withheld_of_site(const SiteInput& input) {
  WithheldOfSite withheld{{input.withheld.begin(), input.withheld.end()}, {}};
  withheld.pages.resize(withheld.tables.size());
  for (AttendanceCounts came : {attendance_table(input), meeting_attendance_table(input)}) {
    if (came.table.counts.empty()) continue;
    withheld.tables.push_back(std::move(came.table));
    withheld.pages.push_back(std::move(came.pages));
  }
  return withheld;
}

}  // namespace

void check_hidden_counts(const SiteInput& input, Diagnostics& diagnostics) {
  WithheldOfSite of_site = withheld_of_site(input);
  const std::vector<WithheldTable>& withheld = of_site.tables;
  if (withheld.empty() && !has_shares_without_base(input)) return;
  std::size_t size = 0;
  for (const WithheldTable& table : withheld) size += table.counts.size();
  const PrintedNumbers printed = collect_printed_numbers(input, withheld);
  report_shares_of_few(printed, input.site.config->disclosure, diagnostics);
  if (withheld.empty()) return;
  if (!printed.is_complete || size > kMostWithheld) {
    diagnostics.add("disclosure-audit-limit", withheld.front().row_places.front(),
                    fmt::format("the site has too many counts and numbers to prove that the {} "
                                "tables with small counts are safe",
                                withheld.size()),
                    "publish fewer tables of figures, or take the small counts out of the data");
    return;
  }
  LinkedTables tables(withheld, std::move(of_site.pages));
  const AuditInput audit{printed, tables};
  find_printed_totals(audit);
  find_printed_parts(audit);
  find_printed_shares(audit);
  const std::vector<SameNumber> same_numbers = find_printed_counts(audit);
  find_told_columns(audit);
  find_told_rows(audit);
  find_equal_counts(audit);
  find_period_sums(audit);
  find_column_sums(audit);
  report_same_numbers(audit, same_numbers, diagnostics);
  GivenAwayReport(tables, diagnostics).report(audit_linked_counts(tables.linked()));
}

}  // namespace signpost
