#include "data/evaluations/day_column.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "base/english.h"
#include "base/text.h"
#include "data/evaluations/answer_table.h"
#include "data/evaluations/export_words.h"
#include "data/evaluations/reply_dates.h"
#include "data/evaluations/reply_rows.h"

namespace signpost {
namespace {

using NameParts = std::span<const std::string_view>;

bool names_any(std::string_view name, NameParts words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return name.find(word) != name.npos; });
}

constexpr auto kOfBirth = std::to_array<std::string_view>({"birth", "born", "d.o.b"});
constexpr auto kOfDays =
    std::to_array<std::string_view>({"date", "day", "month", "time", "when", "year"});
constexpr auto kOfReply = std::to_array<std::string_view>(
    {"answer", "complet", "end", "finish", "receiv", "record", "repl", "respon", "submi"});
constexpr auto kOfBeginning =
    std::to_array<std::string_view>({"begin", "begun", "creat", "open", "sent", "start"});

// Whether the column is one of birthdays by its name.
bool is_of_birth(std::string_view name) { return name == "dob" || names_any(name, kOfBirth); }

std::optional<Period> month_of(int year, unsigned month) {
  if (year < 2000 || year > 2099 || month < 1 || month > 12) return std::nullopt;
  const std::chrono::year_month when{std::chrono::year(year), std::chrono::month(month)};
  return Period{when / 1, Date(when / std::chrono::last)};
}

// Whether every filled cell of the column is a day, or every one a month or a year, and half of the
// cells are filled.
bool has_days(const ExportSheet& sheet, std::size_t column, std::string_view name,
              std::span<const std::size_t> records) {
  std::size_t days = 0, spans = 0, filled = 0;
  for (const std::size_t i : records) {
    const std::string_view cell = record_cell(sheet.records[i], column);
    if (cell.empty()) continue;
    ++filled;
    const bool is_bare = cell.find_first_not_of("0123456789 ") == cell.npos;
    if (is_bare && !names_any(name, kOfDays)) return false;
    if (parse_written_date(cell, false)) ++days;
    if (read_month_or_year(cell)) ++spans;
  }
  return filled * 2 >= records.size() && filled > 0 && (days == filled || spans == filled);
}

}  // namespace

std::optional<Period> read_month_or_year(std::string_view cell) {
  const std::string plain = plain_answer(cell);
  const std::size_t mark = plain.find_first_of(" -/,");
  if (mark == plain.npos) {
    const std::optional<std::int64_t> year = plain_integer(plain);
    if (!year || *year < 2000 || *year > 2099) return std::nullopt;
    return Period{month_of(static_cast<int>(*year), 1)->from,
                  month_of(static_cast<int>(*year), 12)->to};
  }
  const std::string first = plain.substr(0, mark);
  const std::string second(trimmed(std::string_view(plain).substr(mark + 1)));
  const auto number = [](std::string_view text) {
    if (text.starts_with('0')) text.remove_prefix(1);
    return static_cast<int>(plain_integer(text).value_or(0));
  };
  if (const std::optional<unsigned> month = english_month_by_beginning(first)) {
    const int year = number(second);
    const bool is_short = second.size() == 2 && plain[mark] == '-';  // "May-25", as Excel shows it
    return month_of(is_short ? 2000 + year : year, *month);
  }
  if (first.size() == 4) return month_of(number(first), static_cast<unsigned>(number(second)));
  return second.size() == 4 ? month_of(number(second), static_cast<unsigned>(number(first)))
                            : std::nullopt;
}

std::vector<std::size_t> find_day_columns(const ExportSheet& sheet, const ExportHeader& header,
                                          std::span<const std::size_t> records) {
  std::vector<std::size_t> all, of_reply, not_begun;
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    const ExportColumn& column = header.columns[c];
    if (column.kind != ColumnKind::kUnknown && column.kind != ColumnKind::kTool) continue;
    const std::string name = plain_question(column.name);
    if (is_of_birth(name) || !has_days(sheet, c, name, records)) continue;
    all.push_back(c);
    if (names_any(name, kOfReply)) of_reply.push_back(c);
    if (!names_any(name, kOfBeginning)) not_begun.push_back(c);
  }
  if (of_reply.size() == 1) return of_reply;
  return not_begun.size() == 1 ? not_begun : all;
}

}  // namespace signpost
