#include "data/tables/told_names.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "data/tables/lines.h"
#include "data/tables/people_columns.h"
#include "disclosure/counts_in_names.h"

namespace signpost {
namespace {

// How many people one is, by the column's title: 100 of "Families in hundreds".
double unit_of(std::string_view title) {
  static constexpr std::pair<std::string_view, double> kUnits[] = {
      {"in thousands", 1000}, {"(thousands)", 1000}, {"'000", 1000},      {"000s", 1000},
      {"(000)", 1000},        {"in hundreds", 100},  {"(hundreds)", 100}, {"in tens", 10},
      {"(tens)", 10},         {"in dozens", 12},     {"(dozens)", 12}};
  const std::string lower = ascii_lower(title);
  for (const auto& [words, unit] : kUnits) {
    if (lower.find(words) != std::string::npos) return unit;
  }
  return 1;
}

class NameCheck {
 public:
  NameCheck(const DataTable& table, DisclosureProfile profile, Diagnostics& diagnostics)
      : table_(table), profile_(profile), diagnostics_(diagnostics) {}

  void check() {
    const TableDescription& about = table_.about;
    const Place file{table_.path, 0, 0, 0};
    look_at(about.caption, about.places.empty() ? file : about.places.front());
    look_at(about.note, file);
    for (std::string_view rest = about.note; !rest.empty();) {
      const std::size_t end = std::min(rest.find(". "), rest.size());
      report(find_count_in_sentence(rest.substr(0, end), profile_), file);
      rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    look_at(about.unit, file);
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      // The audit looks for what is hidden in it.
      if (!hides_something_in(c)) look_at(table_.columns[c].title, file);
    }
    for (const TableRow& row : table_.rows) {
      for (std::size_t c = 0; c < row.cells.size() && c < table_.columns.size(); ++c) {
        const TableCell& cell = row.cells[c];
        const Place place{row.path, cell.line, cell.column,
                          static_cast<std::uint32_t>(cell.text.size())};
        if (c == 0 || !table_.columns[c].numeric) {
          look_at(cell.text, place);
        } else if (cell.value) {
          look_at_unit(row, c, place);
        }
      }
    }
  }

 private:
  [[nodiscard]] bool hides_something_in(std::size_t column) const {
    return std::ranges::any_of(table_.rows, [&](const TableRow& row) {
      return column < row.cells.size() && row.cells[column].symbol == "c";
    });
  }

  void look_at(std::string_view text, const Place& place) {
    report(find_count_in_name(text, profile_), place);
  }

  void report(const std::optional<std::string>& shown, const Place& place) {
    if (!shown) return;
    diagnostics_.add(
        "disclosure-small-count", place,
        fmt::format(
            "what \"\xE2\x80\xA6\" stands for in \"{}\" is a count of 1 to {}, which may tell who "
            "the people are",
            *shown, disclosure_threshold(profile_) - 1),
        "take it out of the words, or give it a row of its own, which is looked after");
  }

  void look_at_unit(const TableRow& row, std::size_t column, const Place& place) {
    const std::string& title = table_.columns[column].title;
    const double unit = unit_of(title);
    if (unit == 1 || !people_of_column(table_, column)) return;
    const double people = *row.cells[column].value * unit;
    constexpr double kMost = 1e9;
    if (people > kMost || !is_small_count(std::llround(people), profile_)) return;
    diagnostics_.add("disclosure-small-count", place,
                     fmt::format("\"{}\" in \"{}\" is a count of 1 to {}, which may tell who the "
                                 "people are",
                                 row.cells[0].text, title, disclosure_threshold(profile_) - 1),
                     "write the people themselves, one by one, and disclosure: suppress");
  }

  const DataTable& table_;
  DisclosureProfile profile_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_told_names(const DataTable& table, DisclosureProfile profile, Diagnostics& diagnostics) {
  bool counts_people = table.disclosure.protects || table.disclosure.people == PeopleCounts::kSome;
  for (std::size_t c = 1; c < table.columns.size(); ++c) {
    counts_people = counts_people || people_of_column(table, c).has_value();
  }
  if (counts_people) NameCheck(table, profile, diagnostics).check();
}

std::string_view pair_in_cell(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == 0 || slash == std::string_view::npos || slash + 1 == text.size()) return "";
  const auto is_figures = [](std::string_view part) {
    return std::ranges::all_of(part, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
  };
  const bool is_pair = is_figures(text.substr(0, slash)) && is_figures(text.substr(slash + 1));
  return is_pair ? "holds two figures" : "";
}

}  // namespace signpost
