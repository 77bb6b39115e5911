#include "data/csv.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

struct Record {
  std::uint32_t line = 1;
  std::vector<CsvCell> cells;
};

// Splits the text into records; a record that is only an empty line is left out.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::string_view path, Diagnostics& diagnostics)
      : text_(text), path_(path), diagnostics_(diagnostics) {}

  std::vector<Record> read() {
    std::vector<Record> records;
    while (offset_ < text_.size()) {
      Record record{line_, {}};
      do {
        CsvCell place{"", line_, static_cast<std::uint32_t>(offset_ - line_begin_ + 1)};
        place.text = cell();
        record.cells.push_back(std::move(place));
      } while (take(','));
      end_of_line();
      const bool is_blank = record.cells.size() == 1 && record.cells[0].text.empty();
      if (!is_blank) records.push_back(std::move(record));
    }
    return records;
  }

 private:
  [[nodiscard]] bool at_end_of_line() const {
    return offset_ >= text_.size() || text_[offset_] == '\n' || text_[offset_] == '\r';
  }

  bool take(char c) {
    if (offset_ >= text_.size() || text_[offset_] != c) return false;
    ++offset_;
    return true;
  }

  void end_of_line() {
    take('\r');
    if (take('\n') || offset_ < text_.size()) {
      ++line_;
      line_begin_ = offset_;
    }
  }

  std::string cell() {
    if (!take('"')) {
      const std::size_t begin = offset_;
      while (!at_end_of_line() && text_[offset_] != ',') ++offset_;
      return std::string(trimmed(text_.substr(begin, offset_ - begin)));
    }
    return quoted_cell();
  }

  std::string quoted_cell() {
    const Place opened{std::string(path_), line_, static_cast<std::uint32_t>(offset_ - line_begin_),
                       1};
    std::string value;
    while (offset_ < text_.size()) {
      const char c = text_[offset_++];
      if (c == '"' && !take('"')) {
        if (!at_end_of_line() && text_[offset_] != ',') {
          diagnostics_.add("csv-quote", opened, "text follows the closing quote of a cell",
                           "write a quote inside a cell twice: \"\"");
          while (!at_end_of_line() && text_[offset_] != ',') ++offset_;
        }
        return value;
      }
      value += c;
      if (c == '\n') {
        ++line_;
        line_begin_ = offset_;
      }
    }
    diagnostics_.add("csv-quote", opened, "a quoted cell is never closed",
                     "close it with \" before the comma or the end of the line");
    return value;
  }

  std::string_view text_;
  std::string_view path_;
  Diagnostics& diagnostics_;
  std::size_t offset_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

CsvFile parse_csv(std::string_view text, std::string_view path, Diagnostics& diagnostics) {
  CsvFile file{std::string(path), {}, {}, {}};
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (find_invalid_utf8(text)) {
    diagnostics.add("file-encoding", {std::string(path), 0, 0, 0}, "the file is not UTF-8 text",
                    "save it again and choose \"CSV UTF-8\" as the format");
    return file;
  }
  std::vector<Record> records = CsvReader(text, path, diagnostics).read();
  if (records.empty()) {
    diagnostics.add("csv-empty", {std::string(path), 0, 0, 0}, "the table has no columns",
                    "write the names of the columns in the first line");
    return file;
  }
  file.header = std::move(records[0].cells);
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[i].cells.size() == file.header.size()) {
      file.rows.push_back(std::move(records[i].cells));
      file.row_numbers.push_back(static_cast<std::uint32_t>(i + 1));
      continue;
    }
    diagnostics.add(
        "csv-ragged", {std::string(path), records[i].line, 0, 0},
        fmt::format("this row has {} cells, but the first line names {} columns",
                    records[i].cells.size(), file.header.size()),
        "put cells that hold a comma in quotes, and leave a cell empty rather than out");
  }
  return file;
}

}  // namespace signpost
