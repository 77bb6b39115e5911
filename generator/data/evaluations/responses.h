// Raw answers of a questionnaire, as a form or a spreadsheet gives them, turned into counts. Never
// says what anybody answered: messages name rows and columns only.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/evaluations/evaluations.h"

namespace signpost {

// Something wrong with the file: "row 3, column \"helpful\": …" and what to do.
struct ResponseProblem {
  std::string message, help;

  bool operator==(const ResponseProblem&) const = default;
};

struct Responses {
  RawResults counts;  // zero for each question that nobody was asked
  std::size_t comment_count = 0;
  std::size_t blank_count = 0;  // rows without any answer, which are no replies
  std::vector<ResponseProblem> problems;
};

// Returns the counts of the CSV file `text`, whose first row names questions by their keys or their
// words. A cell is a point of the scale or one of its two names; several choices are separated by
// ";"; a blank one is no answer. Columns called "comment" or "comments" are counted and not read;
// those in `ignored` are left out.
Responses count_responses(std::string_view text, const QuestionSet& set,
                          std::span<const std::string> ignored);

// Returns the data file of content/_data with the counts.
std::string results_yaml(const RawResults& counts, const QuestionSet& set, const Period& period);

}  // namespace signpost
