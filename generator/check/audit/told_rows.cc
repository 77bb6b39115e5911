// Sums among the rows of a table, or of the list of a page, that nobody declared.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "check/audit/linked_tables.h"
#include "data/withheld_sums.h"

namespace signpost {

void find_told_rows(const AuditInput& input) {
  LinkedTables& tables = input.tables;
  std::set<std::size_t> shown;
  for (const auto& [page, table] : input.printed.shows) shown.insert(table);
  for (const std::size_t t : shown) {
    const WithheldTable& table = tables.tables()[t];
    const PageLists& pages = tables.names(t).pages;
    std::vector<WithheldSum> sums = find_withheld_sums(table);
    for (const std::vector<std::size_t>& list : pages.lists) {
      std::vector<std::string> names;
      names.reserve(list.size());
      for (const std::size_t i : list) names.push_back(pages.rows[table.counts[i].row]);
      std::ranges::move(find_listed_sums(table, list, names), std::back_inserter(sums));
    }
    for (const WithheldSum& sum : sums) {
      std::vector<SignedTerm> terms;
      for (const SignedTerm& term : sum.terms) {
        terms.push_back({tables.id(t, term.variable), term.sign});
      }
      tables.tell(std::move(terms), 0, 0,
                  {TellerKind::kRows, table.row_places[sum.row], sum.text, false, sum.check});
    }
  }
}

}  // namespace signpost
