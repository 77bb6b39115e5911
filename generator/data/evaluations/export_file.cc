#include "data/evaluations/export_file.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/characters.h"
#include "data/cell_text.h"
#include "data/csv_text.h"

namespace signpost {
namespace {

// The names of the columns are looked for in so many rows.
constexpr std::size_t kFirstRecords = 30;
// Cells of a workbook's sheet, empty ones too, of which a few can make very many.
constexpr std::size_t kMostCells = 8'000'000;

constexpr char kSaveAsWorkbook[] =
    "open it in the spreadsheet and choose File > Save As > \"Excel Workbook (.xlsx)\", without a "
    "password";

void add_problems(const Diagnostics& diagnostics, ExportFile& file) {
  for (const Diagnostic& each : diagnostics.all()) {
    const std::string where = each.place.line == 0 ? "" : fmt::format("line {}: ", each.place.line);
    file.problems.push_back({where + each.message, each.help});
  }
}

// The separator by which most columns are known; of two, the one that the rows' lengths speak for.
char choose_separator(std::string_view text, const KnownColumns& known_columns) {
  using Merit = std::tuple<std::size_t, bool, bool>;
  const char usual = find_separator(text).value_or(',');
  Merit best{0, false, false};
  char chosen = usual;
  for (const char separator : kCsvSeparators) {
    Diagnostics ignored;
    const std::vector<CsvRecord> records =
        read_records(text, separator, "", ignored, kFirstRecords);
    const bool separates = !records.empty() && records[0].cell_count > 1;
    // Of a single question the only ";" are those between choices.
    const Merit merit{known_columns(records), separates, separates && separator == usual};
    if (std::get<0>(merit) == 0 || merit <= best) continue;
    best = merit;
    chosen = separator;
  }
  return std::get<0>(best) > 0 && !std::get<1>(best) ? ',' : chosen;
}

void read_csv(std::string_view bytes, const KnownColumns& known_columns, ExportFile& file) {
  Diagnostics found;
  const std::optional<std::string> written =
      csv_text(bytes, "", CsvEncoding::kUnicodeOrWindows, found);
  add_problems(found, file);
  if (!written) return;
  // Characters that may not be published stand in people's own words, which never are.
  Diagnostics ignored;
  const std::string text =
      without_break_hints(without_forbidden_characters(*written, "", 1, ignored));
  Diagnostics broken;
  ExportSheet sheet;
  sheet.records = read_records(text, choose_separator(text, known_columns), "", broken);
  add_problems(broken, file);
  // After a quote in the wrong place nothing is where it seems to be.
  if (broken.empty()) file.sheets.push_back(std::move(sheet));
}

// Returns nothing where the sheet is too large.
std::optional<ExportSheet> sheet_of(Worksheet&& worksheet) {
  ExportSheet sheet{std::move(worksheet.title), worksheet.is_hidden, false, {}, {}, {}};
  std::size_t cell_count = 0;
  for (SheetRow& row : worksheet.rows) {
    if (row.is_hidden) sheet.hidden_rows.insert(row.number);
    std::uint32_t last = 0;
    for (const SheetCell& cell : row.cells) last = std::max(last, cell.column);
    cell_count += last;
    if (cell_count > kMostCells) return std::nullopt;
    CsvRecord record{row.number, row.number, last, {}};
    record.cells.resize(last);
    for (std::uint32_t i = 0; i < last; ++i) {
      record.cells[i].line = row.number;
      record.cells[i].column = i + 1;
    }
    for (const SheetCell& cell : row.cells)
      record.cells[cell.column - 1].text = tidy_cell(cell.text);
    while (!record.cells.empty() && record.cells.back().text.empty()) record.cells.pop_back();
    sheet.records.push_back(std::move(record));
  }
  sheet.joined = std::move(worksheet.joined);
  return sheet;
}

void read_workbook_file(std::string_view bytes, ExportFile& file) {
  Workbook workbook = read_workbook(bytes);
  file.counts_from_1904 = workbook.counts_from_1904;
  if (!workbook.damage.empty()) {
    file.problems.push_back(
        {fmt::format("the workbook cannot be read: {}", workbook.damage), kSaveAsWorkbook});
    return;
  }
  for (Worksheet& worksheet : workbook.sheets) {
    if (std::optional<ExportSheet> sheet = sheet_of(std::move(worksheet))) {
      file.sheets.push_back(std::move(*sheet));
      continue;
    }
    file.problems.push_back({"a sheet of the workbook has more cells than can be read",
                             "save the answers alone, as CSV"});
    return;
  }
}

enum class Wrapping : std::uint8_t { kNone, kArchive };

void read_bytes(std::string_view bytes, Wrapping wrapping, const KnownColumns& known_columns,
                ExportFile& file) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    file.problems.push_back(
        {"the file is an old workbook (.xls), or one with a password", kSaveAsWorkbook});
    return;
  }
  if (!bytes.starts_with("PK\x03\x04")) return read_csv(bytes, known_columns, file);
  const PackedTables packed = unpack_tables(bytes);
  if (!packed.damage.empty()) {
    file.problems.push_back({fmt::format("the file cannot be read: {}", packed.damage),
                             "export the answers again, as .xlsx or CSV"});
  } else if (packed.is_workbook) {
    read_workbook_file(bytes, file);
  } else if (packed.is_open_document) {
    file.problems.push_back({"the file is an OpenDocument spreadsheet (.ods)",
                             "open it and choose File > Save As > \"Excel 2007-365 (.xlsx)\""});
  } else if (packed.names.size() == 1 && wrapping == Wrapping::kNone) {
    read_bytes(packed.bytes, Wrapping::kArchive, known_columns, file);
  } else if (packed.names.size() > 1) {
    file.problems.push_back(
        {fmt::format("the file is an archive with {} tables", packed.names.size()),
         "unpack it, and give the table with a row for each reply"});
  } else {
    file.problems.push_back({"the file is an archive or a document, and no table of answers",
                             "export the answers as .xlsx or CSV"});
  }
}

}  // namespace

ExportFile read_export_file(std::string_view bytes, const KnownColumns& known_columns) {
  ExportFile file;
  read_bytes(bytes, Wrapping::kNone, known_columns, file);
  if (!file.problems.empty()) file.sheets.clear();
  return file;
}

}  // namespace signpost
