#include "figures/figure.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "data/numbers.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxBars = 40;  // three screens of a phone

// The names in "Boys, Girls".
std::vector<std::string_view> names_in(std::string_view text) {
  std::vector<std::string_view> names;
  for (const std::string_view part : split(text, ',')) {
    if (const std::string_view name = trimmed(part); !name.empty()) names.push_back(name);
  }
  return names;
}

std::optional<Period> period_in(std::string_view text) {
  constexpr std::string_view kTo = " to ";
  const std::size_t to = text.find(kTo);
  if (to == std::string_view::npos) return std::nullopt;
  const std::optional<Date> first = parse_date(trimmed(text.substr(0, to)));
  const std::optional<Date> last = parse_date(trimmed(text.substr(to + kTo.size())));
  if (!first || !last || *last < *first) return std::nullopt;
  return Period{*first, *last};
}

std::optional<ChartKind> chart_kind(std::string_view type) {
  if (type.empty() || type == "bar") return ChartKind::kBar;
  if (type == "stacked") return ChartKind::kStacked;
  if (type == "line") return ChartKind::kLine;
  return std::nullopt;
}

bool is_total(const PublishedTable& table, std::string_view name) {
  return std::ranges::find(table.totals(), name) != table.totals().end();
}

std::vector<std::size_t> series_columns(const PublishedTable& table, bool is_chosen) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 1; i < table.columns().size(); ++i) {
    const TableColumn& column = table.columns()[i];
    const bool is_sum = is_total(table, column.key) || is_total(table, column.title);
    if (!column.numeric || (is_sum && !is_chosen)) continue;
    const bool is_alike = columns.empty() || table.columns()[columns[0]].percent == column.percent;
    if (is_alike || is_chosen) columns.push_back(i);
  }
  return columns;
}

// The same values with a category for each series and a series for each category.
void transpose(Chart& chart) {
  std::vector<ChartSeries> turned;
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    ChartSeries& series = turned.emplace_back();
    series.name = chart.categories[i];
    for (const ChartSeries& each : chart.series) series.values.push_back(each.values[i]);
  }
  std::vector<std::string> categories;
  for (ChartSeries& series : chart.series) categories.push_back(std::move(series.name));
  chart.series = std::move(turned);
  chart.categories = std::move(categories);
}

// What check_figure reports with.
struct FigureCheck {
  const Place& place;
  Diagnostics& diagnostics;

  void wrong(std::string_view rule, std::string message, std::string help) const {
    diagnostics.add(rule, place, std::move(message), std::move(help));
  }

  void names(FigureSettings settings, std::string_view key,
             const std::vector<std::string_view>& known, const auto& exists) const {
    for (const std::string_view name : names_in(setting(settings, key))) {
      if (exists(name)) continue;
      std::string help =
          did_you_mean_or(name, known, fmt::format("use some of: {}", fmt::join(known, ", ")));
      wrong("figure-setting", fmt::format("the table has no \"{}\" to show in {}", name, key),
            help);
    }
  }

  void chart(const Chart& drawn, const PublishedTable& shown, FigureSettings settings) const {
    if (drawn.series.empty() || drawn.categories.empty()) {
      wrong("chart-data", "the table has no figures to draw",
            "choose a table with a column of numbers");
      return;
    }
    if (drawn.series.size() > kMaxChartSeries) {
      wrong("chart-data",
            fmt::format("a chart of {} series cannot be read, {} at most", drawn.series.size(),
                        kMaxChartSeries),
            "name what to show: {columns=\"first, second\"} or {rows=\"first, second\"}");
    }
    if (drawn.kind != ChartKind::kLine && drawn.categories.size() > kMaxBars) {
      wrong("chart-data",
            fmt::format("{} bars are too many to read, {} at most", drawn.categories.size(),
                        kMaxBars),
            "write type=line for a trend, or name the rows to show: {rows=\"first, second\"}");
    }
    std::set<PercentKind> kinds;
    bool has_negative = false;
    for (const std::size_t i : series_columns(shown, !setting(settings, "columns").empty())) {
      kinds.insert(shown.columns()[i].percent);
    }
    for (const ChartSeries& series : drawn.series) {
      for (const ChartValue& value : series.values) has_negative |= value.value.value_or(0) < 0;
    }
    if (kinds.size() > 1) {
      wrong("chart-data", "the chart mixes percentages with other figures",
            "draw a chart for each: name its columns in braces");
    }
    if (drawn.kind == ChartKind::kStacked && has_negative) {
      wrong("chart-data", "parts below 0 cannot be stacked", "write type=bar");
    }
    if (drawn.kind == ChartKind::kLine && drawn.categories.size() < 2) {
      wrong("chart-data", "a line needs two points in time or more", "write type=bar");
    }
  }
};

}  // namespace

std::string_view setting(FigureSettings settings, std::string_view key) {
  for (const auto& [name, value] : settings) {
    if (name == key) return value;
  }
  return "";
}

PublishedTable shown_table(const PublishedTable& table, FigureSettings settings) {
  PublishedTable shown = table;
  TableDescription about = table.about();
  const auto replace = [&](std::string& text, std::string_view key) {
    if (const std::string_view own = setting(settings, key); !own.empty()) text = own;
  };
  replace(about.caption, "caption");
  replace(about.source, "source");
  replace(about.base, "base");
  replace(about.note, "note");
  if (const auto period = period_in(setting(settings, "period"))) about.period = period;
  shown.describe(std::move(about));
  const std::vector<std::string_view> columns = names_in(setting(settings, "columns"));
  if (!columns.empty() && !shown.columns().empty()) shown.keep_columns(columns);
  const std::vector<std::string_view> rows = names_in(setting(settings, "rows"));
  if (!rows.empty() && !shown.columns().empty()) shown.keep_rows(rows);
  return shown;
}

Chart make_chart(const PublishedTable& shown, FigureSettings settings, std::string id) {
  Chart chart;
  chart.kind = chart_kind(setting(settings, "type")).value_or(ChartKind::kBar);
  chart.id = std::move(id);
  chart.title = shown.about().caption;
  chart.unit = shown.about().unit;
  const bool rows_chosen = !setting(settings, "rows").empty();
  const std::vector<std::size_t> columns =
      series_columns(shown, !setting(settings, "columns").empty());
  for (const std::size_t i : columns) chart.series.push_back({shown.columns()[i].title, {}});
  for (const TableRow& row : shown.rows()) {
    if (!rows_chosen && is_total(shown, row.cells[0].text)) continue;
    chart.categories.push_back(row.cells[0].text);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const TableCell& cell = row.cells[columns[i]];
      chart.series[i].values.push_back({cell.value, cell.decimals, cell.symbol});
    }
  }
  if (setting(settings, "bars") == "columns") transpose(chart);
  chart.percent = !columns.empty() && shown.columns()[columns[0]].percent != PercentKind::kNone;
  return chart;
}

void check_figure(const PublishedTable& table, FigureSettings settings, bool is_chart,
                  const Place& place, Diagnostics& diagnostics) {
  if (table.is_broken()) return;  // its own mistakes come first
  const FigureCheck check{place, diagnostics};
  std::vector<std::string_view> columns;
  for (const TableColumn& column : table.columns()) columns.push_back(column.title);
  check.names(settings, "columns", columns, [&](std::string_view name) {
    return find_column(table.columns(), name).has_value();
  });
  std::vector<std::string_view> rows;
  for (const TableRow& row : table.rows()) rows.push_back(row.cells[0].text);
  check.names(settings, "rows", rows,
              [&](std::string_view name) { return find_row(table.rows(), name).has_value(); });
  const std::string_view period = setting(settings, "period");
  if (!period.empty() && !period_in(period)) {
    check.wrong("figure-setting", fmt::format("\"{}\" is not a period", period),
                "write two dates that exist, the first first: "
                "period=\"2025-04-01 to 2026-03-31\"");
  }
  const PublishedTable shown = shown_table(table, settings);
  for (const TableColumn& column : shown.columns()) {
    if (column.percent != PercentKind::kShare || !shown.about().base.empty()) continue;
    if (!column.base_key.empty()) continue;
    check.wrong("figure-base",
                fmt::format("\"{}\" are percentages, but nothing says of how many", column.title),
                "say it in the data file, base: 413 families, or in the braces, "
                "base=\"413 families\"");
    break;
  }
  if (!is_chart) return;
  const std::string_view type = setting(settings, "type");
  if (!chart_kind(type)) {
    check.wrong("figure-setting", fmt::format("there is no chart of type \"{}\"", type),
                "write type=bar, type=stacked or type=line");
  }
  const std::string_view bars = setting(settings, "bars");
  if (!bars.empty() && bars != "rows" && bars != "columns") {
    check.wrong("figure-setting", fmt::format("there are no bars of \"{}\"", bars),
                "write bars=rows or bars=columns");
  }
  check.chart(make_chart(shown, settings, ""), shown, settings);
}

}  // namespace signpost
