#include "data/evaluations/reply_counter.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "data/evaluations/answer_wordings.h"
#include "data/evaluations/chosen_options.h"
#include "data/evaluations/export_words.h"

namespace signpost {
namespace {

// Sorted as they are told.
enum class Mistake : std::uint8_t {
  kFormula,
  kNoPoint,
  kTwoPoints,
  kOtherAnswer,
  kUnknownOption,
  kUnclearOptions,
  kConflict
};

bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+@").find(cell[0]) != std::string_view::npos;
}

struct NumberRange {
  std::int64_t first = 0, last = 0;

  [[nodiscard]] bool has(std::int64_t number) const { return first <= number && number <= last; }
};

class AnswerCounter {
 public:
  explicit AnswerCounter(const CountingInput& input)
      : input_(input), set_(input.names.set()), parts_(set_.questions.size()) {
    for (const ScaleQuestion& question : set_.questions) {
      result_.counts.answers.emplace_back(question.key,
                                          std::vector<std::int64_t>(set_.scale.size()));
    }
    for (const ChoiceQuestion& question : set_.choices) {
      result_.counts.choices.emplace_back(question.key,
                                          std::vector<std::int64_t>(question.options.size()));
    }
    for (std::size_t c = 0; c < columns().size(); ++c) {
      const ExportColumn& column = columns()[c];
      const bool is_part = column.answer || column.is_no_answer;
      if (column.kind == ColumnKind::kScale && is_part) parts_[column.question].push_back(c);
    }
  }

  Responses count() {
    for (const std::size_t i : input_.rows.records) {
      read_row(input_.sheet.records[i]);
      ++result_.counts.replies;
    }
    // Replies of other times were given on the same scale.
    const RawResults counts = result_.counts;
    is_counted_ = false;
    for (const std::size_t i : input_.rows.outside) read_row(input_.sheet.records[i]);
    result_.counts = counts;
    count_comments();
    check_numbers();
    check_wordings();
    for (const auto& [where, rows] : mistakes_) report(where.first, where.second, rows);
    add_notes();
    return std::move(result_);
  }

 private:
  using Rows = std::vector<std::uint32_t>;

  [[nodiscard]] const std::vector<ExportColumn>& columns() const { return input_.header.columns; }

  void problem(std::string message, std::string help) {
    result_.problems.push_back({std::move(message), std::move(help)});
  }

  void mistake(std::size_t column, Mistake kind, const CsvRecord& record) {
    if (is_counted_) mistakes_[{column, kind}].push_back(record.number);
  }

  void read_row(const CsvRecord& record) {
    const std::size_t width = std::min(record.cells.size(), columns().size());
    for (std::size_t c = 0; c < width; ++c) {
      const ExportColumn& column = columns()[c];
      const std::string_view cell = record.cells[c].text;
      if (cell.empty() || !column.is_asked()) continue;
      if (is_formula(cell)) {
        mistake(c, Mistake::kFormula, record);
      } else if (column.kind == ColumnKind::kChoice) {
        count_options(c, record);
      } else if (!column.answer && !column.is_no_answer) {
        count_point(c, record);
      }
    }
    for (const std::vector<std::size_t>& parts : parts_) {
      if (!parts.empty()) count_part(parts, record);
    }
  }

  void count_point(std::size_t c, const CsvRecord& record) {
    const std::size_t question = columns()[c].question;
    const Answer& answer = read_answer(question, record.cells[c].text);
    std::vector<std::int64_t>& counts = result_.counts.answers[question].second;
    switch (answer.kind) {
      case AnswerKind::kPoint:
        ++counts[answer.point];
        if (answer.beside && *answer.beside != set_.scale[answer.point] && is_counted_) {
          other_numbers_[{c, Mistake::kConflict}].push_back(record.number);
        }
        return;
      case AnswerKind::kNoPoint:
        if (is_counted_) ++no_point_count_;
        return;
      case AnswerKind::kUnknown:
        return mistake(c, Mistake::kNoPoint, record);
      case AnswerKind::kConflict:
        return mistake(c, Mistake::kConflict, record);
      case AnswerKind::kNumber:
        break;
    }
    numbers_.insert(answer.number);
    const auto point = std::ranges::find(set_.scale, answer.number);
    if (point != set_.scale.end()) {
      ++counts[static_cast<std::size_t>(point - set_.scale.begin())];
    } else if (is_counted_) {
      odd_numbers_[{c, Mistake::kNoPoint}].push_back(record.number);
    }
  }

  // People give few different answers, so that each is looked at once.
  const Answer& read_answer(std::size_t question, const std::string& cell) {
    constexpr std::size_t kKept = 1000;
    std::map<std::string, Answer>& known = answers_[question];
    if (const auto found = known.find(cell); found != known.end()) return found->second;
    if (known.size() >= kKept) known.clear();
    const Answer answer = input_.table.read(question, cell);
    if (answer.kind == AnswerKind::kPoint && (answer.word != nullptr || answer.is_mapped)) {
      std::string name =
          answer.is_mapped ? std::to_string(answer.number) : fmt::format("\"{}\"", *answer.word);
      const bool is_same = name == std::to_string(set_.scale[answer.point]);
      if (input_.table.has_own(question)) name += " of " + set_.questions[question].key;
      if (!is_same) taken_.emplace(answer.point, std::move(name));
    }
    if (answer.kind == AnswerKind::kPoint && !answer.is_mapped) {
      const auto [word, origin] = wording_of(question, answer);
      wordings_[question][answer.point].emplace(word, origin);
    }
    return known.emplace(cell, answer).first->second;
  }

  [[nodiscard]] std::pair<std::string, WordingOrigin> wording_of(std::size_t question,
                                                                 const Answer& answer) const {
    const ScaleQuestion& asked = set_.questions[question];
    if (answer.word == nullptr) {
      return {plain_answer(answer.point == 0 ? asked.low : asked.high), WordingOrigin::kEnd};
    }
    return {*answer.word, answer.is_said ? WordingOrigin::kSaid : WordingOrigin::kSet};
  }

  void check_wordings() {
    for (const auto& [question, wordings] : wordings_) {
      const std::vector<std::int64_t>& counts = result_.counts.answers[question].second;
      for (ResponseProblem& each : wording_problems(set_, question, wordings, counts)) {
        result_.problems.push_back(std::move(each));
      }
    }
  }

  // A question over several columns, each for one point.
  void count_part(const std::vector<std::size_t>& parts, const CsvRecord& record) {
    std::vector<std::size_t> filled;
    for (const std::size_t c : parts) {
      if (!record_cell(record, c).empty()) filled.push_back(c);
    }
    // Where each column says yes or no, 0 is a no; alone it may be the point's own number.
    if (filled.size() > 1) {
      std::erase_if(filled, [&](std::size_t c) { return says_no(record_cell(record, c)); });
    }
    if (filled.empty()) return;
    const ExportColumn& column = columns()[filled[0]];
    const std::string_view cell = record_cell(record, filled[0]);
    if (filled.size() > 1) return mistake(filled[1], Mistake::kTwoPoints, record);
    const Answer answer = input_.table.read(column.question, cell);
    const bool is_same = answer.kind == AnswerKind::kPoint && column.answer == answer.point;
    const bool is_none = answer.kind == AnswerKind::kNoPoint && column.is_no_answer;
    if (!is_same && !is_none && !says_yes(cell)) {
      return mistake(filled[0], Mistake::kOtherAnswer, record);
    }
    if (column.is_no_answer) {
      if (is_counted_) ++no_point_count_;
    } else {
      ++result_.counts.answers[column.question].second[*column.answer];
    }
  }

  void count_options(std::size_t c, const CsvRecord& record) {
    const ExportColumn& column = columns()[c];
    const std::string& cell = record.cells[c].text;
    std::vector<std::int64_t>& counts = result_.counts.choices[column.question].second;
    const OptionNames& names = input_.names.options(column.question);
    const bool is_part = column.answer || column.is_no_answer;
    if (is_part && (says_no(cell) || says_yes(cell))) {
      if (column.answer && !says_no(cell)) ++counts[*column.answer];
      return;
    }
    if (const std::string plain = plain_answer(cell); is_no_answer(plain) || names_none(plain)) {
      if (is_counted_) ++no_point_count_;
      return;
    }
    ChosenOptions chosen = read_chosen_options(cell, names);
    // Where other cells are joined by ";", this one is a single option, with its commas.
    if (chosen.reading == ChoiceReading::kUnclear && is_joined_by_semicolons(c)) {
      chosen = read_chosen_options(cell + ";", names);
    }
    if (chosen.reading == ChoiceReading::kUnknown)
      return mistake(c, Mistake::kUnknownOption, record);
    if (chosen.reading == ChoiceReading::kUnclear) {
      return mistake(c, Mistake::kUnclearOptions, record);
    }
    const bool is_other = is_part && column.answer && chosen.options != std::set{*column.answer};
    if (is_other) return mistake(c, Mistake::kOtherAnswer, record);
    if (chosen.has_own_words && is_counted_) ++own_words_count_;
    for (const std::size_t option : chosen.options) ++counts[option];
  }

  [[nodiscard]] bool is_joined_by_semicolons(std::size_t c) {
    const auto [known, is_new] = joined_.try_emplace(c, false);
    if (is_new) {
      known->second = std::ranges::any_of(input_.rows.records, [&](std::size_t i) {
        return record_cell(input_.sheet.records[i], c).find(';') != std::string_view::npos;
      });
    }
    return known->second;
  }

  // Also of rows that say something and answer nothing.
  void count_comments() {
    std::vector<std::size_t> records = input_.rows.records;
    records.insert(records.end(), input_.rows.blank.begin(), input_.rows.blank.end());
    for (const std::size_t i : records) {
      for (std::size_t c = 0; c < columns().size(); ++c) {
        const bool is_words = columns()[c].kind == ColumnKind::kWords;
        if (is_words && !record_cell(input_.sheet.records[i], c).empty()) ++result_.comment_count;
      }
    }
  }

  // Numbers that two scales have are never taken for the set's own: 1 to 4 may be of 1 to 5.
  void check_numbers() {
    if (numbers_.empty() || set_.scale.empty()) return;
    const auto size = static_cast<std::int64_t>(set_.scale.size());
    const NumberRange own{set_.scale.front(), set_.scale.back()};
    const auto fits = [&](NumberRange range) {
      return range.first != own.first && range.has(*numbers_.begin()) &&
             range.has(*numbers_.rbegin());
    };
    std::optional<NumberRange> other;
    for (const NumberRange range : {NumberRange{1, size}, NumberRange{0, size - 1}}) {
      if (!other && fits(range)) other = range;
    }
    if (!other) {
      for (const auto& [where, rows] : other_numbers_) {
        if (input_.table.numbers(columns()[where.first].question).empty()) {
          mistakes_.emplace(where, rows);
        }
      }
      for (auto& [where, rows] : odd_numbers_) {
        Rows& all = mistakes_[where];
        all.insert(all.end(), rows.begin(), rows.end());
        std::ranges::sort(all);
      }
      return;
    }
    const std::string seen = *numbers_.begin() == *numbers_.rbegin()
                                 ? fmt::format("all {}", *numbers_.begin())
                                 : fmt::format("{} to {}", *numbers_.begin(), *numbers_.rbegin());
    const std::string map = fmt::format(
        "--map {}..{} if people chose from {} to {} and {} is best, "
        "--map {}..{} if {} is best",
        other->first, other->last, other->first, other->last, other->last, other->last,
        other->first, other->first);
    if (odd_numbers_.empty()) {
      problem(
          fmt::format("the answers are {}: they could be of a scale of {} to {} or of {} to {}, "
                      "the scale of \"{}\"",
                      seen, other->first, other->last, own.first, own.last, set_.version),
          fmt::format("type --map {}..{} if people chose from {} to {}, {}", own.first, own.last,
                      own.first, own.last, map));
    } else {
      problem(fmt::format("the answers are {}, but the scale of \"{}\" is {} to {}", seen,
                          set_.version, own.first, own.last),
              fmt::format("type {}", map));
    }
  }

  void report(std::size_t c, Mistake kind, const Rows& rows) {
    const ExportColumn& column = columns()[c];
    const bool is_scale = column.kind == ColumnKind::kScale;
    const std::string& key =
        is_scale ? set_.questions[column.question].key : set_.choices[column.question].key;
    const std::string where = fmt::format("{}, column \"{}\"", rows_text(rows), key);
    switch (kind) {
      case Mistake::kFormula:
        return problem(where + ": the cell looks like a formula", "write the answer itself");
      case Mistake::kTwoPoints:
        return problem(where + ": two points are chosen", "leave one of them");
      case Mistake::kOtherAnswer:
        return problem(where + ": the cell is another answer than its column",
                       "export the answers again, with one column for the question");
      case Mistake::kUnclearOptions:
        return problem(where + ": the choices can be read in two ways", "separate them with \";\"");
      case Mistake::kUnknownOption:
        return problem(where + ": one of the choices is not known", option_help(column.question));
      case Mistake::kConflict:
        return problem(where + ": the number and the words of the answer are different points",
                       conflict_help());
      case Mistake::kNoPoint:
        break;
    }
    const ScaleQuestion& question = set_.questions[column.question];
    problem(
        where + ": the answer is no point of the scale",
        fmt::format("write one of {}, \"{}\" or \"{}\", or leave the cell empty; what else an "
                    "answer means, say with --map \"ANSWER={}\"",
                    numbers_text(column.question), question.low, question.high, set_.scale.back()));
  }

  // The numbers that mean something: those of --map, else the scale's own.
  [[nodiscard]] std::string numbers_text(std::size_t question) const {
    const std::vector<std::int64_t> said = input_.table.numbers(question);
    return fmt::format("{}", fmt::join(said.empty() ? set_.scale : said, ", "));
  }

  [[nodiscard]] std::string conflict_help() const {
    const auto size = static_cast<std::int64_t>(set_.scale.size());
    return fmt::format(
        "say what the form's numbers mean: --map 1..{} where {} is best, --map {}..1 where 1 is",
        size, size, size);
  }

  [[nodiscard]] std::string option_help(std::size_t choice) const {
    std::vector<std::string_view> keys;
    for (const ChoiceOption& each : set_.choices[choice].options) keys.push_back(each.key);
    return fmt::format(
        "there is: {}; which of them another wording is, say with --map \"CHOICE={}\"",
        fmt::join(keys, ", "), keys[0]);
  }

  void add_notes() {
    if (!taken_.empty()) {
      std::vector<std::string> texts;
      for (const auto& [point, name] : taken_) {
        texts.push_back(fmt::format("{} as {}", name, set_.scale[point]));
      }
      result_.notes.push_back(
          fmt::format("answers taken as points of the scale: {}", fmt::join(texts, ", ")));
    }
    if (no_point_count_ > 0) {
      result_.notes.push_back(
          fmt::format("answers that choose nothing, such as \"not applicable\", not counted: {}",
                      no_point_count_));
    }
    if (own_words_count_ > 0) {
      result_.notes.push_back(
          fmt::format("choices in people's own words, counted as \"other\": {}", own_words_count_));
    }
  }

  const CountingInput& input_;
  const QuestionSet& set_;
  std::vector<std::vector<std::size_t>> parts_;  // of each question with a scale: its columns
  std::map<std::size_t, std::map<std::string, Answer>> answers_;  // by question
  std::map<std::pair<std::size_t, Mistake>, Rows> mistakes_, odd_numbers_,
      other_numbers_;                              // by column
  std::map<std::size_t, PointWordings> wordings_;  // by question
  std::map<std::size_t, bool> joined_;             // by column: its cells have ";"
  std::set<std::int64_t> numbers_;
  std::set<std::pair<std::size_t, std::string>> taken_;  // point and what was taken for it
  std::size_t no_point_count_ = 0, own_words_count_ = 0;
  bool is_counted_ = true;
  Responses result_;
};

}  // namespace

Responses count_answers(const CountingInput& input) { return AnswerCounter(input).count(); }

}  // namespace signpost
