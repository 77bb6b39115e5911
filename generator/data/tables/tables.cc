#include "data/tables/tables.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_map.h"
#include "data/cell_text.h"
#include "data/numbers.h"
#include "data/tables/cells.h"
#include "data/tables/people_columns.h"
#include "data/tables/protection.h"
#include "data/tables/row_names.h"
#include "data/tables/rules.h"

namespace signpost {
namespace {

YamlMapSource source_of(std::string_view path) {
  return {path, kDataRules, "see \"Tables and charts\" in content/README.md"};
}

PercentKind read_percent(const YamlMap& column) {
  const std::string value = column.text("percent");
  if (value == "change") return PercentKind::kChange;
  if (value == "true" || value == "yes") return PercentKind::kShare;
  if (!value.empty() && value != "false" && value != "no") {
    column.wrong("percent",
                 fmt::format("\"percent\" must be true, false or change, but it is \"{}\"", value),
                 "write true for shares of a whole, change for how much more or less");
  }
  return PercentKind::kNone;
}

std::vector<TableColumn> read_columns(std::span<const YamlNode> items, const std::string& path,
                                      Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"key",     "title",    "numeric",
                                               "percent", "negative", "base"};
  std::vector<TableColumn> result;
  std::set<std::string, std::less<>> names;
  for (const YamlNode& item : items) {
    const YamlMap reader(item, "a column", source_of(path), kKeys, diagnostics);
    TableColumn column;
    column.key = reader.required_text("key");
    column.title = reader.required_text("title");
    column.percent = read_percent(reader);
    column.numeric = reader.yes_or_no("numeric") || column.percent != PercentKind::kNone;
    column.negative = reader.yes_or_no("negative");
    column.base_key = reader.text("base");
    column.is_said = reader.find("numeric") != nullptr || column.numeric;
    // A name is looked for among both.
    bool is_taken = false;
    for (const std::string_view key : {"key", "title"}) {
      const std::string name = key == "key" ? column.key : column.title;
      if (is_taken || name.empty() || !names.contains(name)) continue;
      is_taken = true;
      diagnostics.add("data-duplicate", reader.place(key),
                      fmt::format("the {} \"{}\" is that of two columns", key, name),
                      "give each column a key and a title of its own");
    }
    if (is_taken) continue;
    names.insert(column.key);
    names.insert(column.title);
    result.push_back(std::move(column));
  }
  return result;
}

// One row as a map of keys or as a list in the order of the columns.
TableRow read_row(const YamlNode& item, const DataTable& table, Diagnostics& diagnostics) {
  TableRow row;
  row.path = table.path;
  if (item.type == YamlType::kList) {
    for (const YamlNode& cell : item.items) {
      row.cells.push_back({tidy_cell(cell.text), {}, 0, {}, cell.line, cell.column});
      if (cell.type != YamlType::kList && cell.type != YamlType::kMap) continue;
      diagnostics.add("data-type", {table.path, cell.line, cell.column, 0},
                      fmt::format("cell {} of the row is a {}, not a figure or words",
                                  row.cells.size(), cell.type == YamlType::kList ? "list" : "map"),
                      "write one figure or words in each cell; put words with : or [ in quotes");
    }
    if (row.cells.size() != table.columns.size()) {
      diagnostics.add("csv-ragged", {table.path, item.line, item.column, 0},
                      fmt::format("this row has {} cells, but the table has {} columns",
                                  row.cells.size(), table.columns.size()),
                      "write a cell for each column, and x for what is not known");
      row.cells.resize(table.columns.size());
    }
    return row;
  }
  std::vector<std::string_view> keys = {"measure"};
  for (const TableColumn& column : table.columns) keys.push_back(column.key);
  const YamlMap reader(item, "a row", source_of(table.path), keys, diagnostics);
  row.measure = reader.text("measure");
  for (const TableColumn& column : table.columns) {
    const Place place = reader.place(column.key);
    row.cells.push_back({tidy_cell(reader.text(column.key)), {}, 0, {}, place.line, place.column});
  }
  return row;
}

// Where each column of the table stands in the CSV file; columns that are missing are reported.
std::vector<std::optional<std::size_t>> match_header(const DataTable& table, const CsvFile& file,
                                                     Diagnostics& diagnostics) {
  std::map<std::string_view, std::size_t> by_name;
  for (std::size_t i = 0; i < file.header.size(); ++i) by_name.emplace(file.header[i].text, i);
  std::vector<std::optional<std::size_t>> places;
  for (const TableColumn& column : table.columns) {
    std::optional<std::size_t>& place = places.emplace_back();
    for (const std::string& name : {column.key, column.title}) {
      const auto found = by_name.find(name);
      if (!place && found != by_name.end()) place = found->second;
    }
    if (place || file.header.empty()) continue;
    std::vector<std::string_view> names;
    for (const CsvCell& cell : file.header) names.push_back(cell.text);
    diagnostics.add(
        "data-header", {file.path, file.header[0].line, 1, 0},
        fmt::format("no column \"{}\", which {} asks for", column.key, table.path),
        did_you_mean_or(column.title, names,
                        fmt::format("the columns of the file are: {}", fmt::join(names, ", "))));
  }
  return places;
}

// Returns whether two files of one table have the same columns; else reports the first that they
// call differently.
bool have_same_header(const CsvFile& first, const CsvFile& other, Diagnostics& diagnostics) {
  const std::size_t count = std::max(first.header.size(), other.header.size());
  for (std::size_t i = 0; i < count; ++i) {
    const bool in_first = i < first.header.size();
    const bool in_other = i < other.header.size();
    if (in_first && in_other && first.header[i].text == other.header[i].text) continue;
    const std::string here = in_other ? "\"" + other.header[i].text + "\"" : "missing";
    const std::string there = in_first ? "\"" + first.header[i].text + "\"" : "missing";
    const std::uint32_t column = in_other ? other.header[i].column : 0;
    diagnostics.add(
        "data-header", {other.path, 1, column, 0},
        fmt::format("column {} is {} here, but {} in {}", i + 1, here, there, first.path),
        "give the files of one table the same columns in the same order");
    return false;
  }
  return true;
}

void append_csv_rows(const CsvFile& file, DataTable& table, Diagnostics& diagnostics) {
  table.is_broken |= file.is_broken;
  if (file.header.size() == 1) {
    diagnostics.add("csv-layout", {file.path, file.header[0].line, 1, 0},
                    "the table has one column, the names of its rows",
                    "separate its cells with commas, or save it as CSV again");
    table.is_broken = true;
    return;
  }
  const auto places = match_header(table, file, diagnostics);
  const auto is_missing = [](const std::optional<std::size_t>& place) { return !place; };
  table.is_broken |= std::ranges::any_of(places, is_missing);
  for (const std::vector<CsvCell>& cells : file.rows) {
    TableRow& row = table.rows.emplace_back();
    row.path = file.path;
    for (const std::optional<std::size_t>& place : places) {
      TableCell& cell = row.cells.emplace_back();
      if (!place) continue;
      cell.text = cells[*place].text;
      cell.line = cells[*place].line;
      cell.column = cells[*place].column;
    }
  }
}

// The items of a list, or the one text.
std::span<const YamlNode> texts_of(const YamlNode& node) {
  if (node.type == YamlType::kList) return node.items;
  return {&node, 1};
}

// The CSV files that `rows_from` names: one name or a list of them.
std::vector<const CsvFile*> named_files(const YamlNode& node, const std::string& path,
                                        const CsvFiles& csv_files, Diagnostics& diagnostics) {
  std::vector<const CsvFile*> files;
  std::vector<std::string_view> names;
  for (const auto& [name, file] : csv_files) names.push_back(name);
  for (const YamlNode& item : texts_of(node)) {
    const std::string name(trimmed(item.text));
    const auto found = csv_files.find(name);
    if (item.type == YamlType::kScalar && found != csv_files.end()) {
      files.push_back(&found->second);
      continue;
    }
    diagnostics.add(
        "data-file-missing",
        {path, item.line, item.column, static_cast<std::uint32_t>(item.text.size())},
        fmt::format("no CSV file \"{}\" in content/_data", name),
        did_you_mean_or(name, names,
                        "put a file such as contacts.csv into content/_data and write its name"));
  }
  return files;
}

void read_rows(const YamlMap& reader, const CsvFiles& csv_files, DataTable& table,
               Diagnostics& diagnostics) {
  const YamlNode* rows_from = reader.find("rows_from");
  if (rows_from == nullptr) {
    reader.required("rows");
    if (table.columns.empty()) return;
    for (const YamlNode& item : reader.list("rows")) {
      table.rows.push_back(read_row(item, table, diagnostics));
    }
    return;
  }
  const auto files = named_files(*rows_from, table.path, csv_files, diagnostics);
  const bool described = !table.columns.empty();
  for (const CsvFile* file : files) {
    if (!described && table.columns.empty()) table.columns = columns_of(*file);
    if (have_same_header(*files[0], *file, diagnostics)) append_csv_rows(*file, table, diagnostics);
  }
}

void read_base(const YamlMap& reader, DataTable& table) {
  table.about.base = reader.text("base");
  if (const std::optional<Number> number = find_number(table.about.base)) {
    table.base_number = number->value;
    if (parse_number(table.about.base))
      table.about.base = number_text(number->value, number->decimals);
  }
}

// Finds out which columns hold figures and reads them.
void read_figures(DataTable& table, Diagnostics& diagnostics) {
  Diagnostics found;
  find_numeric_columns(table);
  check_row_names(table, found);
  read_cells(table, found);
  table.is_broken |= !found.empty();
  diagnostics.append(std::move(found));
}

// Without the number that they are of, nobody can say which percentages may be shown.
void check_base_columns(const DataTable& table, Diagnostics& diagnostics) {
  for (const TableColumn& column : table.columns) {
    if (column.base_key.empty()) continue;
    const std::optional<std::size_t> base = find_column(table.columns, column.base_key);
    if (base && table.columns[*base].numeric) continue;
    diagnostics.add("data-check", {table.path, 0, 0, 0},
                    fmt::format("no column of figures \"{}\", which \"{}\" has as its base",
                                column.base_key, column.key),
                    "write the key of the column with the number that each share is of");
  }
}

// Counts that nobody recognises are not protected.
void check_has_figures(const DataTable& table, const YamlMap& reader, Diagnostics& diagnostics) {
  const DisclosurePlan& plan = table.disclosure;
  const std::string_view asked = plan.protects                        ? "disclosure"
                                 : plan.people == PeopleCounts::kSome ? "people"
                                                                      : "";
  const bool has_figures =
      std::ranges::any_of(table.columns, [](const TableColumn& column) { return column.numeric; });
  if (asked.empty() || has_figures || table.columns.empty()) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (!is_called_words_wrongly(table, c)) continue;
      diagnostics.add(
          "disclosure-no-figures", reader.place("columns"),
          fmt::format("\"{}\" is said to hold words, but its cells are counts of people, "
                      "which nothing protects",
                      table.columns[c].title),
          "take numeric: false out of the column");
    }
    return;
  }
  diagnostics.add(
      "disclosure-no-figures", reader.place(asked),
      fmt::format("\"{}\" has nothing to protect: no column of the table holds figures", asked),
      "write digits in the column with the counts and give it numeric: true");
}

}  // namespace

bool is_table(const YamlNode& root) {
  return root.find("columns") != nullptr || root.find("rows_from") != nullptr;
}

std::vector<std::string> row_files(const YamlNode& root) {
  std::vector<std::string> names;
  const YamlNode* rows_from = root.find("rows_from");
  if (rows_from == nullptr) return names;
  for (const YamlNode& item : texts_of(*rows_from)) names.emplace_back(trimmed(item.text));
  return names;
}

DataTable read_table(const YamlNode& root, const std::string& path, const CsvFiles& csv_files,
                     Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {
      "caption",    "columns",       "rows",       "rows_from", "source", "period",
      "looks_back", "base",          "unit",       "note",      "checks", "claims",
      "people",     "people_reason", "disclosure", "release"};
  const YamlMap reader(root, "a table", source_of(path), kKeys, diagnostics);
  DataTable table;
  table.path = path;
  table.about.caption = reader.text("caption");
  table.about.source = reader.text("source");
  table.about.unit = reader.text("unit");
  table.about.note = reader.text("note");
  table.about.looks_back = reader.yes_or_no("looks_back");
  for (const char* key : {"caption", "base", "note", "source"}) {
    table.about.places.push_back(reader.place(key));
  }
  read_base(reader, table);
  if (const YamlNode* period = reader.find("period")) {
    table.about.period = read_period(*period, path, diagnostics);
  }
  table.columns = read_columns(reader.list("columns"), path, diagnostics);
  read_rows(reader, csv_files, table, diagnostics);
  table.disclosure = read_disclosure_plan(reader, path, diagnostics);
  read_figures(table, diagnostics);
  check_base_columns(table, diagnostics);
  if (!table.is_broken) check_has_figures(table, reader, diagnostics);
  table.checks = read_checks(reader.list("checks"), path, diagnostics);
  table.claims = read_claims(reader.list("claims"), path, diagnostics);
  return table;
}

DataTable read_table(const CsvFile& file, Diagnostics& diagnostics) {
  DataTable table;
  table.path = file.path;
  table.columns = columns_of(file);
  append_csv_rows(file, table, diagnostics);
  read_figures(table, diagnostics);
  return table;
}

std::optional<Period> read_period(const YamlNode& node, std::string_view path,
                                  Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"from", "to"};
  const YamlMapSource source{path, kDataRules,
                             "write it like this: {from: 2025-04-01, to: 2026-03-31}"};
  const YamlMap reader(node, "a period", source, kKeys, diagnostics);
  reader.required("from");
  reader.required("to");
  const std::optional<Date> from = reader.date("from");
  const std::optional<Date> to = reader.date("to");
  if (!from || !to) return std::nullopt;
  if (*from <= *to) return Period{*from, *to};
  diagnostics.add("data-period-order", reader.place("to"),
                  fmt::format("the period ends on {}, before it begins", long_date(*to)),
                  "put the first day under from and the last under to");
  return std::nullopt;
}

}  // namespace signpost
