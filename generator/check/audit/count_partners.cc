#include "check/audit/count_partners.h"

#include <algorithm>
#include <optional>

namespace signpost {
namespace {

bool is_shown(const WithheldCount& count) { return count.known.low == count.known.high; }

// The shown counts of the column whose rows the sentence names, too.
void add_named_rows(const AuditInput& input, LinkedTables::Where where,
                    const PrintedContext& context, std::vector<double>& partners) {
  const WithheldTable& table = input.tables.tables()[where.table];
  for (const WithheldCount& other : table.counts) {
    const bool is_its =
        table.is_grid && other.column == table.counts[where.count].column && is_shown(other);
    const LineName& row = input.tables.names(where.table).rows[other.row];
    if (!is_its || row.words.empty() || !std::ranges::includes(context.said.words, row.words)) {
      continue;
    }
    partners.push_back(static_cast<double>(other.value));
  }
}

// The others who came to the meeting, or to the sessions of the page.
void add_listed(const AuditInput& input, LinkedTables::Where where, std::vector<double>& partners) {
  const WithheldTable& table = input.tables.tables()[where.table];
  for (const std::vector<std::size_t>& list : input.tables.names(where.table).pages.lists) {
    if (std::ranges::find(list, where.count) == list.end()) continue;
    for (const std::size_t i : list) {
      if (is_shown(table.counts[i])) partners.push_back(static_cast<double>(table.counts[i].value));
    }
  }
}

// The total of a line that the count is part of.
void add_totals(const WithheldTable& table, std::size_t index, std::vector<double>& partners) {
  for (const SumLine& line : table.lines) {
    const WithheldCount& total = table.counts[line.total];
    const bool is_its = std::ranges::find(line.parts, index) != line.parts.end();
    if (is_its && is_shown(total)) partners.push_back(static_cast<double>(total.value));
  }
}

}  // namespace

bool is_own_page(const LinkedTables& tables, std::size_t table, const WithheldCount& count,
                 std::string_view path) {
  return !tables.names(table).short_rows.empty() &&
         tables.tables()[table].row_places[count.row].path == path;
}

std::vector<double> partners_of_count(const AuditInput& input, LinkedTables::Where where,
                                      std::size_t first, std::size_t last) {
  const WithheldTable& table = input.tables.tables()[where.table];
  const WithheldCount& count = table.counts[where.count];
  const PrintedNumber& number = input.printed.numbers[first];
  std::vector<double> partners;
  if (count.row < table.printed.size()) {
    for (const std::optional<Number>& figure : table.printed[count.row]) {
      if (figure) partners.push_back(figure->value);
    }
  }
  if (table.base_number) partners.push_back(*table.base_number);
  add_named_rows(input, where, input.printed.contexts[number.context], partners);
  if (is_own_page(input.tables, where.table, count, number.place.path)) {
    add_listed(input, where, partners);
  }
  add_totals(table, where.count, partners);
  for (std::size_t i = first; i < last; ++i) {
    const SentenceNumber& said = input.printed.numbers[i].number;
    const bool is_plain = said.kind == QuantityKind::kCount && !said.is_measure;
    if (is_plain && said.value > static_cast<double>(count.value)) partners.push_back(said.value);
  }
  std::sort(partners.begin(), partners.end());
  partners.erase(std::unique(partners.begin(), partners.end()), partners.end());
  return partners;
}

}  // namespace signpost
