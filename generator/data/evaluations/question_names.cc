#include "data/evaluations/question_names.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "data/cell_text.h"
#include "data/evaluations/export_words.h"
#include "data/evaluations/form_tools.h"

namespace signpost {
namespace {

// Questions with as many words in common are taken for two wordings of one.
constexpr double kAlike = 0.6;

ColumnKind kind_of(ToolColumn column) {
  switch (column) {
    case ToolColumn::kId:
      return ColumnKind::kId;
    case ToolColumn::kDayEnded:
      return ColumnKind::kDayEnded;
    case ToolColumn::kDayBegun:
      return ColumnKind::kDayBegun;
    case ToolColumn::kOther:
      return ColumnKind::kTool;
    case ToolColumn::kNone:
      break;
  }
  return ColumnKind::kUnknown;
}

// "Title [label]", as Google Forms and LimeSurvey name the parts of a matrix.
std::optional<std::pair<std::string_view, std::string_view>> split_label(std::string_view name) {
  name = trimmed(name);
  const std::size_t open = name.rfind('[');
  if (!name.ends_with(']') || open == std::string_view::npos || open == 0) return std::nullopt;
  return std::pair(name.substr(0, open), name.substr(open + 1, name.size() - open - 2));
}

}  // namespace

QuestionNames::QuestionNames(const QuestionSet& set, const AnswerTable& table,
                             std::span<const std::string> ignored)
    : set_(set), table_(table) {
  const auto add = [&](ColumnKind kind, std::size_t index, const auto& question) {
    questions_.emplace(plain_question(question.key), Question{kind, index});
    questions_.emplace(plain_question(question.text), Question{kind, index});
  };
  for (std::size_t i = 0; i < set.questions.size(); ++i) {
    add(ColumnKind::kScale, i, set.questions[i]);
  }
  for (std::size_t i = 0; i < set.choices.size(); ++i) {
    add(ColumnKind::kChoice, i, set.choices[i]);
    OptionNames names;
    for (std::size_t o = 0; o < set.choices[i].options.size(); ++o) {
      const ChoiceOption& option = set.choices[i].options[o];
      names.names.push_back({plain_answer(option.key), o});
      names.names.push_back({plain_answer(option.text), o});
      for (const std::string& mapped : table.words_of(i, option.key)) {
        names.names.push_back({mapped, o});
      }
      if (option.key == "other") names.other = o;
    }
    options_.push_back(std::move(names));
  }
  for (const std::string& name : ignored) ignored_.push_back(plain_question(name));
}

bool QuestionNames::is_ignored(std::string_view plain) const {
  return std::ranges::find(ignored_, plain) != ignored_.end();
}

std::optional<QuestionNames::Question> QuestionNames::find(std::string_view plain) const {
  const auto found = questions_.find(plain);
  return found == questions_.end() ? std::nullopt : std::optional(found->second);
}

// The question behind the title of its group ("Our service - How easy was it"), or before a note in
// brackets ("How easy was it? (1 to 5)").
std::optional<QuestionNames::Question> QuestionNames::find_inside(std::string_view plain) const {
  for (const std::string_view mark : {" - ", " > ", ": "}) {
    const std::size_t i = plain.rfind(mark);
    if (i == std::string_view::npos) continue;
    if (const auto question = find(plain_question(plain.substr(i + mark.size())))) return question;
  }
  const std::size_t open = plain.rfind(" (");
  if (!plain.ends_with(')') || open == std::string_view::npos) return std::nullopt;
  return find(plain_question(plain.substr(0, open)));
}

// An answer may be called like the key of a question: "Neutral" beside `neutral`.
bool QuestionNames::is_answer_word(std::string_view text) const {
  const auto is_key = [&](const auto& question) { return question.key == trimmed(text); };
  return !set_.questions.empty() && std::ranges::none_of(set_.questions, is_key) &&
         std::ranges::none_of(set_.choices, is_key) &&
         table_.read(0, text).kind == AnswerKind::kPoint;
}

bool QuestionNames::is_question(std::string_view text) const {
  const std::string plain = plain_question(text);
  if (plain.empty() || is_ignored(plain) || is_answer_word(text)) return false;
  if (find(plain)) return true;
  if (tool_column(plain) != ToolColumn::kNone) return false;
  if (const auto parts = split_label(text)) {
    return find(plain_question(parts->first)) || find(plain_question(parts->second));
  }
  return find_inside(plain).has_value();
}

ExportColumn QuestionNames::answer_column(const Question& question, std::string_view label) const {
  ExportColumn column{question.kind, question.index};
  const std::string plain = plain_answer(label);
  if (is_answer_label(plain_question(label))) return column;
  if (question.kind == ColumnKind::kScale) {
    const Answer answer = table_.read(question.index, label);
    if (answer.kind == AnswerKind::kPoint) column.answer = answer.point;
    if (answer.kind == AnswerKind::kNoPoint) column.is_no_answer = true;
  } else {
    const OptionNames& names = options_[question.index];
    const auto name = std::ranges::find(names.names, plain, &OptionNames::Name::text);
    if (name != names.names.end()) column.answer = name->option;
    if (is_no_answer(plain) || plain == "none of the above") column.is_no_answer = true;
  }
  if (column.answer || column.is_no_answer) return column;
  column.is_odd_answer = !asks_for_words(plain);
  if (!column.is_odd_answer) column.kind = ColumnKind::kWords;
  return column;
}

ExportColumn QuestionNames::column(std::string_view title, std::string_view label) const {
  const std::string plain = plain_question(title);
  const std::string plain_label = plain_question(label);
  const auto named = [&](ExportColumn column) {
    const bool has_label = !is_answer_label(plain_label);
    column.name = !has_label      ? std::string(title)
                  : plain.empty() ? std::string(label)
                                  : fmt::format("{}: {}", shortened(title, 30), label);
    return column;
  };
  if ((!plain.empty() && is_ignored(plain)) || (!plain_label.empty() && is_ignored(plain_label))) {
    return named({ColumnKind::kIgnored});
  }
  if (const auto question = find(plain_label)) return named({question->kind, question->index});
  if (const auto question = find(plain)) return named(answer_column(*question, label));
  for (const std::string& each : {plain, plain_label}) {
    const ToolColumn tool = tool_column(each);
    if (tool != ToolColumn::kNone) return named({kind_of(tool)});
  }
  if (const auto parts = split_label(title); parts && label.empty()) {
    ExportColumn column = QuestionNames::column(parts->first, parts->second);
    column.name = title;
    return column;
  }
  if (const auto question = find_inside(plain)) return named(answer_column(*question, label));
  const bool is_words =
      asks_for_words(plain) || asks_for_words(plain_label) || plain_label == "open-ended response";
  return named({is_words ? ColumnKind::kWords : ColumnKind::kUnknown});
}

std::string QuestionNames::nearest_key(std::string_view text) const {
  const std::string plain = plain_question(text);
  std::string nearest;
  double best = kAlike;
  std::vector<std::string_view> keys;
  const auto look = [&](const auto& question) {
    keys.push_back(question.key);
    const double alike = likeness(plain, plain_question(question.text));
    if (alike <= best) return;
    best = alike;
    nearest = question.key;
  };
  std::ranges::for_each(set_.questions, look);
  std::ranges::for_each(set_.choices, look);
  return nearest.empty() ? nearest_name(plain, keys) : nearest;
}

}  // namespace signpost
