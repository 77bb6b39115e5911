// What a chart is measured by.
#pragma once

#include <cstddef>

#include "figures/chart.h"

namespace signpost {

// What is drawn lies between these values; 0 is always among them, so that lengths tell the truth.
struct ChartScale {
  double low = 0;
  double high = 0;

  // Returns where `value` lies, in per cent of the way from low to high.
  [[nodiscard]] double at(double value) const {
    return high > low ? (value - low) / (high - low) * 100 : 0;
  }
};

// Whether every part of the bar of a stacked chart is known: the others would look like the whole.
bool is_whole(const Chart& chart, std::size_t category);

// Returns the scale of all that is drawn. Bars that are not whole are not.
ChartScale scale_of(const Chart& chart);

}  // namespace signpost
