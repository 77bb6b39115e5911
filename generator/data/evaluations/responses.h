// Raw answers of a questionnaire, as a form or a spreadsheet gives them, turned into counts. Never
// says what anybody answered or who it was: messages and notes name rows and columns only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "config/calendar.h"
#include "data/evaluations/evaluations.h"
#include "data/evaluations/export_file.h"
#include "data/evaluations/reply_dates.h"

namespace signpost {

// What was typed. `ignored`: columns to leave out. `maps`: see AnswerTable. `sheet`: of a workbook,
// "" for the one with the questions.
struct ResponseOptions {
  Period period;
  std::vector<std::string> ignored = {}, maps = {};
  DateOrder date_order = DateOrder::kUnknown;
  std::string sheet = {};
};

// `notes`: what was left out and how answers were read, a line each. `names_no_question`: the
// answers may be to another set.
struct Responses {
  RawResults counts;  // zero for each question that nobody was asked
  std::size_t comment_count = 0;
  std::size_t blank_count = 0;  // rows without any answer, which are no replies
  bool names_no_question = false;
  std::vector<std::string> notes;
  std::vector<ResponseProblem> problems;
};

// Returns the counts of an export in `bytes`: CSV, a workbook, or an archive with one of them. Its
// questions are known by their keys or their words. Columns with comments are counted and not read,
// columns that the form's tool adds left out, and so are replies outside the period, where a column
// has dates. What could be read in two ways is a problem, and then the counts mean nothing.
Responses count_responses(std::string_view bytes, const QuestionSet& set,
                          const ResponseOptions& options);

// Returns the data file of content/_data with the counts.
std::string results_yaml(const RawResults& counts, const QuestionSet& set, const Period& period);

}  // namespace signpost
