#include "disclosure/disclosure.h"

#include <algorithm>

#include "disclosure/disclosure_audit.h"
#include "disclosure/disjoint_sets.h"

namespace signpost {
namespace {

// Looking for a smaller pattern solves many problems; in a huge table the first one has to do.
constexpr std::size_t kMostCellsToThinOut = 200;

// The cells of the lines that touch each other, and these lines: what can be worked out in one says
// nothing about another.
struct Part {
  std::vector<std::size_t> cells;
  std::vector<std::size_t> lines;
};

std::vector<Part> independent_parts(const CountTable& table) {
  DisjointSets sets(table.cells.size());
  for (const SumLine& line : table.lines) {
    for (const std::size_t cell : line.parts) sets.join(cell, line.total);
  }
  std::vector<Part> by_root(table.cells.size());
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    by_root[sets.root(i)].cells.push_back(i);
  }
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    by_root[sets.root(table.lines[i].total)].lines.push_back(i);
  }
  std::erase_if(by_root, [](const Part& part) { return part.lines.empty(); });
  return by_root;
}

bool is_candidate(const CountTable& table, const std::vector<CellState>& states, std::size_t cell) {
  return states[cell] == CellState::kShown && table.cells[cell].value > 0;
}

// Returns the cell of the line that is withheld next: its smallest part, else its total.
std::optional<std::size_t> next_of_line(const CountTable& table, const SumLine& line,
                                        const std::vector<CellState>& states) {
  std::optional<std::size_t> best;
  for (const std::size_t cell : line.parts) {
    if (!is_candidate(table, states, cell)) continue;
    if (!best || table.cells[cell].value < table.cells[*best].value) best = cell;
  }
  if (!best && is_candidate(table, states, line.total)) best = line.total;
  return best;
}

std::size_t count_hidden(const SumLine& line, const std::vector<CellState>& states) {
  const auto hidden = [&](std::size_t cell) { return is_hidden(states[cell]); };
  return static_cast<std::size_t>(std::count_if(line.parts.begin(), line.parts.end(), hidden)) +
         (hidden(line.total) ? 1 : 0);
}

bool holds(const SumLine& line, std::size_t cell) {
  return line.total == cell ||
         std::find(line.parts.begin(), line.parts.end(), cell) != line.parts.end();
}

// Returns the cell to withhold in a line that hides one cell only, which subtraction gives away.
std::optional<std::size_t> next_partner(const CountTable& table, const Part& part,
                                        const std::vector<CellState>& states) {
  for (const std::size_t line : part.lines) {
    if (count_hidden(table.lines[line], states) != 1) continue;
    const bool by_hand =
        std::any_of(table.lines[line].parts.begin(), table.lines[line].parts.end(),
                    [&](std::size_t cell) { return states[cell] == CellState::kWithheld; });
    if (!by_hand && leaves_room(table, table.lines[line])) continue;
    if (auto cell = next_of_line(table, table.lines[line], states)) return cell;
  }
  return std::nullopt;
}

// Returns the cell to withhold against the leak: of its own lines, the one that hides the fewest
// cells first; then of any line that hides something.
std::optional<std::size_t> next_cell(const CountTable& table, const Part& part,
                                     const std::vector<CellState>& states, const Leak& leak) {
  if (const auto partner = next_partner(table, part, states)) return partner;
  std::vector<std::size_t> own, others;
  for (const std::size_t line : part.lines) {
    const bool is_own =
        leak.line ? *leak.line == line : holds(table.lines[line], leak.cell.value_or(0));
    (is_own ? own : others).push_back(line);
  }
  for (std::vector<std::size_t>* lines : {&own, &others}) {
    std::stable_sort(lines->begin(), lines->end(), [&](std::size_t a, std::size_t b) {
      return count_hidden(table.lines[a], states) < count_hidden(table.lines[b], states);
    });
    for (const std::size_t line : *lines) {
      if (count_hidden(table.lines[line], states) == 0) continue;
      if (auto cell = next_of_line(table, table.lines[line], states)) return cell;
    }
  }
  // A zero protects badly, since many know it; but nothing else is left.
  for (const std::size_t cell : part.cells) {
    if (states[cell] == CellState::kShown) return cell;
  }
  return std::nullopt;
}

// Shows again, the largest first, what was withheld more than is needed.
void thin_out(const CountTable& table, const Part& part, DisclosureProfile profile,
              std::vector<CellState>& states) {
  std::vector<std::size_t> protecting;
  for (const std::size_t cell : part.cells) {
    if (states[cell] == CellState::kProtecting) protecting.push_back(cell);
  }
  if (protecting.size() > kMostCellsToThinOut) return;
  std::stable_sort(protecting.begin(), protecting.end(), [&](std::size_t a, std::size_t b) {
    return table.cells[a].value > table.cells[b].value;
  });
  for (const std::size_t cell : protecting) {
    states[cell] = CellState::kShown;
    if (find_first_leak(table, part.lines, states, profile)) states[cell] = CellState::kProtecting;
  }
}

void protect_part(const CountTable& table, const Part& part, DisclosureProfile profile,
                  std::vector<CellState>& states) {
  while (const std::optional<Leak> leak = find_first_leak(table, part.lines, states, profile)) {
    const std::optional<std::size_t> cell = next_cell(table, part, states, *leak);
    if (!cell) return;
    states[*cell] = CellState::kProtecting;
  }
  thin_out(table, part, profile, states);
}

std::vector<CellState> first_states(const CountTable& table, DisclosureProfile profile) {
  std::vector<CellState> states;
  for (const Count& count : table.cells) {
    const bool is_small = is_small_count(count.value, profile);
    states.push_back(count.kind == CountKind::kWithheld ? CellState::kWithheld
                     : count.kind == CountKind::kAbsent ? CellState::kAbsent
                     : is_small                         ? CellState::kSmall
                                                        : CellState::kShown);
  }
  return states;
}

}  // namespace

std::int64_t disclosure_threshold(DisclosureProfile profile) {
  return profile == DisclosureProfile::kStrict ? 8 : 5;
}

bool is_small_count(std::int64_t count, DisclosureProfile profile) {
  return count > 0 && count < disclosure_threshold(profile);
}

bool may_show_percentage(std::int64_t count, std::int64_t base, DisclosureProfile profile) {
  return base >= kLeastPercentageBase && count >= 0 && count <= base &&
         !is_small_count(count, profile) && !is_small_count(base - count, profile);
}

std::int64_t rounded_to_five(std::int64_t count) { return (count + 2) / 5 * 5; }

bool is_hidden(CellState state) {
  return state == CellState::kSmall || state == CellState::kProtecting ||
         state == CellState::kWithheld;
}

std::vector<SafeCell> protect_counts(const CountTable& table, DisclosureProfile profile) {
  std::vector<CellState> states = first_states(table, profile);
  if (profile == DisclosureProfile::kStandard) {
    for (const Part& part : independent_parts(table)) protect_part(table, part, profile, states);
  }
  std::vector<SafeCell> cells;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] != CellState::kShown) {
      cells.push_back({states[i], 0});
    } else if (profile == DisclosureProfile::kStrict) {
      cells.push_back({CellState::kRounded, rounded_to_five(table.cells[i].value)});
    } else {
      cells.push_back({CellState::kShown, table.cells[i].value});
    }
  }
  return cells;
}

LeakReport find_leaks(const CountTable& table, DisclosureProfile profile) {
  // As it stands: what is small and written out is no secret any more.
  std::vector<CellState> states = first_states(table, profile);
  std::replace(states.begin(), states.end(), CellState::kSmall, CellState::kShown);
  LeakReport report;
  for (const Part& part : independent_parts(table)) {
    append_leaks(table, part.lines, states, profile, report);
  }
  return report;
}

std::vector<std::size_t> small_cells(const CountTable& table, DisclosureProfile profile) {
  std::vector<std::size_t> cells;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Count& count = table.cells[i];
    if (count.kind == CountKind::kKnown && is_small_count(count.value, profile)) cells.push_back(i);
  }
  return cells;
}

std::vector<std::size_t> one_category_lines(const CountTable& table) {
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    std::size_t zeros = 0, others = 0, unknown = 0;
    for (const std::size_t cell : table.lines[i].parts) {
      const Count& count = table.cells[cell];
      if (count.kind == CountKind::kAbsent) continue;
      ++(count.kind == CountKind::kWithheld ? unknown : count.value == 0 ? zeros : others);
    }
    if (others == 1 && zeros > 0 && unknown == 0) lines.push_back(i);
  }
  return lines;
}

std::vector<Merge> suggest_merges(std::span<const std::int64_t> counts, DisclosureProfile profile) {
  const std::int64_t enough = disclosure_threshold(profile);
  std::vector<Merge> merges;
  std::size_t begin = 0;
  while (begin < counts.size()) {
    std::size_t end = begin;
    bool has_small = false;
    while (end < counts.size() && counts[end] < enough) has_small |= counts[end++] > 0;
    if (!has_small) {
      begin = std::max(end, begin + 1);
      continue;
    }
    Merge merge{begin, end - 1, 0};
    for (std::size_t i = begin; i < end; ++i) merge.count += counts[i];
    const std::size_t taken = merges.empty() ? 0 : merges.back().last + 1;
    if (begin > taken || (merges.empty() && begin > 0)) {
      merge.count += counts[--merge.first];
    } else if (end < counts.size()) {
      merge.count += counts[end];
      merge.last = end++;
    }
    if (merge.count >= enough) merges.push_back(merge);
    begin = end;
  }
  return merges;
}

}  // namespace signpost
