#include "data/withheld_sums.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "disclosure/linked_counts.h"
#include "disclosure/part_sums.h"

namespace signpost {
namespace {

// Counts of the table as a list, with where each stands.
struct CountList {
  std::vector<ListedCount> counts;
  std::vector<std::size_t> ids;
};

void append(const WithheldTable& table, std::size_t id, const std::string& name, CountList& list) {
  const WithheldCount& count = table.counts[id];
  ListedCount listed{.name = name, .is_hidden = count.known.low != count.known.high};
  if (count.has_value && !count.is_absent) listed.value = count.value;
  listed.is_withheld = !count.has_value && !count.is_absent;
  list.counts.push_back(std::move(listed));
  list.ids.push_back(id);
}

std::string quoted_name(const std::string& name) {
  const bool is_plain = name.find_first_of(",:[]{}#\"'&*!|>%@`") == std::string::npos;
  return is_plain ? name : fmt::format("\"{}\"", name);
}

// "{sum: [Spring, Summer], is: Spring and summer}"
std::string check_text(const CountList& list, const PartSum& sum) {
  if (!sum.whole) return "";
  std::string parts;
  for (const SignedTerm& term : sum.terms) {
    if (term.variable == sum.whole) continue;
    if (!parts.empty()) parts += ", ";
    if (term.sign < 0) parts += '-';
    parts += quoted_name(list.counts[term.variable].name);
  }
  return fmt::format("{{sum: [{}], is: {}}}", parts, quoted_name(list.counts[*sum.whole].name));
}

class SumFinder {
 public:
  explicit SumFinder(const WithheldTable& table) : table_(table) {}

  // `keeps_all`: also a count that is the sum of all others.
  std::vector<WithheldSum> find(bool keeps_all) {
    if (table_.is_grid) {
      std::vector<CountList> by_column(table_.columns.size()), by_row(table_.rows.size());
      for (std::size_t i = 0; i < table_.counts.size(); ++i) {
        const WithheldCount& count = table_.counts[i];
        append(table_, i, table_.rows[count.row], by_column[count.column]);
        append(table_, i, table_.columns[count.column], by_row[count.row]);
      }
      for (const CountList& list : by_column) add(list, SumClues::kValues, keeps_all);
      for (const CountList& list : by_row) add(list, SumClues::kNames, keeps_all);
    }
    return std::move(found_);
  }

  std::vector<WithheldSum> find_in(std::span<const std::size_t> counts,
                                   std::span<const std::string> names) {
    CountList list;
    for (std::size_t i = 0; i < counts.size(); ++i) append(table_, counts[i], names[i], list);
    add(list, SumClues::kValues, true);
    return std::move(found_);
  }

 private:
  void add(const CountList& list, SumClues clues, bool keeps_all) {
    for (const PartSum& sum : find_part_sums(list.counts, clues)) {
      const bool is_of_all = sum.whole && sum.terms.size() == list.counts.size();
      if (is_of_all && !keeps_all) continue;
      const std::size_t row_of = sum.whole.value_or(sum.terms.back().variable);
      WithheldSum found{{},
                        part_sum_text(list.counts, sum),
                        table_.is_grid ? check_text(list, sum) : "",
                        table_.counts[list.ids[row_of]].row};
      for (const SignedTerm& term : sum.terms) {
        found.terms.push_back({list.ids[term.variable], term.sign});
      }
      if (!is_own_line(found.terms)) found_.push_back(std::move(found));
    }
  }

  [[nodiscard]] bool is_own_line(const std::vector<SignedTerm>& terms) const {
    return std::ranges::any_of(table_.lines, [&](const SumLine& line) {
      return line.parts.size() + 1 == terms.size() &&
             std::ranges::all_of(terms, [&](const SignedTerm& term) {
               return term.sign < 0
                          ? term.variable == line.total
                          : std::ranges::find(line.parts, term.variable) != line.parts.end();
             });
    });
  }

  const WithheldTable& table_;
  std::vector<WithheldSum> found_;
};

}  // namespace

std::vector<WithheldSum> find_withheld_sums(const WithheldTable& table) {
  return SumFinder(table).find(false);
}

std::vector<WithheldSum> find_listed_sums(const WithheldTable& table,
                                          std::span<const std::size_t> counts,
                                          std::span<const std::string> names) {
  return SumFinder(table).find_in(counts, names);
}

std::optional<ToldCount> find_told_count(const WithheldTable& table) {
  std::vector<WithheldSum> sums = SumFinder(table).find(true);
  LinkedCounts linked;
  for (const WithheldCount& count : table.counts) {
    linked.counts.push_back({count.known, count.is_secret});
  }
  for (const SumLine& line : table.lines) {
    LinkedSum own;
    for (const std::size_t part : line.parts) own.terms.push_back({part, 1});
    own.terms.push_back({line.total, -1});
    const auto has_value = [&](const SignedTerm& term) {
      return table.counts[term.variable].has_value;
    };
    if (!std::ranges::all_of(own.terms, has_value)) continue;
    for (const SignedTerm& term : own.terms) {
      own.least += term.sign * table.counts[term.variable].value;
    }
    own.greatest = own.least;
    linked.sums.push_back(std::move(own));
  }
  for (std::size_t i = 0; i < sums.size(); ++i) linked.sums.push_back({sums[i].terms, 0, 0, i});
  const LinkedAudit audit = audit_linked_counts(linked);
  if (audit.given_away.empty()) return std::nullopt;
  const GivenAway& first = audit.given_away.front();
  return ToldCount{first.count, std::move(sums[first.sources.front()])};
}

}  // namespace signpost
