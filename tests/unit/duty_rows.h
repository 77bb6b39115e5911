// Rows of the tests of duties: pages, a day, and what a duty comes to then, in a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "duties/status.h"
#include "unit/duty_site.h"

namespace signpost {

inline const std::string kDuty = "  - {id: x, what: The thing, clause: \"1\", ";

inline const std::string kFigures = "| What | How many |\n|---|---|\n| Calls | 120 |";

// "2025-26 by 2026-07-31 gap 4 reports/a.md lacks figures".
inline std::string miss_text(const Site& site, const DutyMiss& miss) {
  std::string text = miss.what_for;
  if (miss.due) text += (text.empty() ? "by " : " by ") + iso_date(*miss.due);
  if (miss.gap != DutyGap::kNone) text += fmt::format(" gap {}", static_cast<int>(miss.gap));
  if (miss.page != kNoDutyPage) text += " " + site.pages[miss.page].source_path.substr(8);
  if (!miss.lacks.empty()) text += " lacks " + miss.lacks;
  return text;
}

// "overdue; missed 2024-25 by 2025-07-31 gap 4; next 2025-26 by 2026-07-31; met by reports/a.md on
// 2024-07-01 for 2023-24".
inline std::string status_of(const std::string& keys, const std::vector<DutyPage>& pages,
                             std::string_view today) {
  const DutySite made = duty_site(kDuty + keys + "}\n", pages, *parse_date(today));
  EXPECT_THAT(made.messages, ::testing::IsEmpty());
  const std::vector<DutyStatus>& all = made.loaded->on_day.duties;
  const Site& site = made.loaded->site;
  if (all.empty()) return "no status";
  const DutyStatus& status = all.front();
  std::string text(state_name(status.state));
  for (const DutyMiss& miss : status.missed) text += "; missed " + miss_text(site, miss);
  if (status.next.due) text += "; next " + miss_text(site, status.next);
  if (status.planned_on) text += "; planned " + iso_date(*status.planned_on);
  if (status.page != kNoDutyPage) {
    text += fmt::format("; met by {}", site.pages[status.page].source_path.substr(8));
    if (status.met_on) text += " on " + iso_date(*status.met_on);
    if (!status.met_for.empty()) text += " for " + status.met_for;
  }
  if (status.held + status.planned > 0) {
    text += fmt::format("; {} held {} planned", status.held, status.planned);
  }
  return text;
}

struct DutyRow {
  std::string_view today;
  std::vector<DutyPage> pages;
  std::string status;
};

inline void expect_rows(const std::string& keys, const std::vector<DutyRow>& rows) {
  for (const DutyRow& row : rows) {
    EXPECT_EQ(status_of(keys, row.pages, row.today), row.status) << keys << " on " << row.today;
  }
}

}  // namespace signpost
