#include "data/evaluations/responses.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "data/cell_text.h"
#include "data/evaluations/answer_table.h"
#include "data/evaluations/export_header.h"
#include "data/evaluations/export_words.h"
#include "data/evaluations/question_names.h"
#include "data/evaluations/reply_counter.h"
#include "data/evaluations/reply_rows.h"
#include "privacy/person_names.h"

namespace signpost {
namespace {

// A file with more mistakes than this is another file; the rest of the messages would not help.
constexpr std::size_t kMostProblems = 50;
// Columns that a note names.
constexpr std::size_t kNamedColumns = 30;

// The sheet with the questions: the one that was named, or the only one that names any.
class SheetChoice {
 public:
  SheetChoice(const ExportFile& file, const QuestionNames& names, std::string_view named)
      : file_(file), names_(names), named_(plain_answer(named)) {}

  // Returns nullptr where there is none, or more than one, with the problem.
  const ExportSheet* choose(Responses& found) const {
    std::vector<std::size_t> shown, hidden;
    for (std::size_t i = 0; i < file_.sheets.size(); ++i) {
      const ExportSheet& sheet = file_.sheets[i];
      const bool is_named = plain_answer(sheet.title) == named_ || std::to_string(i + 1) == named_;
      if (!named_.empty() && is_named) return &sheet;
      if (count_named_questions(sheet.records, names_) == 0) continue;
      (sheet.is_hidden ? hidden : shown).push_back(i);
    }
    if (!named_.empty()) return refuse(found, "no sheet has this name");
    if (shown.size() > 1) return refuse(found, "several sheets name the questions");
    if (shown.empty() && !hidden.empty()) {
      return refuse(found, "the questions are on a hidden sheet");
    }
    if (shown.size() == 1 && file_.sheets.size() > 1) {
      found.notes.push_back(fmt::format("sheet read: {}", title(shown[0])));
    }
    if (!shown.empty()) return &file_.sheets[shown[0]];
    if (!file_.sheets.empty()) return &file_.sheets[0];  // whose header says what is missing
    found.problems.push_back({"the workbook has no sheet with cells", "export the answers again"});
    return nullptr;
  }

 private:
  // The name in quotes, or the number of a sheet that may be called by a person's.
  [[nodiscard]] std::string title(std::size_t i) const {
    const std::string& name = file_.sheets[i].title;
    if (is_private_name(name) || looks_like_person(name, {})) return std::to_string(i + 1);
    return fmt::format("\"{}\"", shortened(name));
  }

  const ExportSheet* refuse(Responses& found, std::string message) const {
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < file_.sheets.size(); ++i) titles.push_back(title(i));
    found.problems.push_back(
        {std::move(message), fmt::format("type --sheet and one of: {}", fmt::join(titles, ", "))});
    return nullptr;
  }

  const ExportFile& file_;
  const QuestionNames& names_;
  std::string named_;
};

void note_columns(const ExportHeader& header, std::string_view what,
                  std::initializer_list<ColumnKind> kinds, Responses& responses) {
  std::vector<std::string> titles;
  std::size_t more = 0;
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    if (std::ranges::find(kinds, header.columns[i].kind) == kinds.end()) continue;
    if (titles.size() == kNamedColumns) {
      ++more;
    } else {
      titles.push_back(column_title(header.columns[i], i));
    }
  }
  if (titles.empty()) return;
  responses.notes.push_back(fmt::format("{}: {}{}", what, fmt::join(titles, ", "),
                                        more == 0 ? "" : fmt::format(" and {} more", more)));
}

void note_header(const ExportHeader& header, const QuestionSet& set, Responses& responses) {
  const std::string tool = header.tool == nullptr ? "of the kinds that forms add"
                                                  : fmt::format("added by {}", header.tool->name);
  note_columns(header, fmt::format("columns left out, {}", tool),
               {ColumnKind::kId, ColumnKind::kDayEnded, ColumnKind::kDayBegun, ColumnKind::kTool},
               responses);
  note_columns(header, "columns left out, in people's own words", {ColumnKind::kWords}, responses);
  note_columns(header, fmt::format("columns left out, no question of \"{}\"", set.version),
               {ColumnKind::kUnknown}, responses);
  note_columns(header, "columns left out, as --ignore says", {ColumnKind::kIgnored}, responses);
  if (!header.missing.empty()) {
    responses.notes.push_back(
        fmt::format("questions without a column: {}", fmt::join(header.missing, ", ")));
  }
  if (header.title_count > 0) {
    responses.notes.push_back(
        fmt::format("rows above the questions, left out: {}", header.title_count));
  }
}

// A name that no column has is misspelt, or of another year's form.
void note_unused(const ExportHeader& header, const std::vector<std::string>& ignored,
                 Responses& responses) {
  for (const std::string& name : ignored) {
    const std::string plain = plain_question(name);
    const auto has_name = [&](const ExportColumn& column) {
      return column.kind == ColumnKind::kIgnored &&
             plain_question(column.name).find(plain) != std::string::npos;
    };
    if (std::ranges::any_of(header.columns, has_name)) continue;
    responses.notes.push_back(fmt::format("--ignore \"{}\": no column has this name", name));
  }
}

void append(std::vector<ResponseProblem> from, std::vector<ResponseProblem>& to) {
  to.insert(to.end(), std::move_iterator(from.begin()), std::move_iterator(from.end()));
}

void keep_first(std::vector<ResponseProblem>& problems) {
  if (problems.size() <= kMostProblems) return;
  const std::size_t more = problems.size() - kMostProblems;
  problems.resize(kMostProblems);
  problems.push_back({fmt::format("{} more", more), "put these right first"});
}

}  // namespace

Responses count_responses(std::string_view bytes, const QuestionSet& set,
                          const ResponseOptions& options) {
  const AnswerTable table(set, options.maps);
  const QuestionNames names(set, table, options.ignored);
  const ExportFile file = read_export_file(bytes, [&](std::span<const CsvRecord> records) {
    return count_named_questions(records, names);
  });
  Responses found;
  found.problems = file.problems;
  const ExportSheet* sheet =
      found.problems.empty() ? SheetChoice(file, names, options.sheet).choose(found) : nullptr;
  if (sheet == nullptr) return found;
  const ExportHeader header = read_export_header(sheet->records, names);
  if (!header.problems.empty()) {
    found.problems = header.problems;
    found.names_no_question = header.names_no_question;
    keep_first(found.problems);
    return found;
  }
  ReplyRows rows = find_reply_rows(*sheet, header, options, file.counts_from_1904);
  Responses responses = count_answers({*sheet, header, rows, names, table});
  std::vector<std::string> notes = std::move(found.notes);
  notes.insert(notes.end(), rows.notes.begin(), rows.notes.end());
  notes.insert(notes.end(), responses.notes.begin(), responses.notes.end());
  responses.notes = std::move(notes);
  note_header(header, set, responses);
  note_unused(header, options.ignored, responses);
  responses.blank_count = rows.blank.size();
  append(std::exchange(responses.problems, std::move(rows.problems)), responses.problems);
  keep_first(responses.problems);
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
