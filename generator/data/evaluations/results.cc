// From the counts of a year to what may be shown of them.
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
  std::size_t answered = 0, good = 0;
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
  table.add_line(cells.points, cells.answered);
  table.add_line({cells.good, rest}, cells.answered);
  table.add_line(std::move(good), cells.good);
  table.add_line(std::move(others), rest);
  return cells;
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

void make_safe(const RawResults& raw, const QuestionSet& set, DisclosureProfile profile,
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
}

}  // namespace signpost
