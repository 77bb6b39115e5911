#include "render/kinds/evaluations.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "data/tables/published_table.h"
#include "figures/chart.h"
#include "figures/table_html.h"
#include "render/page_view.h"
#include "words/times.h"

namespace signpost {
namespace {

// The evaluation page with all that its parts look at.
struct EvaluationPage {
  const RenderContext& context;
  const Page& page;
  const Evaluation& results;
  const QuestionSet& set;

  const Words& words;
};

// A table for a row for each answer: how many, and which share unless there are too few.
PublishedTable answers_table(const EvaluationPage& evaluation, std::string_view caption,
                             std::string base) {
  TableDescription about{.caption = evaluation.words.text(caption), .base = std::move(base)};
  std::vector<TableColumn> columns = {
      {.key = "answer", .title = evaluation.words.text("evaluation_answer")},
      {.key = "people", .title = evaluation.words.text("evaluation_people"), .numeric = true}};
  if (evaluation.results.too_few) {
    about.privacy_notes.push_back({std::string(kTooFewReplies)});
  } else {
    columns.push_back({.key = "share",
                       .title = evaluation.words.text("evaluation_share"),
                       .numeric = true,
                       .percent = PercentKind::kShare});
  }
  if (evaluation.results.is_rounded) about.privacy_notes.push_back({"privacy_rounded"});
  return {std::move(about), std::move(columns)};
}

void add_row(const std::string& name, const ShownCount& count, PublishedTable& table) {
  const PublishedFigure figures[] = {PublishedFigure::count_of(count),
                                     PublishedFigure::percent_of(count)};
  table.add_row(name, std::span(figures).first(table.columns().size() - 1));
}

// A bar for each row by the table's last column; no chart where there is no length to see.
std::string bars_html(const Words& words, const PublishedTable& table, const std::string& title,
                      std::string id) {
  const TableColumn& column = table.columns().back();
  Chart chart;
  chart.id = std::move(id);
  chart.title = title;
  chart.note = words.text("chart_same_figures");
  chart.percent = column.percent == PercentKind::kShare;
  ChartSeries series{column.title, {}};
  bool has_any = false;
  for (const TableRow& row : table.rows()) {
    const TableCell& cell = row.cells.back();
    chart.categories.push_back(row.cells[0].text);
    series.values.push_back({cell.value, 0, cell.symbol});
    has_any |= cell.value.value_or(0) > 0;
  }
  chart.series.push_back(std::move(series));
  return has_any ? chart_html(words, chart) : "";
}

View figure_view(const EvaluationPage& evaluation, const PublishedTable& table,
                 const std::string& title, const std::string& key) {
  const std::string chart_title = evaluation.words.text(
      evaluation.results.too_few ? "evaluation_chart_people" : "evaluation_chart_share");
  View view;
  view.set("title", title).set("id", answers_id(key));
  view.set("html", bars_html(evaluation.words, table, chart_title, "sp-chart-" + key) +
                       table_html(evaluation.words, table,
                                  evaluation.words.text("table_label", {{"name", title}})) +
                       table_notes_html(evaluation.words, table));
  return view;
}

std::string base_text(const EvaluationPage& evaluation, const ShownCount& answered) {
  if (!answered.count()) return "";
  return evaluation.words.count("evaluation_base", *answered.count());
}

// "4 (Very easy)": the point, with its name at both ends.
std::string point_name(const EvaluationPage& evaluation, const ScaleQuestion& question,
                       std::size_t i) {
  std::string point = std::to_string(evaluation.set.scale[i]);
  if (i == 0) return fmt::format("{} ({})", point, question.low);
  if (i + 1 == evaluation.set.scale.size()) return fmt::format("{} ({})", point, question.high);
  return point;
}

template <typename Items>
const auto* find_key(const Items& items, std::string_view key) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.key == key; });
  return found == items.end() ? nullptr : &*found;
}

// The best answers first.
View question_views(const EvaluationPage& evaluation) {
  View::List views;
  for (const QuestionResult& result : evaluation.results.questions) {
    const ScaleQuestion* question = find_key(evaluation.set.questions, result.key);
    if (question == nullptr) continue;
    PublishedTable table =
        answers_table(evaluation, "evaluation_answers", base_text(evaluation, result.answered));
    for (std::size_t i = result.points.size(); i-- > 0;) {
      add_row(point_name(evaluation, *question, i), result.points[i], table);
    }
    views.push_back(figure_view(evaluation, table, question->text, result.key));
  }
  return views;
}

View choice_views(const EvaluationPage& evaluation) {
  View::List views;
  for (const ChoiceResult& result : evaluation.results.choices) {
    const ChoiceQuestion* question = find_key(evaluation.set.choices, result.key);
    if (question == nullptr) continue;
    PublishedTable table = answers_table(evaluation, "evaluation_choices",
                                         base_text(evaluation, evaluation.results.replies));
    for (std::size_t i = 0; i < result.options.size(); ++i) {
      add_row(question->options[i].text, result.options[i], table);
    }
    views.push_back(figure_view(evaluation, table, question->text, result.key));
  }
  return views;
}

std::string headline_text(const EvaluationPage& evaluation, const QuestionResult& result) {
  const ScaleQuestion* question = find_key(evaluation.set.questions, result.key);
  if (question == nullptr) return "";
  const auto say = [&](std::string_view key) {
    return evaluation.words.count(key, result.headline.tenths, {{"what", question->said}});
  };
  switch (result.headline.kind) {
    case HeadlineKind::kNone:
      return "";
    case HeadlineKind::kMost:
      return say("evaluation_most");
    case HeadlineKind::kTenths:
      return say("evaluation_tenths");
    case HeadlineKind::kOverNine:
      return say("evaluation_over_nine");
    case HeadlineKind::kUnderOne:
      return say("evaluation_under_one");
    case HeadlineKind::kEveryone:
      return say("evaluation_everyone");
    case HeadlineKind::kNobody:
      return say("evaluation_nobody");
  }
  return "";
}

View headlines(const EvaluationPage& evaluation) {
  View::List texts;
  for (const QuestionResult& result : evaluation.results.questions) {
    if (std::string text = headline_text(evaluation, result); !text.empty()) {
      texts.emplace_back(std::move(text));
    }
  }
  return texts;
}

std::string response_text(const EvaluationPage& evaluation) {
  const Evaluation& results = evaluation.results;
  if (!results.replies.count()) return evaluation.words.text("evaluation_few_replies");
  const std::int64_t count = *results.replies.count();
  if (!results.sent) return evaluation.words.count("evaluation_replies", count);
  const std::string sent = number_text(evaluation.words, static_cast<double>(*results.sent), 0);
  if (!results.replies.percent()) {
    return evaluation.words.count("evaluation_replies_of", count, {{"sent", sent}});
  }
  const std::string percent = std::to_string(*results.replies.percent());
  return evaluation.words.count("evaluation_response", count,
                                {{"sent", sent}, {"percent", percent}});
}

View comment_views(const Evaluation& results) {
  View::List views;
  for (const Comment& comment : results.comments) views.emplace_back(comment.text);
  return views;
}

// A year of results with its page.
struct YearOfResults {
  std::string year;
  const Evaluation* results = nullptr;
};

// The years up to this page's that have results, the earliest first.
std::vector<YearOfResults> years_until(const EvaluationPage& evaluation) {
  std::vector<YearOfResults> years;
  const std::string this_year = evaluation.page.text("year");
  for (const Page& page : evaluation.context.site->pages) {
    if (page.kind != evaluation.page.kind || page.language != evaluation.page.language) continue;
    const auto found = evaluation.context.data->evaluations.find(page.text("results"));
    std::string year = page.text("year");
    if (found == evaluation.context.data->evaluations.end() || year > this_year) continue;
    years.push_back({std::move(year), &found->second});
  }
  std::sort(years.begin(), years.end(),
            [](const YearOfResults& a, const YearOfResults& b) { return a.year < b.year; });
  return years;
}

// A row for each year and a column for each question: the share of good answers.
PublishedTable trend_table(const EvaluationPage& evaluation,
                           const std::vector<YearOfResults>& years) {
  std::string from = std::to_string(evaluation.set.scale[evaluation.set.good_from]);
  TableDescription about{.caption = evaluation.words.text("evaluation_trend_caption"),
                         .note = evaluation.words.text("evaluation_good", {{"n", from}})};
  std::vector<TableColumn> columns = {
      {.key = "question", .title = evaluation.words.text("evaluation_question")}};
  for (const YearOfResults& year : years) {
    columns.push_back(
        {.key = year.year, .title = year.year, .numeric = true, .percent = PercentKind::kShare});
  }
  PublishedTable table(std::move(about), std::move(columns));
  for (const ScaleQuestion& question : evaluation.set.questions) {
    std::vector<PublishedFigure> figures;
    bool is_asked = false;
    for (const YearOfResults& year : years) {
      const QuestionResult* result = find_key(year.results->questions, question.key);
      is_asked |= result != nullptr;
      figures.push_back(result == nullptr ? PublishedFigure::not_available()
                                          : PublishedFigure::percent_of(result->good));
    }
    if (is_asked) table.add_row(question.text, figures);
  }
  return table;
}

std::string trend_chart(const Words& words, const PublishedTable& table) {
  Chart chart;
  chart.kind = ChartKind::kLine;
  chart.id = "sp-chart-trend";
  chart.title = table.about().caption;
  chart.note = words.text("chart_same_figures");
  chart.percent = true;
  for (const TableColumn& column : table.columns().subspan(1)) {
    chart.categories.push_back(column.title);
  }
  for (const TableRow& row : table.rows()) {
    ChartSeries series{row.cells[0].text, {}};
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      series.values.push_back({row.cells[i].value, 0, row.cells[i].symbol});
    }
    if (chart.series.size() < kMaxChartSeries) chart.series.push_back(std::move(series));
  }
  return chart_html(words, chart);
}

// Years are compared only where the same questions were asked; else the page says why not.
void add_trend(const EvaluationPage& evaluation, View& view) {
  std::vector<YearOfResults> years = years_until(evaluation);
  const std::size_t all = years.size();
  std::erase_if(years, [&](const YearOfResults& year) {
    return year.results->question_set != evaluation.results.question_set;
  });
  std::string html, note;
  if (years.size() > 1) {
    const PublishedTable table = trend_table(evaluation, years);
    html = trend_chart(evaluation.words, table) +
           table_html(evaluation.words, table,
                      evaluation.words.text("table_label", {{"name", table.about().caption}})) +
           table_notes_html(evaluation.words, table);
  }
  if (all > years.size()) {
    note = evaluation.words.text("evaluation_trend_other");
  } else if (all == 1) {
    note = evaluation.words.text("evaluation_trend_first");
  }
  view.set("trend_html", std::move(html)).set("trend_note", std::move(note));
}

View results_view(const EvaluationPage& evaluation) {
  View view;
  view.set("response", response_text(evaluation)).set("asked", evaluation.set.asked);
  view.set("set_title", evaluation.set.title).set("set_note", evaluation.set.note);
  view.set_flag("is_too_few", evaluation.results.too_few);
  set_list(view, "headlines", headlines(evaluation));
  set_list(view, "questions", question_views(evaluation));
  set_list(view, "choices", choice_views(evaluation));
  set_list(view, "comments", comment_views(evaluation.results));
  View::List notes;
  for (const PrivacyNote& note : evaluation.results.privacy_notes) {
    notes.push_back(privacy_note_text(evaluation.words, note));
  }
  set_list(view, "privacy_notes", std::move(notes));
  add_trend(evaluation, view);
  return view;
}

}  // namespace

View evaluation_view(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  const Words& words = context.words(page.language);
  View view;
  const auto results = context.data->evaluations.find(page.text("results"));
  if (results == context.data->evaluations.end()) {
    view.set_flag("results", false);
    return view;
  }
  const auto set = context.data->question_sets.find(results->second.question_set);
  const EvaluationPage evaluation{context, page, results->second, set->second, words};
  view.set("results", results_view(evaluation));
  return view;
}

}  // namespace signpost
