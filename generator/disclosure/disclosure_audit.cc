#include "disclosure/disclosure_audit.h"

#include <algorithm>
#include <map>

#include "disclosure/integer_program.h"

namespace signpost {
namespace {

// The hidden cells of some lines as unknowns, with what the shown cells tell about them.
struct Unknowns {
  IntegerProgram program;
  std::map<std::size_t, std::size_t> variable_of_cell;
  std::vector<std::vector<std::size_t>> hidden_parts;  // of each line, as variables
};

// What the line's own numbers lack to the total. Where the parts do not add up (another check
// reports that), the one who subtracts is taken to know by how much.
std::int64_t gap_of(const CountTable& table, const SumLine& line) {
  const Count& total = table.cells[line.total];
  if (total.kind != CountKind::kKnown) return 0;
  std::int64_t sum = 0;
  for (const std::size_t cell : line.parts) {
    const Count& count = table.cells[cell];
    if (count.kind == CountKind::kWithheld) return 0;
    if (count.kind == CountKind::kKnown) sum += count.value;
  }
  return leaves_room(table, line) ? 0 : total.value - sum;
}

class UnknownsBuilder {
 public:
  UnknownsBuilder(const CountTable& table, const std::vector<CellState>& states,
                  DisclosureProfile profile)
      : table_(table), states_(states), profile_(profile) {
    for (const Count& count : table.cells) most_ = std::max(most_, count.value);
    // Nothing that is withheld is larger than this, and nobody would think so.
    most_ = (most_ + disclosure_threshold(profile)) * 10;
  }

  void add_line(const SumLine& line) {
    KnownSum sum;
    std::vector<std::size_t>& hidden = unknowns_.hidden_parts.emplace_back();
    const bool has_room = leaves_room(table_, line);
    sum.total = -gap_of(table_, line);
    for (const std::size_t cell : line.parts) {
      const CellState state = states_[cell];
      if (state == CellState::kAbsent) {
        if (has_room) sum.terms.push_back({variable(cell), 1});
      } else if (is_hidden(state)) {
        sum.terms.push_back({variable(cell), 1});
        hidden.push_back(sum.terms.back().variable);
      } else {
        sum.total -= table_.cells[cell].value;
      }
    }
    if (states_[line.total] == CellState::kAbsent) return;
    if (is_hidden(states_[line.total])) {
      sum.terms.push_back({variable(line.total), -1});
    } else {
      sum.total += table_.cells[line.total].value;
    }
    if (!sum.terms.empty()) unknowns_.program.sums.push_back(std::move(sum));
  }

  Unknowns take() { return std::move(unknowns_); }

 private:
  std::size_t variable(std::size_t cell) {
    std::vector<WholeNumber>& variables = unknowns_.program.variables;
    const auto [entry, is_new] = unknowns_.variable_of_cell.emplace(cell, variables.size());
    if (is_new) variables.push_back(range_of(cell));
    return entry->second;
  }

  [[nodiscard]] WholeNumber range_of(std::size_t cell) const {
    switch (states_[cell]) {
      case CellState::kSmall:
        return {1, disclosure_threshold(profile_) - 1};
      case CellState::kWithheld:
        return {1, most_};
      default:  // a zero is shown, unless it is the last resort
        return {table_.cells[cell].value > 0 ? 1 : 0, most_};
    }
  }

  const CountTable& table_;
  const std::vector<CellState>& states_;
  DisclosureProfile profile_;
  std::int64_t most_ = 0;
  Unknowns unknowns_;
};

Unknowns unknowns_of(const CountTable& table, std::span<const std::size_t> lines,
                     const std::vector<CellState>& states, DisclosureProfile profile) {
  UnknownsBuilder builder(table, states, profile);
  for (const std::size_t line : lines) builder.add_line(table.lines[line]);
  return builder.take();
}

// Returns the least value that the sum of the variables can have, where it can have fewer than
// `values`; nothing where it can have more, or none.
std::optional<std::int64_t> narrow_value(const IntegerProgram& program,
                                         std::span<const std::size_t> wanted, std::int64_t values) {
  const std::optional<std::int64_t> least = find_extreme(program, wanted, Goal::kLeast);
  if (!least) return std::nullopt;
  const std::optional<std::int64_t> greatest = find_extreme(program, wanted, Goal::kGreatest);
  return *greatest - *least + 1 < values ? least : std::nullopt;
}

// A cell that only protects may be large; the others may be small.
bool may_be_small(CellState state) {
  return state == CellState::kSmall || state == CellState::kWithheld;
}

// Calls `found` with each leak, until it returns false.
template <typename Found>
void each_leak(const CountTable& table, std::span<const std::size_t> lines,
               const std::vector<CellState>& states, DisclosureProfile profile,
               const Unknowns& unknowns, Found found) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<std::size_t>& hidden = unknowns.hidden_parts[i];
    const SumLine& line = table.lines[lines[i]];
    const auto small = [&](std::size_t cell) { return may_be_small(states[cell]); };
    if (hidden.size() < 2 || std::none_of(line.parts.begin(), line.parts.end(), small)) continue;
    const std::optional<std::int64_t> sum = narrow_value(unknowns.program, hidden, 2);
    if (!sum || !is_small_count(*sum, profile)) continue;
    if (!found(Leak{std::nullopt, lines[i], *sum})) return;
  }
  for (const auto& [cell, variable] : unknowns.variable_of_cell) {
    if (!is_hidden(states[cell])) continue;
    const std::int64_t values = may_be_small(states[cell]) ? kFewestValues : 2;
    const std::optional<std::int64_t> value =
        narrow_value(unknowns.program, {&variable, 1}, values);
    if (value && !found(Leak{cell, std::nullopt, *value})) return;
  }
}

}  // namespace

bool leaves_room(const CountTable& table, const SumLine& line) {
  std::int64_t sum = 0;
  bool has_absent = false;
  for (const std::size_t cell : line.parts) {
    const Count& count = table.cells[cell];
    if (count.kind == CountKind::kWithheld) return true;
    has_absent |= count.kind == CountKind::kAbsent;
    if (count.kind == CountKind::kKnown) sum += count.value;
  }
  const Count& total = table.cells[line.total];
  return has_absent && (total.kind != CountKind::kKnown || sum < total.value);
}

std::optional<Leak> find_first_leak(const CountTable& table, std::span<const std::size_t> lines,
                                    const std::vector<CellState>& states,
                                    DisclosureProfile profile) {
  std::optional<Leak> first;
  const Unknowns unknowns = unknowns_of(table, lines, states, profile);
  each_leak(table, lines, states, profile, unknowns, [&](const Leak& leak) {
    first = leak;
    return false;
  });
  return first;
}

void append_leaks(const CountTable& table, std::span<const std::size_t> lines,
                  const std::vector<CellState>& states, DisclosureProfile profile,
                  LeakReport& report) {
  const Unknowns unknowns = unknowns_of(table, lines, states, profile);
  if (unknowns.program.variables.empty()) return;
  if (!find_extreme(unknowns.program, {}, Goal::kLeast)) {
    for (const std::size_t line : lines) {
      const std::size_t own[] = {line};
      const Unknowns alone = unknowns_of(table, own, states, profile);
      if (!find_extreme(alone.program, {}, Goal::kLeast)) report.impossible_lines.push_back(line);
    }
    if (report.impossible_lines.empty()) report.impossible_lines.push_back(lines.front());
    return;
  }
  const auto is_told_by_line = [&](std::size_t cell) {
    return std::any_of(report.leaks.begin(), report.leaks.end(), [&](const Leak& leak) {
      if (!leak.line) return false;
      const std::vector<std::size_t>& parts = table.lines[*leak.line].parts;
      return std::find(parts.begin(), parts.end(), cell) != parts.end();
    });
  };
  each_leak(table, lines, states, profile, unknowns, [&](const Leak& leak) {
    if (!leak.cell || !is_told_by_line(*leak.cell)) report.leaks.push_back(leak);
    return true;
  });
}

}  // namespace signpost
