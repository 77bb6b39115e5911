#include "figures/chart_scale.h"

#include <algorithm>
#include <cmath>

namespace signpost {
namespace {

// Returns 1, 2 or 5 times a power of ten, not below `value`: what a scale may end with.
double round_up(double value) {
  if (value <= 0) return 0;
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0}) {
    if (value <= step * power * (1 + 1e-9)) return step * power;
  }
  return 10 * power;
}

double stack_height(const Chart& chart, std::size_t category) {
  double sum = 0;
  if (!is_whole(chart, category)) return sum;
  for (const ChartSeries& series : chart.series) {
    sum += std::max(0.0, series.values[category].value.value_or(0));
  }
  return sum;
}

}  // namespace

bool is_whole(const Chart& chart, std::size_t category) {
  return std::ranges::all_of(chart.series, [&](const ChartSeries& series) {
    return series.values[category].value.has_value();
  });
}

ChartScale scale_of(const Chart& chart) {
  ChartScale scale;
  const bool is_stacked = chart.kind == ChartKind::kStacked;
  for (const ChartSeries& series : chart.series) {
    if (is_stacked) break;
    for (const ChartValue& value : series.values) {
      scale.low = std::min(scale.low, value.value.value_or(0));
      scale.high = std::max(scale.high, value.value.value_or(0));
    }
  }
  for (std::size_t i = 0; is_stacked && i < chart.categories.size(); ++i) {
    scale.high = std::max(scale.high, stack_height(chart, i));
  }
  if (chart.kind == ChartKind::kLine) {
    scale.high = round_up(scale.high);
    scale.low = -round_up(-scale.low);
  } else if (chart.percent && scale.low >= 0) {
    scale.high = std::max(scale.high, 100.0);
  }
  return scale;
}

}  // namespace signpost
