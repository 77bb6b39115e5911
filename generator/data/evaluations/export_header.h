// Where in an export the names of the columns stand, in one row or two, and what the columns are.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/evaluations/export_file.h"
#include "data/evaluations/form_tools.h"
#include "data/evaluations/question_names.h"

namespace signpost {

// `first_reply`: the index of the record below the names. `titles`: rows above them. `missing`:
// keys of questions without a column. `tool`: what the file looks like an export of, or nullptr.
// `names_no_question`: it may be of another set.
struct ExportHeader {
  std::size_t first_reply = 0;
  std::vector<ExportColumn> columns;
  std::size_t title_count = 0;
  std::vector<std::string> missing;
  const FormTool* tool = nullptr;
  bool names_no_question = false;
  std::vector<ResponseProblem> problems;
};

// Whether a name of a column or a sheet may tell who somebody is.
bool is_private_name(std::string_view name);

// Returns what to choose to export the answers again, as the end of a help; "" for no tool.
std::string export_again(const FormTool* tool);

// Returns how many columns the best of the first rows names.
std::size_t count_named_questions(std::span<const CsvRecord> records, const QuestionNames& names);

// Returns the columns; problems where no row names a question, a column is not known while a
// question has none, or two columns are one question. No name that looks like somebody's is quoted.
ExportHeader read_export_header(std::span<const CsvRecord> records, const QuestionNames& names);

// Returns the column as messages name it: "\"Postcode\"", or "column C" where it has no name or one
// that could be a person's.
std::string column_title(const ExportColumn& column, std::size_t index);

}  // namespace signpost
