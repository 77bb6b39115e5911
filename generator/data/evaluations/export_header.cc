#include "data/evaluations/export_header.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "data/cell_text.h"
#include "data/evaluations/export_words.h"
#include "files/documents/document_text.h"
#include "privacy/name_words.h"
#include "privacy/personal_data.h"

namespace signpost {
namespace {

// The names of the columns stand in one of so many rows.
constexpr std::size_t kHeaderRows = 20;

std::string_view name_cell(const CsvRecord& record, std::size_t i) {
  return i < record.cells.size() ? std::string_view(record.cells[i].text) : std::string_view();
}

std::size_t count_filled(const CsvRecord& record) {
  return static_cast<std::size_t>(
      std::ranges::count_if(record.cells, [](const CsvCell& cell) { return !cell.text.empty(); }));
}

// Returns how many different names of questions the row has: answers repeat.
std::size_t count_questions(const CsvRecord& record, const QuestionNames& names) {
  std::set<std::string_view> found;
  for (const CsvCell& cell : record.cells) {
    if (names.is_question(cell.text)) found.insert(cell.text);
  }
  return found.size();
}

// The row that names most questions, of equals the first.
std::pair<std::size_t, std::size_t> best_row(std::span<const CsvRecord> records,
                                             const QuestionNames& names) {
  std::pair<std::size_t, std::size_t> best{0, 0};  // row, questions
  for (std::size_t i = 0; i < std::min(records.size(), kHeaderRows); ++i) {
    const std::size_t count = count_questions(records[i], names);
    if (count > best.second) best = {i, count};
  }
  return best;
}

// Whether the questions stand below each other, as in a summary of the answers.
bool is_transposed(std::span<const CsvRecord> records, const QuestionNames& names) {
  std::size_t count = 0;
  for (const CsvRecord& record : records.first(std::min<std::size_t>(records.size(), 500))) {
    const auto first =
        std::ranges::find_if(record.cells, [](const CsvCell& cell) { return !cell.text.empty(); });
    if (first != record.cells.end() && names.is_question(first->text)) ++count;
  }
  return count > 1;
}

// Whether the label stands for one answer of the question, or for what people write beside them.
bool is_answer_name(std::string_view title, std::string_view label, const QuestionNames& names) {
  if (!names.is_question(title)) return false;
  const ExportColumn column = names.column(title, label);
  return column.kind == ColumnKind::kWords ||
         (column.is_asked() && (column.answer || column.is_no_answer));
}

// Whether the second row goes on naming columns: of a matrix the questions, of a question over
// several columns the answers, below others "Response"; below the tool's own columns nothing. Of a
// row of replies nothing may be taken for a name.
bool is_second_header(const CsvRecord& first, const CsvRecord& second, const QuestionNames& names) {
  bool has_sign = false;
  const auto goes_on = [&](std::size_t i) {
    const std::string_view own = name_cell(first, i);
    return i > 0 && !name_cell(second, i).empty() &&
           (own.empty() || own == name_cell(first, i - 1));
  };
  std::string_view title;
  for (std::size_t i = 0; i < std::max(first.cells.size(), second.cells.size()); ++i) {
    const std::string_view label = name_cell(second, i);
    if (!name_cell(first, i).empty() || label.empty()) title = name_cell(first, i);
    if (label.empty()) continue;
    const bool is_asked = names.is_question(title);
    if (!is_asked && tool_column(plain_question(title)) != ToolColumn::kNone) return false;
    if (is_answer_label(plain_question(label)) || names.is_question(label)) {
      has_sign = true;
    } else if (goes_on(i) || goes_on(i + 1)) {
      has_sign = has_sign || is_answer_name(title, label, names);
    } else if (is_asked) {
      return false;  // an answer
    }
  }
  return has_sign;
}

// Whether the row can hold the titles of what the next one names: it has a column of the form's
// tool, or a title of several columns, and no answer to a question below it.
bool is_title_row(const CsvRecord& row, const CsvRecord& next, const QuestionNames& names) {
  bool has_sign = false;
  for (std::size_t i = 0; i < next.cells.size(); ++i) {
    const std::string_view title = name_cell(row, i);
    const std::string_view label = name_cell(next, i);
    if (tool_column(plain_question(title)) != ToolColumn::kNone) has_sign = true;
    if (!names.is_question(label)) continue;
    if (title.empty() || (i > 0 && title == name_cell(row, i - 1))) has_sign = true;
    const bool is_answer = plain_integer(title) || is_answer_name(label, title, names);
    if (!title.empty() && is_answer) return false;
  }
  return has_sign;
}

// Qualtrics writes a third row of names for computers.
bool is_import_row(const CsvRecord& record) {
  return !record.cells.empty() && record.cells[0].text.starts_with("{\"ImportId\"");
}

// "column B: \"Postcode\"", or "column B" alone.
std::string column_place(const ExportColumn& column, std::size_t i) {
  const std::string title = column_title(column, i);
  const std::string place = fmt::format("column {}", column_letters(i));
  return title == place ? place : fmt::format("{}: {}", place, title);
}

class HeaderReader {
 public:
  HeaderReader(std::span<const CsvRecord> records, const QuestionNames& names)
      : records_(records), names_(names) {}

  ExportHeader read() {
    const auto [row, count] = best_row(records_, names_);
    if (count == 0 || (count == 1 && is_transposed(records_, names_))) {
      refuse(count > 0);
      return std::move(header_);
    }
    top_ = bottom_ = row;
    if (row > 0 && is_title_row(records_[row - 1], records_[row], names_) &&
        is_second_header(records_[row - 1], records_[row], names_)) {
      --top_;
    } else if (row + 1 < records_.size() &&
               is_second_header(records_[row], records_[row + 1], names_)) {
      ++bottom_;
    }
    header_.first_reply = bottom_ + 1;
    find_tool(top_, bottom_ + 1);
    skip_rows();
    read_columns();
    if (has_names_alone()) check_columns();
    return std::move(header_);
  }

 private:
  void problem(std::string message, std::string help) {
    header_.problems.push_back({std::move(message), std::move(help)});
  }

  void find_tool(std::size_t begin, std::size_t end) {
    std::vector<std::string> plain;
    for (std::size_t i = begin; i < std::min(end, records_.size()); ++i) {
      for (const CsvCell& cell : records_[i].cells) plain.push_back(plain_question(cell.text));
    }
    header_.tool = find_form_tool(plain);
  }

  // The first rows may be replies, so nothing of them is said.
  void refuse(bool is_below_each_other) {
    find_tool(0, kHeaderRows);
    const FormTool* tool = header_.tool;
    const std::string looks =
        tool == nullptr ? "" : fmt::format("; the file looks like an export of {}", tool->name);
    if (records_.empty()) return problem("the file is empty", "export the answers again");
    if (is_below_each_other) {
      return problem("the questions stand below each other, as in a summary" + looks,
                     tool == nullptr ? "export the answers with a row for each reply"
                                     : std::string(tool->saving));
    }
    std::vector<std::string_view> keys;
    for (const ScaleQuestion& question : names_.set().questions) keys.push_back(question.key);
    for (const ChoiceQuestion& question : names_.set().choices) keys.push_back(question.key);
    header_.names_no_question = true;
    problem(fmt::format("row {} names no question of \"{}\"{}", records_[0].number,
                        names_.set().version, looks),
            fmt::format("choose the set that was asked with --questions, or write the questions or "
                        "their keys above the answers: {}{}",
                        fmt::join(keys, ", "), export_again(tool)));
  }

  void skip_rows() {
    const bool is_import =
        header_.first_reply < records_.size() && is_import_row(records_[header_.first_reply]);
    // Below condensed columns SurveyMonkey's second row of names is empty.
    const bool is_empty = header_.first_reply < records_.size() &&
                          records_[header_.first_reply].cells.empty() && top_ == bottom_;
    if (is_import || is_empty) ++header_.first_reply;
    for (std::size_t i = 0; i < top_; ++i) {
      const std::size_t filled = count_filled(records_[i]);
      if (filled == 1 || is_import) ++header_.title_count;
      if (filled <= 1 || is_import) continue;
      problem(fmt::format("row {} stands above the names of the questions, in row {}",
                          records_[i].number, records_[top_].number),
              "move it below them if it is a reply, else delete it");
    }
  }

  void read_columns() {
    const CsvRecord& first = records_[top_];
    const CsvRecord& second = records_[bottom_];
    const bool is_double = top_ != bottom_;
    const std::size_t width =
        is_double ? std::max(first.cells.size(), second.cells.size()) : first.cells.size();
    std::string_view title;
    for (std::size_t i = 0; i < width; ++i) {
      const std::string_view label = is_double ? name_cell(second, i) : std::string_view();
      if (!name_cell(first, i).empty() || label.empty()) title = name_cell(first, i);
      header_.columns.push_back(names_.column(title, label));
    }
  }

  // Where the end of the line with the names is lost, cells of a reply look like names: no message
  // may quote them.
  bool has_names_alone() {
    const auto is_answer = [](std::string_view cell) {
      return !cell.empty() && cell.find_first_not_of("0123456789") == cell.npos;
    };
    const CsvRecord& names = records_[top_];
    for (std::size_t i = 0; i < names.cells.size(); ++i) {
      if (!is_answer(name_cell(names, i))) continue;
      problem(fmt::format("row {} holds a reply among the names of the questions, in column {}",
                          names.number, column_letters(i)),
              "each reply begins a line of its own: export the answers again");
      for (ExportColumn& column : header_.columns) column.name.clear();
      return false;
    }
    return true;
  }

  void check_columns() {
    using Key = std::tuple<ColumnKind, std::size_t, std::size_t>;
    constexpr std::size_t kWhole = std::numeric_limits<std::size_t>::max();
    std::map<Key, std::size_t> first_columns;
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const ExportColumn& column = header_.columns[i];
      if (!column.is_asked() || column.is_no_answer) continue;
      if (column.is_odd_answer) {
        report_odd_answer(i);
        continue;
      }
      const auto [first, is_new] = first_columns.emplace(
          Key(column.kind, column.question, column.answer.value_or(kWhole)), i);
      if (is_new) continue;
      problem(fmt::format("columns {} and {} are the same question", column_letters(first->second),
                          column_letters(i)),
              "take one of them out, or leave it out with --ignore and its name");
    }
    find_missing(ColumnKind::kScale, names_.set().questions);
    find_missing(ColumnKind::kChoice, names_.set().choices);
    for (std::size_t i = 0; i < header_.columns.size(); ++i) check_unknown(i);
  }

  void report_odd_answer(std::size_t i) {
    const ExportColumn& column = header_.columns[i];
    const bool is_scale = column.kind == ColumnKind::kScale;
    problem(
        fmt::format("{} is no {} of \"{}\"", column_place(column, i), is_scale ? "point" : "option",
                    is_scale ? names_.set().questions[column.question].key
                             : names_.set().choices[column.question].key),
        fmt::format("say which it is with --map and its name, as in --map \"NAME={}\", or leave "
                    "the column out with --ignore and its name",
                    is_scale ? std::to_string(names_.set().scale.back())
                             : names_.set().choices[column.question].options[0].key));
  }

  template <typename Questions>
  void find_missing(ColumnKind kind, const Questions& questions) {
    std::vector<bool> is_there(questions.size());
    for (const ExportColumn& column : header_.columns) {
      if (column.kind == kind) is_there[column.question] = true;
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
      if (!is_there[i]) header_.missing.push_back(questions[i].key);
    }
  }

  // A column that is no question may be one in other words, while one is missing.
  void check_unknown(std::size_t i) {
    const ExportColumn& column = header_.columns[i];
    const bool is_left_out =
        column.kind != ColumnKind::kUnknown && column.kind != ColumnKind::kWords;
    if (is_left_out || header_.missing.empty() || column.name.empty()) return;
    const std::string near = names_.nearest_key(column.name);
    const bool is_near = std::ranges::find(header_.missing, near) != header_.missing.end();
    if (column.kind == ColumnKind::kWords && !is_near) return;
    const std::string title = column_title(column, i);
    const bool is_whole = title == fmt::format("\"{}\"", column.name);
    problem(
        fmt::format("{} is no question of \"{}\"", column_place(column, i), names_.set().version),
        is_near    ? fmt::format("did you mean \"{}\"?", near)
        : is_whole ? fmt::format("type --ignore {} to leave the column out", title)
                   : "leave the column out with --ignore and its name");
  }

  std::span<const CsvRecord> records_;
  const QuestionNames& names_;
  ExportHeader header_;
  std::size_t top_ = 0, bottom_ = 0;
};

}  // namespace

bool is_private_name(std::string_view name) {
  std::vector<PersonalMatch> matches;
  find_personal_data(name, 0, static_cast<std::uint32_t>(name.size()), matches);
  const std::vector<std::string_view> words = split(name, ' ');
  return !matches.empty() || name.find('@') != std::string_view::npos ||
         (words.size() <= 3 && is_given_name(ascii_lower(words[0])));
}

std::string export_again(const FormTool* tool) {
  if (tool == nullptr) return "";
  return fmt::format("; or export again: in {} {}", tool->name, tool->saving);
}

std::size_t count_named_questions(std::span<const CsvRecord> records, const QuestionNames& names) {
  return best_row(records, names).second;
}

std::string column_title(const ExportColumn& column, std::size_t index) {
  if (column.name.empty() || is_private_name(column.name)) {
    return fmt::format("column {}", column_letters(index));
  }
  return fmt::format("\"{}\"", shortened(column.name));
}

ExportHeader read_export_header(std::span<const CsvRecord> records, const QuestionNames& names) {
  return HeaderReader(records, names).read();
}

}  // namespace signpost
