#include "check/audit/linked_tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "data/numbers.h"
#include "data/tables/lines.h"

namespace signpost {
namespace {

LineName line_name(std::string_view text) {
  SentenceNumbers said = read_sentence_numbers(text);
  return {std::move(said.words), std::move(said.years)};
}

bool is_check_result(const WithheldTable& table, std::string_view name) {
  return std::any_of(table.checks.begin(), table.checks.end(), [&](const TableCheck& check) {
    return check.kind != CheckKind::kRange && check.kind != CheckKind::kShare &&
           check.result.name == name;
  });
}

bool is_mean_name(std::string_view name) { return read_sentence_numbers(name).tells_mean; }

TableNames names_of(const WithheldTable& table, PageLists pages) {
  TableNames names;
  names.about = line_name(table.about);
  for (const std::string& row : table.rows) {
    names.rows.push_back(line_name(row));
    names.is_total_row.push_back(is_total_name(row) || is_check_result(table, row) ||
                                 is_mean_name(row));
  }
  for (const std::string& row : pages.rows) names.short_rows.push_back(line_name(row));
  names.pages = std::move(pages);
  for (const std::string& column : table.columns) {
    names.columns.push_back(line_name(column));
    names.is_total_column.push_back(is_total_name(column) || is_check_result(table, column) ||
                                    is_mean_name(column));
  }
  for (const SumLine& line : table.lines) {
    const WithheldCount& total = table.counts[line.total];
    const auto in_row = [&](std::size_t part) { return table.counts[part].row == total.row; };
    const bool by_row = std::all_of(line.parts.begin(), line.parts.end(), in_row);
    (by_row ? names.is_total_column[total.column] : names.is_total_row[total.row]) = true;
  }
  return names;
}

}  // namespace

LinkedTables::LinkedTables(std::span<const WithheldTable> tables, std::vector<PageLists> pages)
    : tables_(tables) {
  pages.resize(tables.size());
  for (std::size_t t = 0; t < tables.size(); ++t) {
    names_.push_back(names_of(tables[t], std::move(pages[t])));
    offsets_.push_back(linked_.counts.size());
    // Hours are nobody's secret, though a table may leave small numbers of them out.
    std::vector<bool> is_measure;
    for (const std::string& column : tables[t].columns) {
      is_measure.push_back(read_sentence_numbers(column).tells_measure);
    }
    for (const WithheldCount& count : tables[t].counts) {
      linked_.counts.push_back({count.known, count.is_secret && !is_measure[count.column]});
    }
    for (const SumLine& line : tables[t].lines) {
      LinkedSum sum;
      std::int64_t value = 0;
      bool is_known = tables[t].counts[line.total].has_value;
      for (const std::size_t part : line.parts) {
        sum.terms.push_back({id(t, part), 1});
        value += tables[t].counts[part].value;
        is_known &= tables[t].counts[part].has_value;
      }
      sum.terms.push_back({id(t, line.total), -1});
      // What does not add up is reported elsewhere, and known to who subtracts.
      value -= tables[t].counts[line.total].value;
      sum.least = sum.greatest = value;
      if (is_known) linked_.sums.push_back(std::move(sum));
    }
  }
}

LinkedTables::Where LinkedTables::where(std::size_t id) const {
  const auto after = std::upper_bound(offsets_.begin(), offsets_.end(), id);
  const auto table = static_cast<std::size_t>(after - offsets_.begin()) - 1;
  return {table, id - offsets_[table]};
}

void LinkedTables::tell(std::vector<SignedTerm> terms, std::int64_t least, std::int64_t greatest,
                        Teller teller) {
  const bool tells = std::any_of(terms.begin(), terms.end(), [&](const SignedTerm& term) {
    const WholeNumber& known = linked_.counts[term.variable].known;
    return known.low != known.high;
  });
  if (!tells) return;
  linked_.sums.push_back({std::move(terms), least, greatest, tellers_.size()});
  tellers_.push_back(std::move(teller));
}

void LinkedTables::tell_range(std::size_t table, std::size_t count, double least, double greatest,
                              Teller teller) {
  const WithheldCount& withheld = tables_[table].counts[count];
  if (!withheld.has_value || !(least <= greatest) || std::abs(greatest) > 1e9) return;
  constexpr double kRoom = 1e-9;
  const auto low =
      std::max(static_cast<std::int64_t>(std::ceil(least - kRoom)), withheld.known.low);
  const auto high =
      std::min(static_cast<std::int64_t>(std::floor(greatest + kRoom)), withheld.known.high);
  const bool is_true = low <= withheld.value && withheld.value <= high;
  if (!is_true || high - low + 1 >= kFewestValues) return;
  tell({{id(table, count), 1}}, low, high, std::move(teller));
}

bool agree_on_years(const std::vector<int>& a, const std::vector<int>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(),
                     [&](int year) { return std::find(b.begin(), b.end(), year) != b.end(); });
}

bool has_words_of(const PrintedContext& context, const LineName& name) {
  std::size_t shared = 0;
  for (const WordKey word : name.words) {
    const std::vector<WordKey>& words = context.said.words;
    if (std::binary_search(words.begin(), words.end(), word)) ++shared;
  }
  return shared > 0 && 2 * shared >= name.words.size();
}

Teller teller_of(const PrintedNumber& number, const PrintedContext& context, std::size_t table) {
  const SentenceNumber& said = number.number;
  std::string text = number_text(said.value, said.decimals);
  if (said.kind == QuantityKind::kTimes) text = fmt::format("{:.3g} times", said.value);
  if (said.kind == QuantityKind::kPercent || said.kind == QuantityKind::kFraction) {
    text = fmt::format("{:.3g}%", said.value);
  }
  if (!context.added.empty()) {
    return {TellerKind::kColumn, number.place, std::string(context.added), false};
  }
  const bool is_own = context.own == table;
  const TellerKind kind = context.is_cell ? TellerKind::kCell
                          : is_own        ? TellerKind::kOwnText
                                          : TellerKind::kText;
  return {kind, number.place, std::move(text), false};
}

void find_equal_counts(const AuditInput& input) {
  // Two tables of other things have the same rows and columns, too: what they are about must be the
  // same, or the measure.
  using Name = std::pair<std::vector<WordKey>, std::vector<int>>;
  using Key = std::pair<std::string, std::pair<Name, Name>>;
  std::map<std::pair<std::vector<WordKey>, Key>, std::vector<LinkedTables::Where>> by_name;
  LinkedTables& tables = input.tables;
  for (std::size_t t = 0; t < tables.tables().size(); ++t) {
    const WithheldTable& table = tables.tables()[t];
    for (std::size_t i = 0; i < table.counts.size(); ++i) {
      const WithheldCount& count = table.counts[i];
      const LineName& row = tables.names(t).rows[count.row];
      const LineName& column = tables.names(t).columns[count.column];
      if (!count.has_value || !table.is_grid) continue;
      Name a{row.words, row.years}, b{column.words, column.years};
      if (table.measures[count.row].empty() && b < a) std::swap(a, b);
      const std::string& measure = table.measures[count.row];
      const std::vector<WordKey> about =
          measure.empty() ? tables.names(t).about.words : std::vector<WordKey>();
      if (!measure.empty()) a = {};
      by_name[{about, {measure, {std::move(a), std::move(b)}}}].push_back({t, i});
    }
  }
  for (const auto& [name, found] : by_name) {
    for (std::size_t i = 1; i < found.size(); ++i) {
      const WithheldTable& table = tables.tables()[found[i].table];
      const WithheldCount& first = tables.tables()[found[0].table].counts[found[0].count];
      const WithheldCount& other = table.counts[found[i].count];
      if (found[i].table == found[0].table || first.value != other.value) continue;
      tables.tell({{tables.id(found[0].table, found[0].count), 1},
                   {tables.id(found[i].table, found[i].count), -1}},
                  0, 0, {TellerKind::kCell, table.row_places[other.row], table.rows[other.row]});
    }
  }
}

}  // namespace signpost
