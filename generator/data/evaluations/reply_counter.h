// Counts the answers of an export's replies.
#pragma once

#include "data/evaluations/answer_table.h"
#include "data/evaluations/export_header.h"
#include "data/evaluations/question_names.h"
#include "data/evaluations/reply_rows.h"
#include "data/evaluations/responses.h"

namespace signpost {

// What the counting goes by; all of it outlives the call.
struct CountingInput {
  const ExportSheet& sheet;
  const ExportHeader& header;
  const ReplyRows& rows;
  const QuestionNames& names;
  const AnswerTable& table;
};

// Returns the counts with notes on how answers were read; problems with the rows and columns of
// answers that are not known, and where the numbers may be of another scale.
Responses count_answers(const CountingInput& input);

}  // namespace signpost
