#include "data/csv.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/characters.h"
#include "data/cell_text.h"
#include "data/csv_text.h"
#include "data/written_figure.h"

namespace signpost {
namespace {

// Mistakes of one kind that are named: one cause is behind all of them.
constexpr std::size_t kNamedMistakes = 5;
// A file with more mistakes than this is another file.
constexpr std::size_t kMostMistakes = 50;

bool is_filled(const CsvRecord& record, std::size_t i) {
  return i < record.cells.size() && !record.cells[i].text.empty();
}

std::size_t filled_count(const CsvRecord& record) {
  return static_cast<std::size_t>(
      std::ranges::count_if(record.cells, [](const CsvCell& cell) { return !cell.text.empty(); }));
}

bool holds_number(const CsvRecord& record) {
  return std::ranges::any_of(record.cells, [](const CsvCell& cell) {
    const FigureKind kind = read_figure(cell.text).kind;
    return kind == FigureKind::kNumber || kind == FigureKind::kUnclear;
  });
}

// Makes a file of records.
class CsvLayout {
 public:
  CsvLayout(std::vector<CsvRecord> records, CsvQuoting quoting, CsvFile& file,
            Diagnostics& diagnostics)
      : records_(std::move(records)), quoting_(quoting), file_(file), diagnostics_(diagnostics) {}

  void read() {
    file_.blank_row_count =
        std::erase_if(records_, [](const CsvRecord& record) { return record.cells.empty(); });
    if (records_.empty()) {
      return report("csv-empty", 0, 0, "the table has no columns",
                    "write the names of the columns in the first line");
    }
    find_columns();
    if (is_title() || is_double_head()) return;
    std::vector<CsvCell> header = cells_of(records_[0]);
    if (!check_names(header)) return;
    file_.header = std::move(header);
    for (std::size_t i = 1; i < records_.size(); ++i) add_row(records_[i]);
  }

 private:
  void report(std::string_view rule, std::uint32_t line, std::uint32_t column, std::string message,
              std::string help) {
    if (++mistake_count_ > kMostMistakes) return;
    diagnostics_.add(rule, {file_.path, line, column, 0}, std::move(message), std::move(help));
  }

  // The words of a cell in quotes, with a space before them; nothing where they may not be shown.
  [[nodiscard]] std::string quoted(std::string_view text) const {
    if (quoting_ == CsvQuoting::kQuotesNothing) return "";
    return fmt::format(" \"{}\"", shortened(text));
  }

  // Columns that hold nothing at all are not part of the table. Those that only rows longer than
  // the head have stay out, too: such a row is reported.
  void find_columns() {
    const std::size_t width = records_[0].cells.size();
    std::vector<bool> is_used(std::max(width, records_[0].cell_count));
    for (const CsvRecord& record : records_) {
      for (std::size_t i = 0; i < std::min(record.cells.size(), is_used.size()); ++i) {
        if (is_filled(record, i)) is_used[i] = true;
      }
    }
    for (std::size_t i = 0; i < is_used.size(); ++i) {
      if (is_used[i]) columns_.push_back(i);
    }
    width_ = is_used.size();
  }

  // The cells of the table's columns; one that the row lacks is empty.
  [[nodiscard]] std::vector<CsvCell> cells_of(const CsvRecord& record) const {
    std::vector<CsvCell> cells;
    cells.reserve(columns_.size());
    for (const std::size_t i : columns_) {
      if (i < record.cells.size()) {
        cells.push_back(record.cells[i]);
      } else {
        cells.push_back({.line = record.line});
      }
    }
    return cells;
  }

  // A first row with words in one cell above a table of more columns.
  bool is_title() {
    const CsvRecord& first = records_[0];
    const auto is_wide = [](const CsvRecord& record) { return filled_count(record) > 1; };
    const auto head = std::ranges::find_if(records_, is_wide);
    if (head == records_.begin() || head == records_.end()) return false;
    const bool is_alone = first.cell_count == 1;
    if (!is_alone && (!is_filled(first, 0) || holds_number(*head))) return false;
    if (2 * std::ranges::count_if(records_, is_wide) < std::ssize(records_)) return false;
    report("csv-layout", first.line, 1,
           fmt::format("row {}{} stands above the names of the columns", first.number,
                       quoted(first.cells.back().text)),
           "delete the row; its words can go under caption: in a YAML file beside the table");
    return true;
  }

  // Names in two rows, of which the first has gaps where cells were joined.
  bool is_double_head() {
    if (records_.size() < 2 || holds_number(records_[1])) return false;
    const CsvRecord& first = records_[0];
    const CsvRecord& second = records_[1];
    const bool has_gap = std::ranges::any_of(
        columns_, [&](std::size_t i) { return !is_filled(first, i) && is_filled(second, i); });
    const bool is_second_part = !is_filled(second, columns_[0]) || !is_filled(first, columns_[0]);
    if (!has_gap || !is_second_part || filled_count(second) < 2) return false;
    report("csv-layout", second.line, 0,
           fmt::format("rows {} and {} both name columns", first.number, second.number),
           "write one row of names, each with all of its words, and split joined cells");
    return true;
  }

  // Whether each column has a name of its own.
  bool check_names(const std::vector<CsvCell>& header) {
    std::size_t nameless = 0;
    std::map<std::string_view, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (!header[i].text.empty()) {
        by_name[header[i].text].push_back(i);
      } else if (++nameless <= kNamedMistakes) {
        report("csv-column-name", header[i].line, header[i].column,
               fmt::format("column {} has no name", columns_[i] + 1),
               "write what it holds in the first row, or delete the column");
      }
    }
    std::size_t twice = 0;
    for (const auto& [name, places] : by_name) {
      if (places.size() < 2 || ++twice > kNamedMistakes) continue;
      const CsvCell& second = header[places[1]];
      const std::string more =
          places.size() == 2 ? "" : fmt::format(", as have {} more", places.size() - 2);
      report("csv-column-name", second.line, second.column,
             fmt::format("columns {} and {} have the same name{}{}", columns_[places[0]] + 1,
                         columns_[places[1]] + 1, quoted(name), more),
             "give each column a name of its own");
    }
    return nameless == 0 && twice == 0;
  }

  void add_row(const CsvRecord& record) {
    if (record.cell_count == 1 && columns_.size() > 1) {
      return report("csv-layout", record.line, 0,
                    fmt::format("row {}{} has one cell: it is a note or a heading, no row of the "
                                "table",
                                record.number, quoted(record.cells[0].text)),
                    "delete it; a note can go under note: in a YAML file beside the table");
    }
    // Empty cells at the end are of no column.
    const bool is_as_long = record.cells.size() <= width_ &&
                            (record.cell_count >= width_ || record.cell_count > columns_.back());
    if (is_as_long) {
      file_.rows.push_back(cells_of(record));
      file_.row_numbers.push_back(record.number);
      return;
    }
    const std::size_t count = std::max(record.cells.size(), std::min(record.cell_count, width_));
    report("csv-ragged", record.line, 0,
           fmt::format("this row has {} cells, but the first line names {} columns", count, width_),
           "put cells that hold a separator in quotes, and leave a cell empty rather than out");
  }

  std::vector<CsvRecord> records_;
  std::vector<std::size_t> columns_;  // those that hold something, as the file counts them from 0
  std::size_t width_ = 0;             // cells of the first row
  std::size_t mistake_count_ = 0;
  CsvQuoting quoting_;
  CsvFile& file_;
  Diagnostics& diagnostics_;
};

// What turns letters round until it is closed may be closed in another cell: none of the two is
// whole where cells are shown by themselves.
void close_in_cells(std::vector<CsvRecord>& records, std::string_view path,
                    Diagnostics& diagnostics) {
  std::size_t reported = 0;
  for (CsvRecord& record : records) {
    for (CsvCell& cell : record.cells) {
      if (cell.text.find("\xE2\x81") == cell.text.npos) continue;  // U+2066 to U+2069
      for (const ForbiddenCharacter& each : find_forbidden_characters(cell.text)) {
        cell.text.replace(each.offset, each.size, each.size, ' ');
        if (++reported > kNamedMistakes) continue;
        report_forbidden_character(each.code_point, {std::string(path), cell.line, cell.column, 0},
                                   1, diagnostics);
      }
    }
  }
}

}  // namespace

CsvFile parse_csv(std::string_view bytes, std::string_view path, const CsvOptions& options,
                  Diagnostics& diagnostics) {
  CsvFile file;
  file.path = path;
  Diagnostics found;
  if (const std::optional<std::string> written =
          csv_text(bytes, path, CsvEncoding::kUnicode, found)) {
    const std::string text =
        without_break_hints(without_forbidden_characters(*written, path, 1, diagnostics));
    const std::optional<char> separator =
        options.separator ? options.separator : find_separator(text);
    if (separator) {
      std::vector<CsvRecord> records = read_records(text, *separator, path, found);
      close_in_cells(records, path, found);
      // After a quote in the wrong place nothing is where it seems to be.
      if (found.empty()) CsvLayout(std::move(records), options.quoting, file, found).read();
    } else {
      found.add("csv-layout", {file.path, 1, 0, 0},
                "it is not clear which character separates the cells: two would do",
                "write a first line that says it, such as sep=, or put cells that hold a , or ; in "
                "quotes");
    }
  }
  file.is_broken = !found.empty();
  diagnostics.append(std::move(found));
  return file;
}

}  // namespace signpost
