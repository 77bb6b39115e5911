#include "data/tables/protected_copy.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "data/csv.h"
#include "data/csv_text.h"
#include "data/numbers.h"
#include "data/table_details.h"
#include "data/tables/checks.h"
#include "data/tables/protection.h"
#include "data/tables/tables.h"
#include "data/tables/withheld_table.h"
#include "data/withheld_sums.h"
#include "findings/rules.h"
#include "privacy/placed_details.h"

namespace signpost {
namespace {

// Where a text is replaced, and by what.
struct Edit {
  std::size_t begin = 0, end = 0;
  std::string text;
};

// A table with the place of its file.
struct FoundTable {
  DataTable table;
  bool is_csv = false;
};

bool holds_error(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics.all(), [](const Diagnostic& each) {
    const Rule* rule = find_rule(each.rule);
    return rule == nullptr || rule->severity == Severity::kError;
  });
}

// Reads the table that the file is, or is part of.
class CopyReader {
 public:
  CopyReader(const DataTexts& texts, const std::string& folder, Diagnostics& diagnostics)
      : texts_(texts), folder_(folder), diagnostics_(diagnostics) {}

  std::optional<FoundTable> read(const std::string& name) {
    if (!name.ends_with(".csv")) return read_described(name);
    for (const auto& [other, text] : texts_) {
      if (!other.ends_with(".yaml")) continue;
      Diagnostics ignored;
      const YamlNode root = parse_yaml(text, other, 1, ignored);
      const std::vector<std::string> rows = row_files(root);
      if (is_table(root) && std::ranges::find(rows, name) != rows.end()) {
        return FoundTable{read_table(root, folder_ + other, csv_files(rows), diagnostics_), true};
      }
    }
    return FoundTable{read_table(csv_files({name}).at(name), diagnostics_), true};
  }

 private:
  CsvFiles csv_files(const std::vector<std::string>& names) {
    CsvFiles files;
    for (const std::string& name : names) {
      const auto text = texts_.find(name);
      if (text == texts_.end()) continue;
      files.emplace(name, parse_csv(text->second, folder_ + name, {}, diagnostics_));
    }
    return files;
  }

  std::optional<FoundTable> read_described(const std::string& name) {
    const std::string path = folder_ + name;
    const YamlNode root = parse_yaml(texts_.at(name), path, 1, diagnostics_);
    if (!is_table(root)) {
      diagnostics_.add("data-type", {path, 1, 1, 0}, "the file is no table, which has columns",
                       "name a CSV file, or a YAML file with columns: and rows:");
      return std::nullopt;
    }
    const std::vector<std::string> rows = row_files(root);
    if (!rows.empty()) {
      diagnostics_.add("data-type", {path, 1, 1, 0}, "the rows of the table are in another file",
                       fmt::format("protect that one: {}{}", folder_, rows[0]));
      return std::nullopt;
    }
    return FoundTable{read_table(root, path, {}, diagnostics_), false};
  }

  const DataTexts& texts_;
  const std::string& folder_;
  Diagnostics& diagnostics_;
};

// Where the cells of a CSV text stand, by line and column.
using CellEnds = std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t>;

// Finds the text of cells in a file.
class CellFinder {
 public:
  CellFinder(std::string_view text, bool is_csv) : text_(text) {
    for (std::size_t i = 0; i < text.size();) {
      lines_.push_back(i);
      i = text.find_first_of("\r\n", i);
      if (i == std::string_view::npos) break;
      i += text.substr(i, 2) == "\r\n" ? std::size_t{2} : std::size_t{1};
    }
    if (!is_csv) return;
    Diagnostics ignored;
    for (const CsvRecord& record :
         read_records(text, find_separator(text).value_or(','), "", ignored)) {
      for (const CsvCell& cell : record.cells) ends_[{cell.line, cell.column}] = cell.end;
    }
    is_csv_ = true;
  }

  // The cell as it is written, with quotes; nothing where it is written in a way of its own.
  [[nodiscard]] std::optional<Edit> find(const TableCell& cell) const {
    if (cell.line == 0 || cell.line > lines_.size()) return std::nullopt;
    const std::size_t begin = lines_[cell.line - 1] + cell.column - 1;
    if (begin >= text_.size()) return std::nullopt;
    if (is_csv_) {
      const auto end = ends_.find({cell.line, cell.column});
      if (end == ends_.end()) return std::nullopt;
      return Edit{begin, end->second, ""};
    }
    const char quote = text_[begin];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = text_.find(quote, begin + 1);
      if (end == std::string_view::npos) return std::nullopt;
      return Edit{begin, end + 1, ""};
    }
    if (text_.substr(begin, cell.text.size()) != cell.text) return std::nullopt;
    return Edit{begin, begin + cell.text.size(), ""};
  }

 private:
  std::string_view text_;
  bool is_csv_ = false;
  std::vector<std::size_t> lines_;  // where each begins
  CellEnds ends_;
};

// Whether two cells are published alike.
bool is_alike(const TableCell& a, const TableCell& b) {
  if (a.value.has_value() != b.value.has_value() || a.symbol != b.symbol) return false;
  return !a.value || is_same_number(*a.value, *b.value);
}

bool is_alike(const DataTable& a, const DataTable& b) {
  return std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                    [](const TableRow& x, const TableRow& y) {
                      return std::equal(
                          x.cells.begin(), x.cells.end(), y.cells.begin(), y.cells.end(),
                          [](const TableCell& c, const TableCell& d) { return is_alike(c, d); });
                    });
}

std::string with_edits(std::string_view text, std::vector<Edit> edits) {
  std::ranges::sort(edits, {}, &Edit::begin);
  std::string result;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    result.append(text.substr(done, edit.begin - done)).append(edit.text);
    done = edit.end;
  }
  return result.append(text.substr(done));
}

// Writes the copy of one file.
class CopyWriter {
 public:
  CopyWriter(const std::string& path, bool is_csv, Diagnostics& diagnostics)
      : path_(path), is_csv_(is_csv), diagnostics_(diagnostics) {}

  // Nothing where a cell cannot be written.
  std::optional<ProtectedCopy> write(std::string_view text, const DataTable& before,
                                     const DataTable& after) {
    const CellFinder finder(text, is_csv_);
    ProtectedCopy copy;
    std::vector<Edit> edits;
    for (std::size_t r = 0; r < before.rows.size(); ++r) {
      if (before.rows[r].path != path_) continue;
      for (std::size_t c = 0; c < before.rows[r].cells.size(); ++c) {
        const TableCell& old_cell = before.rows[r].cells[c];
        const TableCell& new_cell = after.rows[r].cells[c];
        if (is_alike(old_cell, new_cell)) continue;
        std::optional<Edit> edit = finder.find(old_cell);
        if (!edit) return refuse(before, r, c);
        const bool is_withheld = !new_cell.value;
        ++(is_withheld ? copy.withheld_count : copy.rounded_count);
        edit->text = !is_withheld ? new_cell.text : is_csv_ ? "[c]" : "\"[c]\"";
        edits.push_back(std::move(*edit));
      }
    }
    copy.text = with_edits(text, std::move(edits));
    return copy;
  }

 private:
  std::optional<ProtectedCopy> refuse(const DataTable& table, std::size_t row, std::size_t column) {
    const TableCell& cell = table.rows[row].cells[column];
    diagnostics_.add(
        "data-number", {path_, cell.line, cell.column, 0},
        fmt::format("the figure at \"{}\" in \"{}\" cannot be replaced where it stands",
                    table.rows[row].cells[0].text, table.columns[column].title),
        "write the figure in digits, in its row");
    return std::nullopt;
  }

  const std::string& path_;
  bool is_csv_;
  Diagnostics& diagnostics_;
};

// The table as it is published, protected in any case.
DataTable safe_table(DataTable table, const DisclosureRules& rules, Diagnostics& diagnostics) {
  table.disclosure.protects = true;
  hide_small_counts(table, rules, diagnostics);
  return table;
}

// Reads the copy as anybody would, and reports what it gives away.
void check_copy(DataTexts texts, const std::string& name, const std::string& folder,
                const ProtectedCopy& copy, const DataTable& wanted, const DisclosureRules& rules,
                Diagnostics& diagnostics) {
  texts[name] = copy.text;
  const std::optional<FoundTable> found = CopyReader(texts, folder, diagnostics).read(name);
  if (!found) return;
  check_table(found->table, diagnostics);
  DataTable published = found->table;
  hide_small_counts(published, rules, diagnostics);
  if (is_alike(published, wanted) || holds_error(diagnostics)) return;
  diagnostics.add("disclosure-by-subtraction", {folder + name, 0, 0, 0},
                  "more has to be taken out of the copy than of the table itself",
                  "write the counts that are c, so that the program chooses what to take out");
}

// Reports a sum among the rows that nobody declared and that gives a count of the copy away.
void check_sums(const DataTable& table, const DisclosureRules& rules, Diagnostics& diagnostics) {
  const bool is_strict = table.disclosure.is_strict || rules.profile == DisclosureProfile::kStrict;
  if (is_strict) return;
  DataTable copy = table;
  copy.disclosure.protects = true;
  Diagnostics ignored;  // reported before
  const PublishedTable published = PublishedTable::protect(std::move(copy), rules, ignored);
  const WithheldTable withheld =
      withheld_table(table.path, table, published, DisclosureProfile::kStandard);
  const std::optional<ToldCount> told = find_told_count(withheld);
  if (!told) return;
  const WithheldCount& count = withheld.counts[told->count];
  diagnostics.add(
      "disclosure-by-subtraction", withheld.row_places[told->sum.row],
      fmt::format("\"{}\" gives away the count that is left out at \"{}\" in \"{}\"",
                  told->sum.text, withheld.rows[count.row], withheld.columns[count.column]),
      told->sum.check.empty() ? "take one of these rows out"
                              : fmt::format("write {} below checks: in the table's YAML file, or "
                                            "take one of these rows out",
                                            told->sum.check));
}

// The rule of what no table holds for others to read, or "".
std::string_view rule_of(PersonalKind kind) {
  switch (kind) {
    case PersonalKind::kNhsNumber:
      return "personal-nhs-number";
    case PersonalKind::kNiNumber:
      return "personal-ni-number";
    case PersonalKind::kUpn:
      return "personal-upn";
    case PersonalKind::kBirthDate:
      return "personal-birth-date";
    default:
      return "";
  }
}

// Reports the cells that tell who somebody is, the first of each kind; whether there are any.
bool tells_of_people(std::string_view text, const std::string& path, Diagnostics& diagnostics) {
  Diagnostics known;  // read before
  const CsvFile csv = parse_csv(text, path, {}, known);
  PlacedDetails details;
  find_table_details(csv, text, details);
  std::set<std::string_view> told;
  for (const PlacedDetail& detail : details) {
    const std::string_view rule = rule_of(detail.kind);
    if (rule.empty() || !told.insert(rule).second) continue;
    diagnostics.add(rule, detail.place,
                    fmt::format("\"{}\" tells who somebody is, in a table of counts", detail.shown),
                    "take its column out of the table");
  }
  return !told.empty();
}

}  // namespace

std::optional<ProtectedCopy> protected_copy(const DataTexts& texts, const std::string& name,
                                            const std::string& folder, const DisclosureRules& rules,
                                            Diagnostics& diagnostics) {
  Diagnostics found;
  const std::string path = folder + name;
  std::optional<FoundTable> read = CopyReader(texts, folder, found).read(name);
  if (read) check_table(read->table, found);
  const bool is_readable = read && !read->table.is_broken && !holds_error(found);
  diagnostics.append(std::move(found));
  if (!is_readable) return std::nullopt;
  if (read->is_csv && tells_of_people(texts.at(name), path, diagnostics)) return std::nullopt;
  const DataTable& table = read->table;
  const bool is_open =
      table.disclosure.people == PeopleCounts::kNone || table.disclosure.release.has_value();
  const std::string& bytes = texts.at(name);
  if (is_open) return ProtectedCopy{.text = bytes, .is_open = true};
  Diagnostics problems;
  const DataTable safe = safe_table(table, rules, problems);
  if (safe.about.base != table.about.base) {
    problems.add("disclosure-small-count", {table.path, 0, 0, 0},
                 "the number in base: is a small count itself", "take the number out of base:");
  }
  std::optional<ProtectedCopy> copy;
  const std::string text =
      read->is_csv ? csv_text(bytes, path, CsvEncoding::kUnicode, problems).value_or("") : bytes;
  if (!holds_error(problems)) {
    copy = CopyWriter(path, read->is_csv, problems).write(text, table, safe);
  }
  if (copy) check_sums(table, rules, problems);
  if (copy) check_copy(texts, name, folder, *copy, safe, rules, problems);
  const bool is_safe = copy && !holds_error(problems);
  diagnostics.append(std::move(problems));
  if (!is_safe) return std::nullopt;
  if (read->is_csv && bytes.starts_with("\xEF\xBB\xBF")) copy->text.insert(0, "\xEF\xBB\xBF");
  return copy;
}

}  // namespace signpost
