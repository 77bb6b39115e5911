// From the counts of a year to what may be shown of them.
#include <algorithm>
#include <utility>

#include "data/evaluations/evaluations.h"

namespace signpost {
namespace {

// The results as one table of counts, whose cells are found again by their index.
class ResultTable {
 public:
  std::size_t add(std::int64_t value) {
    table_.cells.push_back({CountKind::kKnown, value});
    return table_.cells.size() - 1;
  }

  void add_line(std::vector<std::size_t> parts, std::size_t total) {
    table_.lines.push_back({std::move(parts), total});
  }

  void protect(DisclosureProfile profile, bool is_released) {
    profile_ = profile;
    is_released_ = is_released;
    if (is_released) {
      for (const Count& count : table_.cells) safe_.push_back({CellState::kShown, count.value});
    } else {
      safe_ = protect_counts(table_, profile);
    }
  }

  [[nodiscard]] WithheldCount withheld(std::size_t cell) const {
    return withheld_count(table_.cells[cell], safe_[cell], profile_, most_of(table_));
  }
  [[nodiscard]] const std::vector<SumLine>& lines() const { return table_.lines; }
  [[nodiscard]] std::size_t size() const { return table_.cells.size(); }

  [[nodiscard]] bool is_shown(std::size_t cell) const { return !is_hidden(safe_[cell].state); }

  [[nodiscard]] ShownCount shown(std::size_t cell) const { return ShownCount(safe_[cell]); }

  // The cell's count, and its share of the cell `base`.
  [[nodiscard]] ShownCount shown(std::size_t cell, std::size_t base) const {
    const bool has_percent =
        is_shown(cell) && is_shown(base) &&
        (is_released_
             ? table_.cells[base].value >= kLeastPercentageBase
             : may_show_percentage(table_.cells[cell].value, table_.cells[base].value, profile_));
    // Of the numbers that are shown, so that the two fit.
    return has_percent ? shown(cell).with_share_of(safe_[base].value) : shown(cell);
  }

 private:
  CountTable table_;
  std::vector<SafeCell> safe_;
  DisclosureProfile profile_ = DisclosureProfile::kStandard;
  bool is_released_ = false;
};

struct QuestionCells {
  std::vector<std::size_t> points;
  std::size_t answered = 0, good = 0, rest = 0;
  std::int64_t good_count = 0, answered_count = 0;
};

QuestionCells add_question(const std::vector<std::int64_t>& points, std::size_t good_from,
                           ResultTable& table) {
  QuestionCells cells;
  std::vector<std::size_t> good, others;
  for (std::size_t i = 0; i < points.size(); ++i) {
    cells.points.push_back(table.add(points[i]));
    (i < good_from ? others : good).push_back(cells.points.back());
    cells.answered_count += points[i];
    if (i >= good_from) cells.good_count += points[i];
  }
  cells.answered = table.add(cells.answered_count);
  cells.good = table.add(cells.good_count);
  // The others are not shown as a number, but whoever has the two above has them as well.
  const std::size_t rest = table.add(cells.answered_count - cells.good_count);
  cells.rest = rest;
  table.add_line(cells.points, cells.answered);
  table.add_line({cells.good, rest}, cells.answered);
  table.add_line(std::move(good), cells.good);
  table.add_line(std::move(others), rest);
  return cells;
}

// The question of a set that has the key, or nullptr.
template <typename Questions>
const auto* question_called(const Questions& questions, std::string_view key) {
  const auto found = std::find_if(questions.begin(), questions.end(),
                                  [&](const auto& question) { return question.key == key; });
  return found == questions.end() ? nullptr : &*found;
}

// Makes the table of what is not shown: a row for each question, with its points, those who
// answered, the good answers and the others; and a row for each option.
class WithheldAnswers {
 public:
  WithheldAnswers(const ResultTable& table, const QuestionSet& set) : table_(table), set_(set) {
    result_.title = set.title;
    result_.about = set.title + ' ' + set.asked;
    for (const std::int64_t point : set.scale) result_.columns.push_back(std::to_string(point));
    for (const char* name : {"answered", "good answers", "other answers", "people"}) {
      result_.columns.emplace_back(name);
    }
    result_.counts.resize(table.size());
    result_.lines = table.lines();
  }

  void add_replies(std::size_t cell) { add_row("replies", {{cell, people()}}); }

  void add_question(std::string_view key, const QuestionCells& cells) {
    const ScaleQuestion* question = question_called(set_.questions, key);
    std::vector<std::pair<std::size_t, std::size_t>> row;
    for (std::size_t i = 0; i < cells.points.size(); ++i) row.emplace_back(cells.points[i], i);
    row.emplace_back(cells.answered, set_.scale.size());
    row.emplace_back(cells.good, set_.scale.size() + 1);
    row.emplace_back(cells.rest, set_.scale.size() + 2);
    add_row(question == nullptr ? key : question->text, row);
  }

  // `cells`: those who chose the option, and the others.
  void add_option(std::string_view text, std::size_t chosen, std::size_t others) {
    add_row(text, {{chosen, people()}, {others, set_.scale.size() + 2}});
  }

  WithheldTable take() {
    result_.printed.assign(result_.rows.size(),
                           std::vector<std::optional<Number>>(result_.columns.size()));
    for (const WithheldCount& count : result_.counts) {
      if (count.known.low != count.known.high) continue;
      result_.printed[count.row][count.column] = Number{static_cast<double>(count.value)};
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::size_t people() const { return set_.scale.size() + 3; }

  void add_row(std::string_view name,
               const std::vector<std::pair<std::size_t, std::size_t>>& cells) {
    for (const auto& [cell, column] : cells) {
      result_.counts[cell] = table_.withheld(cell);
      result_.counts[cell].row = result_.rows.size();
      result_.counts[cell].column = column;
    }
    result_.rows.emplace_back(name);
    result_.measures.emplace_back();
    result_.row_places.emplace_back();
  }

  const ResultTable& table_;
  const QuestionSet& set_;
  WithheldTable result_;
};

// `options`: the cells of each question's options; the others of one stand behind it.
WithheldTable withheld_answers(const RawResults& raw, const QuestionSet& set,
                               const ResultTable& table, std::size_t replies,
                               const std::vector<QuestionCells>& questions,
                               const std::vector<std::vector<std::size_t>>& options) {
  WithheldAnswers answers(table, set);
  answers.add_replies(replies);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    answers.add_question(raw.answers[i].first, questions[i]);
  }
  for (std::size_t i = 0; i < options.size(); ++i) {
    const ChoiceQuestion* question = question_called(set.choices, raw.choices[i].first);
    for (std::size_t j = 0; j < options[i].size(); ++j) {
      const bool is_named = question != nullptr && j < question->options.size();
      answers.add_option(is_named ? question->options[j].text : "", options[i][j],
                         options[i][j] + 1);
    }
  }
  return answers.take();
}

}  // namespace

Headline headline_of(std::int64_t good, std::int64_t answered, bool is_shown,
                     DisclosureProfile profile) {
  if (answered < kLeastPercentageBase) return {};
  if (good == answered) return {HeadlineKind::kEveryone, 10};
  if (good == 0) return {HeadlineKind::kNobody, 0};
  if (!is_shown && answered < kLeastTenthsBase) {
    return {2 * good > answered ? HeadlineKind::kMost : HeadlineKind::kNone, 0};
  }
  if (may_show_percentage(good, answered, profile)) {
    if (20 * good > 19 * answered) return {HeadlineKind::kOverNine, 9};
    if (20 * good < answered) return {HeadlineKind::kUnderOne, 1};
  }
  const std::int64_t tenths = (20 * good + answered) / (2 * answered);
  return {HeadlineKind::kTenths, static_cast<int>(tenths < 1 ? 1 : tenths > 9 ? 9 : tenths)};
}

WithheldTable make_safe(const RawResults& raw, const QuestionSet& set, DisclosureProfile profile,
                        bool is_released, Evaluation& evaluation) {
  ResultTable table;
  const std::size_t replies = table.add(raw.replies);
  std::vector<QuestionCells> questions;
  for (const auto& [key, points] : raw.answers) {
    questions.push_back(add_question(points, set.good_from, table));
  }
  std::vector<std::vector<std::size_t>> options;
  for (const auto& [key, counts] : raw.choices) {
    std::vector<std::size_t>& cells = options.emplace_back();
    for (const std::int64_t count : counts) {
      cells.push_back(table.add(count));
      table.add_line({cells.back(), table.add(raw.replies - count)}, replies);
    }
  }
  table.protect(profile, is_released);

  evaluation.sent = raw.sent;
  evaluation.replies = table.shown(replies);
  if (raw.sent && *raw.sent >= kLeastPercentageBase) {
    evaluation.replies = evaluation.replies.with_share_of(*raw.sent);
  }
  evaluation.too_few = raw.replies < kLeastPercentageBase;
  evaluation.is_rounded = profile == DisclosureProfile::kStrict && !is_released;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const QuestionCells& cells = questions[i];
    QuestionResult result{raw.answers[i].first,
                          table.shown(cells.answered),
                          table.shown(cells.good, cells.answered),
                          {},
                          {}};
    for (const std::size_t point : cells.points) {
      result.points.push_back(table.shown(point, cells.answered));
    }
    result.headline =
        headline_of(cells.good_count, cells.answered_count, table.is_shown(cells.good), profile);
    evaluation.questions.push_back(std::move(result));
  }
  for (std::size_t i = 0; i < options.size(); ++i) {
    ChoiceResult result{raw.choices[i].first, {}};
    for (const std::size_t option : options[i]) {
      result.options.push_back(table.shown(option, replies));
    }
    evaluation.choices.push_back(std::move(result));
  }
  return withheld_answers(raw, set, table, replies, questions, options);
}

}  // namespace signpost
