#include "files/documents/spreadsheet.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "base/utf8.h"
#include "files/documents/package.h"
#include "files/documents/sheet_parts.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

// The last of each in a sheet (Excel's specifications and limits).
constexpr std::uint32_t kLastRow = 1'048'576;
constexpr std::uint32_t kLastColumn = 16'384;

std::optional<double> real_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

// Strings write a character that XML lacks as "_x000D_" (section 22.9.2.19, ST_Xstring).
std::string without_escapes(std::string text) {
  constexpr std::size_t kSize = 7;
  for (std::size_t i = text.find("_x"); i != std::string::npos; i = text.find("_x", i + 1)) {
    if (i + kSize > text.size() || text[i + kSize - 1] != '_') continue;
    std::uint32_t code = 0;
    const char* begin = text.data() + i + 2;
    const auto [end, error] = std::from_chars(begin, begin + 4, code, 16);
    if (error != std::errc() || end != begin + 4 || (code >= 0xD800 && code < 0xE000)) continue;
    std::string character;
    append_utf8(character, code);
    text.replace(i, kSize, character);
  }
  return text;
}

// Whether a number format shows days or times of day: a letter d, m, y, h or s of its own. What
// stands in quotes, after a backslash or in brackets (colours, languages, spans of time) is none.
bool is_day_format(std::string_view format) {
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '"' || c == '[') {
      i = format.find(c == '"' ? '"' : ']', i + 1);
      if (i == std::string_view::npos) return false;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (std::string_view("dmyhsDMYHS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

// The number formats that every workbook has (section 18.8.30), those of East Asia too.
bool is_built_in_day_format(std::uint32_t id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 ||
         (id >= 50 && id <= 58);
}

// The styles of cells that show days.
std::set<std::uint32_t> read_day_styles(Package& package) {
  std::map<std::uint32_t, bool> formats;
  std::set<std::uint32_t> styles;
  std::uint32_t style = 0;
  visit_xml(package.read("xl/styles.xml"), [&](const XmlElement& element) {
    if (element.name() == "numFmt") {
      formats[whole_number(element.attribute("numFmtId"))] =
          is_day_format(element.attribute("formatCode"));
    } else if (element.name() == "xf" && element.parent().name() == "cellXfs") {
      const std::uint32_t id = whole_number(element.attribute("numFmtId"));
      const auto own = formats.find(id);
      if (own == formats.end() ? is_built_in_day_format(id) : own->second) styles.insert(style);
      ++style;
    }
  });
  return styles;
}

// A text that is written once for all cells, or in a cell: pieces of it look different, and some
// tell how to read others aloud.
void add_piece(const XmlElement& element, std::string& text) {
  if (element.name() == "t" && !element.is_in("rPh")) text += without_escapes(element.text());
}

std::vector<std::string> read_shared_texts(Package& package) {
  std::vector<std::string> texts;
  visit_xml(package.read("xl/sharedStrings.xml"), [&](const XmlElement& element) {
    if (element.name() == "si") texts.emplace_back();
    if (!texts.empty()) add_piece(element, texts.back());
  });
  return texts;
}

// What the cells of all sheets share.
struct CellContext {
  std::vector<std::string> texts;
  std::set<std::uint32_t> day_styles;
  bool counts_from_1904 = false;
};

class SheetReader {
 public:
  SheetReader(const CellContext& context, Worksheet& sheet) : context_(context), sheet_(sheet) {}

  void visit(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "row") {
      begin_row(element);
    } else if (name == "c") {
      begin_cell(element);
    } else if (name == "v") {
      value_ = element.text();
    } else if (name == "f") {
      has_formula_ = true;
    } else if (name == "t" && element.is_in("is")) {
      add_piece(element, inline_text_);
    } else if (name == "mergeCell") {
      add_joined(element.attribute("ref"));
    } else if (element.parent().name() == "headerFooter") {
      sheet_.margins.push_back(element.text());
    }
  }

  // Returns whether all rows and cells are where a sheet has them.
  bool finish() {
    end_cell();
    return is_sound_;
  }

 private:
  void begin_row(const XmlElement& element) {
    end_cell();
    const std::uint32_t written = whole_number(element.attribute("r"));
    row_ = {written == 0 ? row_.number + (has_row_ ? 1 : 0) : written,
            is_hidden_line(element, "ht"),
            {}};
    if (row_.number > kLastRow) is_sound_ = false;
    has_row_ = true;
    column_ = 0;
  }

  void begin_cell(const XmlElement& element) {
    end_cell();
    const std::uint32_t written = column_number(element.attribute("r"));
    column_ = written == 0 ? column_ + 1 : written;
    if (column_ > kLastColumn) is_sound_ = false;
    type_ = element.attribute("t");
    style_ = whole_number(element.attribute("s"));
    value_.reset();
    inline_text_.clear();
    has_formula_ = false;
    has_cell_ = true;
  }

  void end_cell() {
    if (!has_cell_) return;
    has_cell_ = false;
    if (row_.number > kLastRow || column_ > kLastColumn) return;
    std::string text = cell_text();
    if (text.empty()) return;
    if (sheet_.rows.empty() || sheet_.rows.back().number != row_.number) {
      sheet_.rows.push_back({row_.number, row_.is_hidden, {}});
    }
    sheet_.rows.back().cells.push_back({column_, std::move(text)});
  }

  // Section 18.18.11, ST_CellType.
  std::string cell_text() {
    if (type_ == "inlineStr") return inline_text_;
    if (!value_ || value_->empty()) return has_formula_ && type_ != "str" ? "=" : "";
    if (type_ == "s") {
      const std::uint32_t i = whole_number(*value_);
      if (i < context_.texts.size()) return context_.texts[i];
      is_sound_ = false;
      return "";
    }
    if (type_ == "b") return *value_ == "0" ? "FALSE" : "TRUE";
    if (type_ == "str") return without_escapes(*value_);
    const std::optional<double> number = real_number(*value_);
    if (!number || type_ == "e" || type_ == "d") return *value_;
    if (context_.day_styles.contains(style_)) {
      if (std::string day = serial_day(*number, context_.counts_from_1904); !day.empty()) {
        return day;
      }
    }
    return fmt::format("{:.15g}", *number);
  }

  void add_joined(std::string_view range) {
    const std::string_view last = range.substr(std::min(range.find(':') + 1, range.size()));
    sheet_.joined.push_back(
        {row_number(range), row_number(last), column_number(range), column_number(last)});
  }

  const CellContext& context_;
  Worksheet& sheet_;
  SheetRow row_;
  std::string type_, inline_text_;
  std::optional<std::string> value_;
  std::uint32_t column_ = 0, style_ = 0;
  bool has_row_ = false, has_cell_ = false, has_formula_ = false, is_sound_ = true;
};

}  // namespace

std::string serial_day(double serial, bool counts_from_1904) {
  using std::chrono::days;
  using std::chrono::sys_days;
  constexpr double kEnd = 2'958'466;  // 1 January 10000
  constexpr double kMarch1900 = 61;   // Excel has a 29 February before it that never was
  constexpr std::int64_t kSecondsOfDay = 86'400;
  if (!(serial >= (counts_from_1904 ? 1 : kMarch1900)) || serial >= kEnd) return "";
  const std::int64_t seconds = std::llround(serial * static_cast<double>(kSecondsOfDay));
  const sys_days first = counts_from_1904
                             ? sys_days(std::chrono::year(1904) / std::chrono::January / 1)
                             : sys_days(std::chrono::year(1899) / std::chrono::December / 30);
  const Date day(first + days(seconds / kSecondsOfDay));
  const std::int64_t time = seconds % kSecondsOfDay;
  if (time == 0) return iso_date(day);
  return fmt::format("{}T{:02}:{:02}:{:02}", iso_date(day), time / 3600, time / 60 % 60, time % 60);
}

SheetCells read_sheets(Package& package) {
  SheetCells cells;
  const std::vector<SheetPart> parts = sheet_parts(package);
  visit_xml(package.read("xl/workbook.xml"), [&](const XmlElement& element) {
    if (element.name() == "workbookPr") {
      cells.counts_from_1904 = is_yes(element.attribute("date1904"));
    }
  });
  const CellContext context{read_shared_texts(package), read_day_styles(package),
                            cells.counts_from_1904};
  for (const SheetPart& part : parts) {
    Worksheet sheet{part.title, part.is_hidden, {}, {}, {}};
    SheetReader reader(context, sheet);
    const bool is_xml = visit_xml(package.read(part.part),
                                  [&](const XmlElement& element) { reader.visit(element); });
    if (!reader.finish() || !is_xml) cells.is_sound = false;
    cells.sheets.push_back(std::move(sheet));
  }
  return cells;
}

Workbook read_workbook(std::string_view bytes) {
  Package package(bytes);
  SheetCells cells = read_sheets(package);
  if (!cells.is_sound) package.fail("a sheet of it is damaged");
  return {std::move(cells.sheets), cells.counts_from_1904, package.damage()};
}

PackedTables unpack_tables(std::string_view bytes) {
  PackedTables tables;
  Package package(bytes);
  tables.is_workbook = package.has("xl/workbook.xml");
  tables.is_open_document = package.has("content.xml");
  for (const std::string& name : package.names()) {
    const std::string lower = ascii_lower(name);
    // macOS puts a shadow of each file into its archives.
    if (lower.starts_with("__macosx/")) continue;
    const bool is_table =
        lower.ends_with(".csv") || lower.ends_with(".tsv") || lower.ends_with(".xlsx");
    if (is_table) tables.names.push_back(name);
  }
  if (tables.names.size() == 1) tables.bytes = package.read(tables.names[0]);
  tables.damage = package.damage();
  return tables;
}

}  // namespace signpost
