#include "disclosure/linked_counts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "disclosure/disclosure.h"
#include "disclosure/disjoint_sets.h"

namespace signpost {
namespace {

// Of what is looked at together: each problem takes about a millisecond at this size.
constexpr std::size_t kMostUnknowns = 400;
constexpr std::size_t kMostSources = 400;
// Which of more sources it is that tell is not looked for.
constexpr std::size_t kMostToTellApart = 60;

// Sums that share unknown counts.
struct LinkedPart {
  std::vector<std::size_t> counts;  // unknown ones
  std::vector<std::size_t> sums;
  std::vector<std::size_t> sources;
};

bool is_unknown(const LinkedCount& count) { return count.known.low != count.known.high; }

// The parts that a source says something of.
std::vector<LinkedPart> linked_parts(const LinkedCounts& linked) {
  DisjointSets sets(linked.counts.size());
  const auto first_unknown = [&](const LinkedSum& sum) -> std::optional<std::size_t> {
    for (const SignedTerm& term : sum.terms) {
      if (is_unknown(linked.counts[term.variable])) return term.variable;
    }
    return std::nullopt;
  };
  for (const LinkedSum& sum : linked.sums) {
    const std::optional<std::size_t> first = first_unknown(sum);
    for (const SignedTerm& term : sum.terms) {
      if (is_unknown(linked.counts[term.variable])) sets.join(term.variable, *first);
    }
  }
  std::map<std::size_t, LinkedPart> by_root;
  for (std::size_t i = 0; i < linked.sums.size(); ++i) {
    const std::optional<std::size_t> first = first_unknown(linked.sums[i]);
    if (!first) continue;
    LinkedPart& part = by_root[sets.root(*first)];
    part.sums.push_back(i);
    if (linked.sums[i].source != kOwnLine) part.sources.push_back(linked.sums[i].source);
  }
  for (std::size_t i = 0; i < linked.counts.size(); ++i) {
    const auto part = by_root.find(sets.root(i));
    if (is_unknown(linked.counts[i]) && part != by_root.end()) part->second.counts.push_back(i);
  }
  std::vector<LinkedPart> parts;
  for (auto& [root, part] : by_root) {
    std::sort(part.sources.begin(), part.sources.end());
    part.sources.erase(std::unique(part.sources.begin(), part.sources.end()), part.sources.end());
    if (!part.sources.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

// Answers what can be worked out of one part with some of its sources.
class PartSolver {
 public:
  PartSolver(const LinkedCounts& linked, const LinkedPart& part) : linked_(linked), part_(part) {
    for (std::size_t i = 0; i < part.counts.size(); ++i) variable_of_[part.counts[i]] = i;
  }

  // `sources`: sorted.
  [[nodiscard]] bool gives_away(std::size_t count, const std::vector<std::size_t>& sources) const {
    const IntegerProgram program = program_with(sources);
    const std::size_t wanted[] = {variable_of_.at(count)};
    const std::optional<std::int64_t> least = find_extreme(program, wanted, Goal::kLeast);
    if (!least) return false;
    const std::optional<std::int64_t> greatest = find_extreme(program, wanted, Goal::kGreatest);
    return greatest && *greatest - *least + 1 < kFewestValues;
  }

  // The sources that give the count away each by itself; else those that are left after each that
  // is not needed was taken out.
  [[nodiscard]] std::vector<std::vector<std::size_t>> needed_sources(std::size_t count) const {
    if (part_.sources.size() > kMostToTellApart) return {part_.sources};
    std::vector<std::vector<std::size_t>> alone;
    for (const std::size_t source : part_.sources) {
      if (gives_away(count, {source})) alone.push_back({source});
    }
    if (!alone.empty()) return alone;
    std::vector<std::size_t> needed = part_.sources;
    for (const std::size_t source : part_.sources) {
      std::vector<std::size_t> fewer = needed;
      std::erase(fewer, source);
      if (gives_away(count, fewer)) needed = std::move(fewer);
    }
    return {needed};
  }

 private:
  [[nodiscard]] IntegerProgram program_with(const std::vector<std::size_t>& sources) const {
    IntegerProgram program;
    for (const std::size_t count : part_.counts) {
      program.variables.push_back(linked_.counts[count].known);
    }
    for (const std::size_t index : part_.sums) {
      const LinkedSum& sum = linked_.sums[index];
      const bool is_told =
          sum.source == kOwnLine || std::binary_search(sources.begin(), sources.end(), sum.source);
      if (!is_told) continue;
      KnownSum known{{}, sum.least, sum.greatest - sum.least};
      for (const SignedTerm& term : sum.terms) {
        const auto variable = variable_of_.find(term.variable);
        if (variable != variable_of_.end()) {
          known.terms.push_back({variable->second, term.sign});
        } else {
          known.total -= term.sign * linked_.counts[term.variable].known.low;
        }
      }
      program.sums.push_back(std::move(known));
    }
    return program;
  }

  const LinkedCounts& linked_;
  const LinkedPart& part_;
  std::map<std::size_t, std::size_t> variable_of_;
};

void audit_part(const LinkedCounts& linked, const LinkedPart& part, LinkedAudit& audit) {
  if (part.counts.size() > kMostUnknowns || part.sources.size() > kMostSources) {
    audit.too_large.push_back(part.sources.front());
    return;
  }
  const PartSolver solver(linked, part);
  for (const std::size_t count : part.counts) {
    if (!linked.counts[count].is_secret || !solver.gives_away(count, part.sources)) continue;
    if (solver.gives_away(count, {})) continue;
    for (std::vector<std::size_t>& sources : solver.needed_sources(count)) {
      audit.given_away.push_back({count, std::move(sources)});
    }
  }
}

}  // namespace

LinkedAudit audit_linked_counts(const LinkedCounts& linked) {
  LinkedAudit audit;
  for (const LinkedPart& part : linked_parts(linked)) audit_part(linked, part, audit);
  std::stable_sort(audit.given_away.begin(), audit.given_away.end(),
                   [](const GivenAway& a, const GivenAway& b) { return a.count < b.count; });
  return audit;
}

}  // namespace signpost
