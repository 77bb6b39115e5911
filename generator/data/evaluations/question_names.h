// What the columns of an export are, by their names and the questions of a set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/evaluations/answer_table.h"
#include "data/evaluations/chosen_options.h"
#include "data/evaluations/evaluations.h"

namespace signpost {

// kWords: what people wrote themselves. kId, kDayEnded, kDayBegun, kTool: added by the form's tool.
// kIgnored: by --ignore.
enum class ColumnKind : std::uint8_t {
  kUnknown,
  kScale,
  kChoice,
  kWords,
  kId,
  kDayEnded,
  kDayBegun,
  kTool,
  kIgnored
};

// `question`: an index among those of its kind. `answer`: the point or the option that alone the
// column stands for, where each has one of its own; `is_no_answer`: it stands for "not applicable";
// `is_odd_answer`: for something that the question does not have. `name`: as the file has it.
struct ExportColumn {
  ColumnKind kind = ColumnKind::kUnknown;
  std::size_t question = 0;
  std::optional<std::size_t> answer = {};
  bool is_no_answer = false;
  bool is_odd_answer = false;
  std::string name = {};

  [[nodiscard]] bool is_asked() const {
    return kind == ColumnKind::kScale || kind == ColumnKind::kChoice;
  }
};

class QuestionNames {
 public:
  // All must outlive this. `ignored` are names of columns.
  QuestionNames(const QuestionSet& set, const AnswerTable& table,
                std::span<const std::string> ignored);

  // Returns what the column is whose name is `title` and, in a second row, `label`: of a matrix the
  // question, of a question over several columns the answer.
  [[nodiscard]] ExportColumn column(std::string_view title, std::string_view label) const;
  // Whether the text is the name of a question.
  [[nodiscard]] bool is_question(std::string_view text) const;
  // Returns the key of the set's question that is most like the text; "" where none is.
  [[nodiscard]] std::string nearest_key(std::string_view text) const;
  [[nodiscard]] const OptionNames& options(std::size_t choice) const { return options_[choice]; }
  [[nodiscard]] const QuestionSet& set() const { return set_; }

 private:
  struct Question {
    ColumnKind kind = ColumnKind::kUnknown;
    std::size_t index = 0;
  };

  [[nodiscard]] std::optional<Question> find(std::string_view plain) const;
  [[nodiscard]] std::optional<Question> find_inside(std::string_view plain) const;
  [[nodiscard]] ExportColumn answer_column(const Question& question, std::string_view label) const;
  [[nodiscard]] bool is_answer_word(std::string_view text) const;
  [[nodiscard]] bool is_ignored(std::string_view plain) const;

  const QuestionSet& set_;
  const AnswerTable& table_;
  std::vector<std::string> ignored_;  // plain
  std::map<std::string, Question, std::less<>> questions_;
  std::vector<OptionNames> options_;
};

}  // namespace signpost
