// Recomputes what tables and reports say: totals, shares, claims, and measures that stand in
// several places. Before anything is done to small numbers.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "base/diagnostic.h"
#include "config/calendar.h"
#include "data/tables/tables.h"

namespace signpost {

// Checks one table. Reports data-check (names that do not exist), data-sum, data-mean,
// data-share, data-range, data-hundred, data-base, data-claim, data-unless and data-total.
void check_table(const DataTable& table, Diagnostics& diagnostics);

// Checks that a measure has the same value wherever it stands for the same time; `calendar` says
// which days "2017-18" is. Reports data-measure.
void check_measures(const std::map<std::string, DataTable, std::less<>>& tables,
                    const Calendar& calendar, Diagnostics& diagnostics);

}  // namespace signpost
