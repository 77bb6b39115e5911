#include "data/csv_records.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "data/cell_text.h"

namespace signpost {
namespace {

// So many records tell what separates their cells.
constexpr std::size_t kSampledRecords = 50;

// "sep=;", the first line by which a spreadsheet is told the separator.
struct SeparatorLine {
  std::optional<char> separator;
  std::size_t size = 0;  // with its line end
};

SeparatorLine separator_line(std::string_view text) {
  const std::size_t end = text.find_first_of("\r\n");
  std::string_view line = text.substr(0, end);
  if (line.size() > 2 && line.starts_with('"') && line.ends_with('"')) {
    line = line.substr(1, line.size() - 2);
  }
  if (line.size() != 5 || ascii_lower(line.substr(0, 4)) != "sep=") return {};
  std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
  if (text.substr(0, size).ends_with('\r') && text.substr(size).starts_with('\n')) ++size;
  return {line[4], size};
}

// Splits the text into records.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator, std::string_view path,
               Diagnostics& diagnostics)
      : text_(text), separator_(separator), path_(path), diagnostics_(diagnostics) {
    offset_ = line_begin_ = separator_line(text).size;
    if (offset_ > 0) line_ = 2;
  }

  // At most `most` records, without empty lines.
  std::vector<CsvRecord> read(std::size_t most) {
    std::vector<CsvRecord> records;
    std::uint32_t number = 0;
    while (offset_ < text_.size() && records.size() < most && !is_too_wide_) {
      CsvRecord record{++number, line_, 0, {}};
      do {
        read_cell(record);
      } while (take(separator_));
      end_of_line();
      while (!record.cells.empty() && record.cells.back().text.empty()) record.cells.pop_back();
      if (!record.cells.empty() || record.cell_count > 1) records.push_back(std::move(record));
    }
    return records;
  }

 private:
  [[nodiscard]] bool at_end_of_line() const {
    return offset_ >= text_.size() || text_[offset_] == '\n' || text_[offset_] == '\r';
  }

  [[nodiscard]] bool at_end_of_cell() const {
    return at_end_of_line() || text_[offset_] == separator_;
  }

  bool take(char c) {
    if (offset_ >= text_.size() || text_[offset_] != c) return false;
    ++offset_;
    return true;
  }

  void end_of_line() {
    if (offset_ >= text_.size()) return;
    if (!take('\r') || !take('\n')) take('\n');
    ++line_;
    line_begin_ = offset_;
  }

  [[nodiscard]] std::uint32_t offset() const { return static_cast<std::uint32_t>(offset_); }

  void read_cell(CsvRecord& record) {
    if (++record.cell_count > kMostCsvColumns) {
      if (!is_too_wide_) {
        diagnostics_.add(
            "csv-layout", {std::string(path_), line_, 0, 0},
            fmt::format("row {} has more than {} cells, the most that a spreadsheet has",
                        record.number, kMostCsvColumns),
            "save the table alone, without the empty cells beside it");
      }
      is_too_wide_ = true;
    }
    CsvCell cell{"", line_, static_cast<std::uint32_t>(offset_ - line_begin_ + 1), offset(), 0};
    std::string text = take('"') ? quoted_cell() : plain_cell();
    if (is_too_wide_) return;
    cell.end = offset();
    cell.text = tidy_cell(text);
    record.cells.push_back(std::move(cell));
  }

  std::string plain_cell() {
    const std::size_t begin = offset_;
    while (!at_end_of_cell()) ++offset_;
    return std::string(text_.substr(begin, offset_ - begin));
  }

  std::string quoted_cell() {
    const Place opened{std::string(path_), line_, static_cast<std::uint32_t>(offset_ - line_begin_),
                       1};
    std::string value;
    while (offset_ < text_.size()) {
      const char c = text_[offset_++];
      if (c == '"' && !take('"')) {
        while (!at_end_of_cell() && (text_[offset_] == ' ' || text_[offset_] == '\t')) ++offset_;
        if (!at_end_of_cell()) {
          diagnostics_.add("csv-quote", opened, "text follows the closing quote of a cell",
                           "write a quote inside a cell twice: \"\"");
          while (!at_end_of_cell()) ++offset_;
        }
        return value;
      }
      value += c;
      const bool is_line_end =
          c == '\n' || (c == '\r' && (offset_ >= text_.size() || text_[offset_] != '\n'));
      if (is_line_end) {
        ++line_;
        line_begin_ = offset_;
      }
    }
    diagnostics_.add("csv-quote", opened, "a quoted cell is never closed",
                     "close it with \" before the next cell or the end of the line");
    return value;
  }

  std::string_view text_;
  char separator_;
  std::string_view path_;
  Diagnostics& diagnostics_;
  std::size_t offset_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
  bool is_too_wide_ = false;
};

// How many of the sampled records have the most frequent number of cells, and that number.
std::pair<std::size_t, std::size_t> regularity(std::string_view text, char separator) {
  Diagnostics ignored;
  std::map<std::size_t, std::size_t> records_by_length;
  for (const CsvRecord& record : RecordReader(text, separator, "", ignored).read(kSampledRecords)) {
    if (record.cell_count > 1) ++records_by_length[record.cell_count];
  }
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (const auto& [length, records] : records_by_length) {
    best = std::max(best, std::pair(records, length));
  }
  return best;
}

}  // namespace

std::optional<char> find_separator(std::string_view text) {
  if (const auto said = separator_line(text).separator) return said;
  std::pair<std::size_t, std::size_t> best{0, 0};
  std::optional<char> separator = ',';
  for (const char each : kCsvSeparators) {
    const auto found = regularity(text, each);
    if (found.first == 0) continue;
    if (found == best) separator = std::nullopt;
    if (found <= best) continue;
    best = found;
    separator = each;
  }
  return separator;
}

std::vector<CsvRecord> read_records(std::string_view text, char separator, std::string_view path,
                                    Diagnostics& diagnostics, std::size_t most) {
  return RecordReader(text, separator, path, diagnostics).read(most);
}

}  // namespace signpost
