#include "data/evaluations/reply_rows.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/date.h"
#include "base/text.h"
#include "data/evaluations/day_column.h"
#include "data/evaluations/export_words.h"
#include "data/evaluations/summary_rows.h"

namespace signpost {
namespace {

// Rows that a message names.
constexpr std::size_t kNamedRows = 3;
// Words of somebody's own that are long enough to be theirs alone.
constexpr std::size_t kOwnWords = 20;
// Days from 1954 to 2119 as a spreadsheet counts them.
constexpr double kFirstSerial = 20'000;
constexpr double kLastSerial = 80'000;

std::optional<double> serial_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_serial = error == std::errc() && end == text.data() + text.size() &&
                         value >= kFirstSerial && value <= kLastSerial;
  return is_serial ? std::optional(value) : std::nullopt;
}

class RowFinder {
 public:
  RowFinder(const ExportSheet& sheet, const ExportHeader& header, const ResponseOptions& options,
            std::optional<bool> counts_from_1904)
      : sheet_(sheet), header_(header), options_(options), counts_from_1904_(counts_from_1904) {}

  ReplyRows find() {
    check_lengths();
    check_hidden();
    check_joined();
    find_answered();
    if (rows_.records.empty() && rows_.problems.empty()) {
      problem("the file has no replies", "put each reply on a row of its own below the questions");
    }
    check_sums();
    leave_repeats_out();
    leave_other_days_out();
    return std::move(rows_);
  }

 private:
  void problem(std::string message, std::string help) {
    rows_.problems.push_back({std::move(message), std::move(help)});
  }

  [[nodiscard]] std::uint32_t number_of(std::size_t record) const {
    return sheet_.records[record].number;
  }

  // A row with more cells than names, or cut off, has its answers in the wrong columns.
  void check_lengths() {
    const std::size_t width = header_.columns.size();
    const std::string again = export_again(header_.tool);
    std::size_t wrong = 0;
    for (std::size_t i = header_.first_reply; i < sheet_.records.size(); ++i) {
      const CsvRecord& record = sheet_.records[i];
      const bool is_short = sheet_.is_csv && record.cell_count < width && !record.cells.empty();
      if (record.cells.size() <= width && !is_short) continue;
      if (++wrong > kNamedRows) continue;
      const std::size_t count = std::max(record.cells.size(), std::min(record.cell_count, width));
      problem(fmt::format("line {}: this row has {} cell{}, but there are {} columns", record.line,
                          count, count == 1 ? "" : "s", width),
              "put cells that hold a separator in quotes, and leave a cell empty rather than out" +
                  again);
    }
    if (wrong > kNamedRows) {
      problem(fmt::format("{} more rows have other numbers of cells", wrong - kNamedRows),
              "put the first right");
    }
  }

  void check_hidden() {
    std::vector<std::uint32_t> hidden;
    for (std::size_t i = header_.first_reply; i < sheet_.records.size(); ++i) {
      if (sheet_.hidden_rows.contains(number_of(i))) hidden.push_back(number_of(i));
    }
    if (hidden.empty()) return;
    problem(fmt::format("the sheet hides {}", rows_text(hidden)),
            "show them (Data > Clear takes a filter away) if they are replies, else delete them");
  }

  void check_joined() {
    if (header_.first_reply >= sheet_.records.size()) return;
    const std::uint32_t first = number_of(header_.first_reply);
    std::vector<std::uint32_t> rows;
    for (const JoinedCells& cells : sheet_.joined) {
      if (cells.last_row >= first && cells.first_column <= header_.columns.size()) {
        rows.push_back(cells.first_row);
      }
    }
    if (rows.empty()) return;
    std::ranges::sort(rows);
    problem(fmt::format("cells are joined in {}, so that it is not clear whose answers they are",
                        rows_text(rows)),
            "choose Unmerge Cells, and write the answer into each of them");
  }

  [[nodiscard]] std::vector<std::uint32_t> numbers_of(std::span<const std::size_t> records) const {
    std::vector<std::uint32_t> rows;
    for (const std::size_t i : records) rows.push_back(number_of(i));
    return rows;
  }

  // A row of sums or means below the replies is none.
  void check_sums() {
    const std::vector<std::size_t> sums = find_summary_rows(sheet_, header_, rows_.records);
    if (!sums.empty()) {
      problem(fmt::format("{}: a sum of the others, and no reply", rows_text(numbers_of(sums))),
              "delete it");
    }
    std::vector<std::size_t> apart = find_rows_after_gap(sheet_, header_, rows_.records);
    std::erase_if(apart, [&](std::size_t i) { return std::ranges::find(sums, i) != sums.end(); });
    if (apart.empty()) return;
    problem(fmt::format("{}: an empty row stands above, so that this may be another table",
                        rows_text(numbers_of(apart))),
            "delete what is no reply, or the empty row");
  }

  void find_answered() {
    std::vector<std::uint32_t> tests, unfinished;
    for (std::size_t i = header_.first_reply; i < sheet_.records.size(); ++i) {
      const RowState state = row_state(sheet_.records[i], header_);
      if (state != RowState::kReply) {
        (state == RowState::kTest ? tests : unfinished).push_back(number_of(i));
        continue;
      }
      bool has_answer = false;
      const std::size_t width = std::min(sheet_.records[i].cells.size(), header_.columns.size());
      for (std::size_t c = 0; c < width; ++c) {
        has_answer = has_answer ||
                     (header_.columns[c].is_asked() && !record_cell(sheet_.records[i], c).empty());
      }
      (has_answer ? rows_.records : rows_.blank).push_back(i);
    }
    note_rows("rows of a preview, a test or spam, left out", tests);
    note_rows("replies that were not finished, left out", unfinished);
  }

  [[nodiscard]] std::optional<std::size_t> find_column(ColumnKind kind) const {
    for (std::size_t c = 0; c < header_.columns.size(); ++c) {
      const auto is_filled = [&](std::size_t i) {
        return !record_cell(sheet_.records[i], c).empty();
      };
      if (header_.columns[c].kind == kind && std::ranges::any_of(rows_.records, is_filled)) {
        return c;
      }
    }
    return std::nullopt;
  }

  // What the person wrote and chose, as one text; "" where there are no words of length.
  [[nodiscard]] std::string own_words(std::size_t i) const {
    std::string words, all;
    for (std::size_t c = 0; c < header_.columns.size(); ++c) {
      const ExportColumn& column = header_.columns[c];
      if (column.kind != ColumnKind::kWords && !column.is_asked()) continue;
      all += record_cell(sheet_.records[i], c);
      all += '\n';
      if (column.kind == ColumnKind::kWords) words += record_cell(sheet_.records[i], c);
    }
    return words.size() < kOwnWords ? "" : all;
  }

  // A row that is there twice with its ID is one reply; without an ID two people may have said the
  // same, so it is only told.
  void leave_repeats_out() {
    const auto is_before = [&](std::size_t a, std::size_t b) {
      const std::vector<CsvCell>& first = sheet_.records[a].cells;
      const std::vector<CsvCell>& second = sheet_.records[b].cells;
      return std::ranges::lexicographical_compare(first, second, {}, &CsvCell::text,
                                                  &CsvCell::text);
    };
    const std::optional<std::size_t> id_column = find_column(ColumnKind::kId);
    std::set<std::size_t, decltype(is_before)> known(is_before);
    std::set<std::string_view> ids;
    std::set<std::string> own;
    std::vector<std::uint32_t> repeated, same, same_id, same_words;
    const auto is_repeat = [&](std::size_t i) {
      const std::string_view id = id_column ? record_cell(sheet_.records[i], *id_column) : "";
      const bool is_new_id = id.empty() || ids.insert(id).second;
      if (!known.insert(i).second) {
        (id.empty() ? same : repeated).push_back(number_of(i));
        return !id.empty();
      }
      std::string words = own_words(i);
      if (!is_new_id) {
        same_id.push_back(number_of(i));
      } else if (!words.empty() && !own.insert(std::move(words)).second) {
        same_words.push_back(number_of(i));
      }
      return false;
    };
    std::erase_if(rows_.records, is_repeat);
    note_rows("rows that repeat an earlier one, ID and all, left out", repeated);
    note_rows("rows that are the same as an earlier one, counted; delete those that are one reply",
              same);
    note_rows("rows with the ID of an earlier one but other answers, counted", same_id);
    note_rows("rows with the answers and the comment of an earlier one, counted", same_words);
  }

  void note_rows(std::string_view what, const std::vector<std::uint32_t>& rows) {
    if (!rows.empty())
      rows_.notes.push_back(fmt::format("{}: {} ({})", what, rows.size(), rows_text(rows)));
  }

  void leave_other_days_out() {
    std::optional<std::size_t> column = find_column(ColumnKind::kDayEnded);
    if (!column) column = find_column(ColumnKind::kDayBegun);
    if (rows_.records.empty()) return;
    if (!column) {
      const std::vector<std::size_t> found = find_day_columns(sheet_, header_, rows_.records);
      if (found.size() > 1) return ask_for_day(found);
      if (found.empty()) {
        rows_.notes.emplace_back(
            "no column says when a reply was given: every reply is taken to be of the period");
        return;
      }
      column = found.front();
    }
    const std::string title = column_title(header_.columns[*column], *column);
    if (has_months(*column)) return split_by_months(*column, title);
    const std::vector<RowDate> dates = read_dates(*column, title);
    if (dates.size() != rows_.records.size()) return;  // reported
    const ColumnOrder found = find_date_order(dates, options_.period, options_.date_order);
    if (!found.message.empty()) {
      return problem(fmt::format("column {}: {}", title, found.message), found.help);
    }
    if (found.shown_by != 0) {
      rows_.notes.push_back(fmt::format("dates of {} have the {} first, as row {} shows", title,
                                        found.order == DateOrder::kDayFirst ? "day" : "month",
                                        found.shown_by));
    }
    split_by_period(dates, found.order, title);
  }

  void ask_for_day(std::span<const std::size_t> columns) {
    std::vector<std::string> titles;
    for (const std::size_t c : columns) titles.push_back(column_title(header_.columns[c], c));
    problem(fmt::format("several columns have dates: {}", fmt::join(titles, ", ")),
            "leave those that are not the day of the reply out with --ignore and their name");
  }

  [[nodiscard]] bool has_months(std::size_t column) const {
    return std::ranges::any_of(rows_.records, [&](std::size_t i) {
      return read_month_or_year(record_cell(sheet_.records[i], column)).has_value();
    });
  }

  // By months or years, each of which is whole within the period or outside.
  void split_by_months(std::size_t column, const std::string& title) {
    std::vector<std::size_t> inside;
    std::vector<std::uint32_t> unread, partly;
    for (const std::size_t i : rows_.records) {
      const auto span = read_month_or_year(record_cell(sheet_.records[i], column));
      const bool is_outside =
          span && (span->to < options_.period.from || span->from > options_.period.to);
      if (!span) {
        unread.push_back(number_of(i));
      } else if (is_outside) {
        rows_.outside.push_back(i);
      } else if (options_.period.has(span->from) && options_.period.has(span->to)) {
        inside.push_back(i);
      } else {
        partly.push_back(number_of(i));
      }
    }
    if (!unread.empty()) {
      problem(fmt::format("{}, column {}: the month cannot be read", rows_text(unread), title),
              "write it as May 2025, or count every row with --ignore and the name of the column");
    }
    if (!partly.empty()) {
      problem(fmt::format("{}, column {}: only a part of what it names is in the period",
                          rows_text(partly), title),
              "if all of them are of the period, leave the column out with --ignore and its name");
    }
    if (!unread.empty() || !partly.empty()) return;
    if (inside.empty()) {
      return problem(fmt::format("none of the {} replies is of the period {} by {}",
                                 rows_.records.size(), period_text(options_.period), title),
                     "type the period of the answers after --period");
    }
    rows_.records = std::move(inside);
    rows_.notes.push_back(
        fmt::format("replies outside the period by {}, left out: {}", title, rows_.outside.size()));
  }

  void split_by_period(const std::vector<RowDate>& dates, DateOrder order,
                       const std::string& title) {
    std::vector<std::size_t> inside;
    Date first = date_in(dates[0].date, order);
    Date last = first;
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const Date day = date_in(dates[i].date, order);
      first = std::min(first, day);
      last = std::max(last, day);
      (options_.period.has(day) ? inside : rows_.outside).push_back(rows_.records[i]);
    }
    rows_.records = std::move(inside);
    if (rows_.records.empty()) {
      return problem(fmt::format("none of the {} replies is of the period {}: by {} they are of {}",
                                 dates.size(), period_text(options_.period), title,
                                 first == last ? long_date(first) : period_text({first, last})),
                     "type the period of the answers after --period");
    }
    rows_.notes.push_back(
        fmt::format("replies outside the period by {}, left out: {}", title, rows_.outside.size()));
  }

  std::vector<RowDate> read_dates(std::size_t column, const std::string& title) {
    const std::string name = plain_question(header_.columns[column].name);
    const bool is_utc = name.find("(utc)") != std::string::npos;
    std::vector<RowDate> dates;
    std::vector<std::uint32_t> unread, numbers;
    for (const std::size_t i : rows_.records) {
      std::string text(record_cell(sheet_.records[i], column));
      if (const std::optional<double> serial = serial_in(text)) {
        if (!counts_from_1904_) {
          numbers.push_back(number_of(i));
          continue;
        }
        text = serial_day(*serial, *counts_from_1904_);
      }
      if (const auto date = parse_written_date(text, is_utc)) {
        dates.push_back({number_of(i), *date});
      } else {
        unread.push_back(number_of(i));
      }
    }
    if (!numbers.empty()) {
      problem(fmt::format("{}, column {}: the day is a spreadsheet's number of it",
                          rows_text(numbers), title),
              "show the column as dates before you save it as CSV, or give the workbook (.xlsx)");
    }
    if (!unread.empty()) {
      problem(
          fmt::format("{}, column {}: the date cannot be read", rows_text(unread), title),
          "write it as 2025-05-12, or count every row, whatever its date, with --ignore and the "
          "name of the column");
    }
    return dates;
  }

  const ExportSheet& sheet_;
  const ExportHeader& header_;
  const ResponseOptions& options_;
  std::optional<bool> counts_from_1904_;
  ReplyRows rows_;
};

}  // namespace

ReplyRows find_reply_rows(const ExportSheet& sheet, const ExportHeader& header,
                          const ResponseOptions& options, std::optional<bool> counts_from_1904) {
  return RowFinder(sheet, header, options, counts_from_1904).find();
}

std::string rows_text(const std::vector<std::uint32_t>& rows) {
  if (rows.size() == 1) return fmt::format("row {}", rows[0]);
  if (rows.size() <= kNamedRows) {
    return fmt::format("rows {} and {}", fmt::join(rows.begin(), rows.end() - 1, ", "),
                       rows.back());
  }
  return fmt::format("rows {} and {} more",
                     fmt::join(rows.begin(), rows.begin() + kNamedRows, ", "),
                     rows.size() - kNamedRows);
}

std::string_view record_cell(const CsvRecord& record, std::size_t column) {
  return column < record.cells.size() ? std::string_view(record.cells[column].text)
                                      : std::string_view();
}

}  // namespace signpost
