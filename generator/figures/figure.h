// What :::table and :::chart show of a table of data, by their settings in braces.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "data/tables/published_table.h"
#include "figures/chart.h"

namespace signpost {

using FigureSettings = std::span<const std::pair<std::string, std::string>>;

// The settings that both have, and those of charts.
inline constexpr std::string_view kTableSettings[] = {"caption", "source", "period", "base",
                                                      "note",    "rows",   "columns"};
inline constexpr std::string_view kChartSettings[] = {"type", "bars", "caption", "source", "period",
                                                      "base", "note", "rows",    "columns"};

// Returns the value of a setting, or "".
std::string_view setting(FigureSettings settings, std::string_view key);

// Returns the table as a page shows it: with the settings' caption, source, period, base and note
// where they give one, and only the rows and columns that they name (the first column always
// stays). Names that do not exist are left out.
PublishedTable shown_table(const PublishedTable& table, FigureSettings settings);

// Returns what a chart shows of a shown table: a category for each row, a series for each column of
// figures; the other way round with bars=columns. Totals (the results of the table's checks) are
// left out unless the settings name rows or columns; percentages and counts are not mixed.
Chart make_chart(const PublishedTable& shown, FigureSettings settings, std::string id);

// Reports with `place` what is wrong with the settings: `figure-setting` (names, the period, the
// type), `figure-base` (percentages without a base) and, of charts, `chart-data`.
void check_figure(const PublishedTable& table, FigureSettings settings, bool is_chart,
                  const Place& place, Diagnostics& diagnostics);

}  // namespace signpost
