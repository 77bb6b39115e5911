#include "data/evaluations/summary_rows.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.h"
#include "base/word_runs.h"
#include "data/evaluations/answer_table.h"
#include "data/evaluations/export_words.h"
#include "data/evaluations/reply_dates.h"
#include "data/evaluations/reply_rows.h"

namespace signpost {
namespace {

// Rows with a number in the column, so that a word in it is no number's.
constexpr std::size_t kEnoughNumbers = 3;

constexpr auto kSums = std::to_array<std::string_view>({"average", "averages", "avg", "count",
                                                        "counts", "mean", "means", "median", "sum",
                                                        "sums", "subtotal", "total", "totals"});
// Words that a reply may have, too.
constexpr auto kPerhapsSums = std::to_array<std::string_view>(
    {"all",     "base",        "deviation", "max",     "maximum", "min",        "minimum",
     "mode",    "n",           "number",    "overall", "percent", "percentage", "range",
     "replies", "respondents", "responses", "sd",      "stdev",   "summary",    "variance"});
constexpr auto kBesideSums = std::to_array<std::string_view>(
    {"answers", "dev", "error", "for", "forms", "grand", "in", "of", "people", "per", "question",
     "row", "score", "scores", "standard", "std", "the"});

enum class SumWord : std::uint8_t { kNone, kPerhaps, kSure };

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// What the whole cell says, its figures and signs left out.
SumWord sum_word(std::string_view cell) {
  const std::string plain = plain_answer(cell);
  const std::vector<std::string> words = word_runs(plain, [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
  if (words.empty()) return plain.find('%') == plain.npos ? SumWord::kNone : SumWord::kPerhaps;
  const bool is_score = words.size() == 1 && words[0].starts_with("score");
  SumWord found = is_score ? SumWord::kPerhaps : SumWord::kNone;
  if (words.size() > 1 && words[0] == "std") found = SumWord::kSure;
  for (const std::string& word : words) {
    if (is_among(word, kSums)) {
      found = SumWord::kSure;
    } else if (is_among(word, kPerhapsSums)) {
      found = std::max(found, SumWord::kPerhaps);
    } else if (!is_among(word, kBesideSums)) {
      return SumWord::kNone;
    }
  }
  return found;
}

bool has_figure(std::string_view cell) {
  return cell.find_first_of("0123456789") != std::string_view::npos;
}

// Whether all other rows have a number, a day, another such word or nothing in the column. `count`:
// how many have a number alone.
bool stands_alone(const ExportSheet& sheet, std::span<const std::size_t> records, std::size_t row,
                  std::size_t column, std::size_t& count) {
  for (const std::size_t i : records) {
    const std::string_view cell = record_cell(sheet.records[i], column);
    if (i == row || cell.empty()) continue;
    if (!has_figure(cell) && sum_word(cell) == SumWord::kNone) return false;
    if (plain_integer(plain_answer(cell))) ++count;
  }
  return true;
}

bool is_sum_cell(const ExportSheet& sheet, const ExportHeader& header,
                 std::span<const std::size_t> records, std::size_t row, std::size_t c,
                 bool is_first) {
  const std::string_view cell = record_cell(sheet.records[row], c);
  const SumWord word = sum_word(cell);
  if (word == SumWord::kSure && is_first) return true;
  const ExportColumn& column = header.columns[c];
  const bool is_of_numbers = column.kind == ColumnKind::kId || column.name.empty();
  if (word == SumWord::kNone && (!is_of_numbers || has_figure(cell))) return false;
  std::size_t numbers = 0;
  if (!stands_alone(sheet, records, row, c, numbers)) return false;
  return word != SumWord::kNone || numbers >= kEnoughNumbers;
}

bool is_empty_row(const CsvRecord& record) {
  return std::ranges::all_of(record.cells, [](const CsvCell& cell) { return cell.text.empty(); });
}

bool says_its_day(const CsvRecord& record, const ExportHeader& header) {
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    if (!header.columns[c].is_asked() && parse_written_date(record_cell(record, c), false)) {
      return true;
    }
  }
  return false;
}

}  // namespace

RowState row_state(const CsvRecord& record, const ExportHeader& header) {
  static constexpr std::string_view kTests[] = {
      "survey preview", "preview",       "survey test",  "test",           "spam",
      "test response",  "spam response", "preview spam", "offline preview"};
  // Qualtrics, "Response type", as numbers.
  static constexpr std::string_view kTestCodes[] = {"1", "2", "8", "9", "12", "17"};
  static constexpr std::string_view kUnfinished[] = {
      "partial",      "incomplete", "in progress",        "partially completed",
      "not finished", "abandoned",  "partially complete", "not completed"};
  const bool is_qualtrics = header.tool != nullptr && header.tool->name == "Qualtrics";
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    const ExportColumn& column = header.columns[c];
    if (column.kind != ColumnKind::kTool) continue;
    const std::string cell = plain_answer(record_cell(record, c));
    if (cell.empty()) continue;
    const std::string name = plain_question(column.name);
    const auto is_called = [&](std::string_view wanted) {
      return name == wanted || name.ends_with(": " + std::string(wanted));
    };
    if (is_called("finished") && (cell == "false" || cell == "0" || cell == "no")) {
      return RowState::kUnfinished;
    }
    if (!is_called("status") && !is_called("response type") && !is_called("response status")) {
      continue;
    }
    if (is_among(cell, kTests) || (is_qualtrics && is_among(cell, kTestCodes))) {
      return RowState::kTest;
    }
    if (is_among(cell, kUnfinished)) return RowState::kUnfinished;
  }
  return RowState::kReply;
}

std::vector<std::size_t> find_summary_rows(const ExportSheet& sheet, const ExportHeader& header,
                                           std::span<const std::size_t> records) {
  std::vector<std::size_t> rows;
  for (const std::size_t i : records) {
    bool is_first = true;
    for (std::size_t c = 0; c < header.columns.size(); ++c) {
      const ExportColumn& column = header.columns[c];
      const bool is_other = column.is_asked() || column.kind == ColumnKind::kWords;
      if (is_other || record_cell(sheet.records[i], c).empty()) continue;
      if (is_sum_cell(sheet, header, records, i, c, std::exchange(is_first, false))) {
        rows.push_back(i);
        break;
      }
    }
  }
  return rows;
}

std::vector<std::size_t> find_rows_after_gap(const ExportSheet& sheet, const ExportHeader& header,
                                             std::span<const std::size_t> records) {
  std::vector<std::size_t> rows;
  if (records.empty()) return rows;
  std::size_t gap = sheet.records.size();
  for (std::size_t i = records.front(); i < sheet.records.size(); ++i) {
    if (is_empty_row(sheet.records[i])) {
      gap = i;
      break;
    }
  }
  for (const std::size_t i : records) {
    if (i > gap && !says_its_day(sheet.records[i], header)) rows.push_back(i);
  }
  return rows;
}

}  // namespace signpost
