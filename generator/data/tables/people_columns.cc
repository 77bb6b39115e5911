#include "data/tables/people_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "data/numbers.h"
#include "data/tables/lines.h"
#include "data/written_figure.h"

namespace signpost {
namespace {

// Words of figures that are worked out of counts.
bool is_called_derived(std::string_view text) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"%", "per cent", "percent", "share", "change", "rate", "proportion", "difference",
       "increase", "decrease", "growth", "rise", "fall"});
  const std::string lower = ascii_lower(text);
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// Whether the cells are whole numbers from 0 on, as counts are.
bool holds_whole_numbers(const DataTable& table, std::size_t column) {
  std::size_t count = 0;
  for (const TableRow& row : table.rows) {
    if (column >= row.cells.size()) continue;
    const WrittenFigure figure = read_figure(row.cells[column].text);
    if (figure.kind != FigureKind::kNumber) continue;
    const Number& number = figure.number;
    const bool is_count = !number.percent && number.decimals == 0 && figure.currency.empty();
    if (!is_count || number.value < 0) return false;
    ++count;
  }
  return count > 1;
}

// Whether a row that is called a total is the sum of those above it, and not 100.
bool has_total_of_counts(const DataTable& table, std::size_t column) {
  double sum = 0;
  for (const TableRow& row : table.rows) {
    if (column >= row.cells.size() || !row.cells[column].value) continue;
    const double value = *row.cells[column].value;
    if (is_total_name(row.cells[0].text) && value == sum && sum != 100 && sum > 0) return true;
    sum += value;
  }
  return false;
}

}  // namespace

std::optional<CountedPeople> people_of_column(const DataTable& table, std::size_t column) {
  const std::string& title = table.columns[column].title;
  if (!is_bare_head(ascii_lower(title))) return counted_people(title);
  const TableDescription& about = table.about;
  for (const std::string* text : {&about.unit, &about.caption, &about.base}) {
    if (is_called_derived(*text)) return std::nullopt;
    if (std::optional<CountedPeople> found = counted_people(*text)) return found;
  }
  return std::nullopt;
}

bool is_called_percentage_wrongly(const DataTable& table, std::size_t column) {
  const TableColumn& description = table.columns[column];
  if (description.percent == PercentKind::kNone || !description.base_key.empty()) return false;
  if (is_called_derived(description.title) || !people_of_column(table, column)) return false;
  if (!holds_whole_numbers(table, column)) return false;
  return description.percent == PercentKind::kChange || has_total_of_counts(table, column);
}

bool is_called_words_wrongly(const DataTable& table, std::size_t column) {
  const TableColumn& description = table.columns[column];
  const bool is_said = column > 0 && description.is_said && !description.numeric;
  if (!is_said || table.disclosure.people == PeopleCounts::kNone) return false;
  return people_of_column(table, column) && holds_whole_numbers(table, column);
}

void check_people_false(const DataTable& table, DisclosureProfile profile,
                        Diagnostics& diagnostics) {
  const DisclosurePlan& plan = table.disclosure;
  const std::string reason = ascii_lower(plan.people_reason);
  for (std::size_t c = 1; c < table.columns.size(); ++c) {
    if (!is_count_column(table, c)) continue;
    const std::optional<CountedPeople> column = people_of_column(table, c);
    const bool is_bare = is_bare_head(ascii_lower(table.columns[c].title));
    for (const TableRow& row : table.rows) {
      const std::optional<double>& value = row.cells[c].value;
      const bool is_small = value && is_whole_number(*value) && *value < 1e9 &&
                            is_small_count(std::llround(*value), profile);
      if (!is_small) continue;
      const std::optional<CountedPeople> people =
          column || !is_bare ? column : counted_people(row.cells[0].text);
      // The service may say what else complaints, or its own staff, are.
      const bool is_explained = people && people->kind != PeopleWord::kPerson &&
                                reason.find(people->word) != std::string::npos;
      if (!people || is_explained) continue;
      diagnostics.add(
          "disclosure-people-false", plan.people_place,
          fmt::format(
              "\"people: false\" lets every small count through, but \"{}\" in \"{}\" is one "
              "of \"{}\"",
              row.cells[0].text, table.columns[c].title, people->word),
          "write disclosure: suppress instead; if it counts something else, say so in the title of "
          "the column, such as \"Calls from families\"");
      return;
    }
  }
}

}  // namespace signpost
