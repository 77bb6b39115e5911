#include "data/evaluations/responses.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "data/cell_text.h"
#include "data/csv.h"
#include "data/numbers.h"

namespace signpost {
namespace {

// A file with more mistakes than this is another file; the rest of the messages would not help.
constexpr std::size_t kMostProblems = 50;

enum class ColumnKind : std::uint8_t { kScale, kChoice, kComment, kIgnored };

struct Column {
  ColumnKind kind = ColumnKind::kIgnored;
  std::size_t question = 0;
};

// Forms and word processors curl apostrophes.
std::string plain_words(std::string_view text) {
  constexpr std::string_view kCurled = "\xE2\x80\x99";  // U+2019
  std::string words = ascii_lower(tidy_cell(text));
  for (std::size_t i = words.find(kCurled); i != std::string::npos; i = words.find(kCurled, i)) {
    words.replace(i, kCurled.size(), "'");
  }
  return words;
}

bool is_same(std::string_view a, std::string_view b) { return plain_words(a) == plain_words(b); }

template <typename Questions>
std::optional<std::size_t> find_question(const Questions& questions, std::string_view name) {
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (is_same(questions[i].key, name) || is_same(questions[i].text, name)) return i;
  }
  return std::nullopt;
}

bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+@").find(cell[0]) != std::string_view::npos;
}

// Counts one file.
class ResponseReader {
 public:
  ResponseReader(const QuestionSet& set, std::span<const std::string> ignored)
      : set_(set), ignored_(ignored) {
    for (const ScaleQuestion& question : set.questions) {
      result_.counts.answers.emplace_back(question.key,
                                          std::vector<std::int64_t>(set.scale.size()));
    }
    for (const ChoiceQuestion& question : set.choices) {
      result_.counts.choices.emplace_back(question.key,
                                          std::vector<std::int64_t>(question.options.size()));
    }
  }

  Responses read(const CsvFile& file) {
    read_header(file);
    if (!result_.problems.empty()) return std::move(result_);
    if (file.rows.empty()) {
      problem("the file has no replies", "put each reply on a row of its own below the questions");
    }
    result_.blank_count = file.blank_row_count;
    for (std::size_t r = 0; r < file.rows.size(); ++r) read_row(file, r);
    if (result_.problems.size() > kMostProblems) {
      const std::size_t more = result_.problems.size() - kMostProblems;
      result_.problems.resize(kMostProblems);
      problem(fmt::format("{} more", more), "put these right first");
    }
    return std::move(result_);
  }

 private:
  void problem(std::string message, std::string help) {
    result_.problems.push_back({std::move(message), std::move(help)});
  }

  // The names that a column can have.
  [[nodiscard]] std::vector<std::string_view> known_names() const {
    std::vector<std::string_view> names;
    for (const ScaleQuestion& question : set_.questions) names.push_back(question.key);
    for (const ChoiceQuestion& question : set_.choices) names.push_back(question.key);
    names.emplace_back("comments");
    return names;
  }

  [[nodiscard]] std::optional<Column> column_of(std::string_view name) const {
    if (const auto i = find_question(set_.questions, name)) return Column{ColumnKind::kScale, *i};
    if (const auto i = find_question(set_.choices, name)) return Column{ColumnKind::kChoice, *i};
    if (is_same(name, "comment") || is_same(name, "comments")) {
      return Column{ColumnKind::kComment, 0};
    }
    const auto ignored = [&](const std::string& each) { return is_same(each, name); };
    if (std::any_of(ignored_.begin(), ignored_.end(), ignored)) return Column{};
    return std::nullopt;
  }

  void read_header(const CsvFile& file) {
    std::size_t asked = 0;
    std::vector<const CsvCell*> unknown;
    for (const CsvCell& cell : file.header) {
      const std::optional<Column> column = column_of(cell.text);
      if (!column) unknown.push_back(&cell);
      columns_.push_back(column.value_or(Column{}));
      const ColumnKind kind = columns_.back().kind;
      if (kind == ColumnKind::kScale || kind == ColumnKind::kChoice) ++asked;
    }
    if (asked == 0) return refuse_header(file);
    for (const CsvCell* cell : unknown) {
      std::string help = did_you_mean_or(cell->text, known_names(),
                                         "leave the column out with --ignore and its name");
      problem(fmt::format("column {}: \"{}\" is no question of \"{}\"", cell_number(file, *cell),
                          shortened(cell->text), set_.version),
              std::move(help));
    }
    std::map<std::pair<ColumnKind, std::size_t>, std::size_t> first_columns;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (column.kind != ColumnKind::kScale && column.kind != ColumnKind::kChoice) continue;
      const auto [first, is_new] =
          first_columns.emplace(std::pair(column.kind, column.question), i);
      if (is_new) continue;
      problem(fmt::format("columns {} and {} are the same question", first->second + 1, i + 1),
              "take one of them out");
    }
  }

  static std::size_t cell_number(const CsvFile& file, const CsvCell& cell) {
    return static_cast<std::size_t>(&cell - file.header.data()) + 1;
  }

  // The first row may be a reply, so nothing of it is said.
  void refuse_header(const CsvFile& file) {
    if (file.header.empty()) return problem("the file is empty", "export the answers again");
    problem(fmt::format("row 1 names no question of \"{}\"", set_.version),
            fmt::format("write the names above the answers: {}", fmt::join(known_names(), ", ")));
  }

  void read_row(const CsvFile& file, std::size_t r) {
    bool has_answer = false;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const std::string_view cell = trimmed(file.rows[r][c].text);
      if (cell.empty() || columns_[c].kind == ColumnKind::kIgnored) continue;
      if (columns_[c].kind == ColumnKind::kComment) {
        ++result_.comment_count;
        continue;
      }
      has_answer = true;
      const std::string where =
          fmt::format("row {}, column \"{}\"", file.row_numbers[r], name_of(columns_[c]));
      if (is_formula(cell)) {
        problem(where + ": the cell looks like a formula", "write the answer itself");
      } else if (columns_[c].kind == ColumnKind::kScale) {
        count_point(columns_[c].question, cell, where);
      } else {
        count_options(columns_[c].question, cell, where);
      }
    }
    if (has_answer) {
      ++result_.counts.replies;
    } else {
      ++result_.blank_count;
    }
  }

  [[nodiscard]] const std::string& name_of(const Column& column) const {
    return column.kind == ColumnKind::kScale ? set_.questions[column.question].key
                                             : set_.choices[column.question].key;
  }

  void count_point(std::size_t index, std::string_view cell, const std::string& where) {
    const ScaleQuestion& question = set_.questions[index];
    std::vector<std::int64_t>& counts = result_.counts.answers[index].second;
    for (std::size_t i = 0; i < set_.scale.size(); ++i) {
      const bool is_end = (i == 0 && is_same(cell, question.low)) ||
                          (i + 1 == set_.scale.size() && is_same(cell, question.high));
      if (!is_end && cell != std::to_string(set_.scale[i])) continue;
      ++counts[i];
      return;
    }
    problem(where + ": the answer is no point of the scale",
            fmt::format("write one of {}, \"{}\" or \"{}\", or leave the cell empty",
                        fmt::join(set_.scale, ", "), question.low, question.high));
  }

  void count_options(std::size_t index, std::string_view cell, const std::string& where) {
    const ChoiceQuestion& question = set_.choices[index];
    std::set<std::size_t> chosen;
    for (const std::string_view part : split(cell, ';')) {
      if (trimmed(part).empty()) continue;
      if (const auto option = find_question(question.options, part)) {
        chosen.insert(*option);
        continue;
      }
      std::vector<std::string_view> keys;
      for (const ChoiceOption& each : question.options) keys.push_back(each.key);
      problem(where + ": one of the choices is not known",
              fmt::format("separate choices with \";\"; there is: {}", fmt::join(keys, ", ")));
      return;
    }
    for (const std::size_t option : chosen) ++result_.counts.choices[index].second[option];
  }

  const QuestionSet& set_;
  std::span<const std::string> ignored_;
  std::vector<Column> columns_;
  Responses result_;
};

}  // namespace

Responses count_responses(std::string_view text, const QuestionSet& set,
                          std::span<const std::string> ignored) {
  Diagnostics diagnostics;
  CsvOptions options{.quoting = CsvQuoting::kQuotesNothing};
  // Of a single question the only ";" are those between choices.
  const std::string first_line = tidy_cell(text.substr(0, text.find_first_of("\r\n")));
  const bool is_single =
      find_question(set.questions, first_line) || find_question(set.choices, first_line);
  if (is_single) options.separator = ',';
  const CsvFile file = parse_csv(text, "", options, diagnostics);
  std::vector<ResponseProblem> problems;
  for (const Diagnostic& each : diagnostics.all()) {
    const std::string where = each.place.line == 0 ? "" : fmt::format("line {}: ", each.place.line);
    problems.push_back({where + each.message, each.help});
  }
  // Of a file with broken rows the others are read too, so that all mistakes are told at once.
  const bool is_readable = problems.empty() || !file.rows.empty();
  Responses responses;
  if (is_readable && !file.header.empty()) responses = ResponseReader(set, ignored).read(file);
  responses.problems.insert(responses.problems.begin(), problems.begin(), problems.end());
  return responses;
}

std::string results_yaml(const RawResults& counts, const QuestionSet& set, const Period& period) {
  std::string yaml =
      "# Made by signpost evaluate. Counts only: it holds no answers of single people and no\n"
      "# comments. Small counts are left out when the site is made.\n";
  yaml += fmt::format("question_set: {}\nperiod: {{from: {}, to: {}}}\n", set.version,
                      iso_date(period.from), iso_date(period.to));
  if (counts.sent) yaml += fmt::format("sent: {}\n", *counts.sent);
  yaml += fmt::format("replies: {}\nanswers:\n", counts.replies);
  for (const auto& [key, points] : counts.answers) {
    yaml += fmt::format("  {}: [{}]\n", key, fmt::join(points, ", "));
  }
  if (!counts.choices.empty()) yaml += "choices:\n";
  for (std::size_t i = 0; i < counts.choices.size(); ++i) {
    yaml += fmt::format("  {}:\n", counts.choices[i].first);
    for (std::size_t o = 0; o < counts.choices[i].second.size(); ++o) {
      yaml +=
          fmt::format("    {}: {}\n", set.choices[i].options[o].key, counts.choices[i].second[o]);
    }
  }
  return yaml;
}

}  // namespace signpost
