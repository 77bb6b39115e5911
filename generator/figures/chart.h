// Charts as HTML with plain shapes of SVG: bars, stacked bars and lines. Made for phones, zoom,
// print and forced colours; the theme gives colours and patterns to the classes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "words/words.h"

namespace signpost {

enum class ChartKind : std::uint8_t { kBar, kStacked, kLine };

// A value with the digits after the point that it is printed with; without one, the symbol that
// says why (data/numbers.h: "c" not shown for privacy, "x" not available …).
struct ChartValue {
  std::optional<double> value;
  std::uint8_t decimals = 0;
  std::string symbol = "x";
};

// `values`: one for each category.
struct ChartSeries {
  std::string name;
  std::vector<ChartValue> values;
};

// `id` is unique on the page ("sp-chart-1"). `note` stands below the title: where the same figures
// are ("The same figures are in the table below."). `unit` ("hours") is said with the title.
struct Chart {
  ChartKind kind = ChartKind::kBar;
  std::string id;
  std::string title;
  std::string note = {};
  std::string unit = {};
  bool percent = false;  // shares of 100: bars are measured against 100
  std::vector<std::string> categories;
  std::vector<ChartSeries> series;
};

// The most series that patterns, dashes and marks tell apart.
inline constexpr std::size_t kMaxChartSeries = 6;

// Returns `<figure class="sp-chart">`. What is drawn is hidden from screen readers, since the same
// figures stand in a table that always follows: the caller's to add. Values that are missing are
// gaps with their symbol. Stacked values and series beyond kMaxChartSeries are the caller's to
// refuse: negative parts count as 0.
std::string chart_html(const Words& words, const Chart& chart);

}  // namespace signpost
