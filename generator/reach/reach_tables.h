// Reach as tables that may be published: small counts are hidden, and what would give them away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/calendar.h"
#include "disclosure/disclosure.h"
#include "reach/counter.h"

namespace signpost {

struct ReachRow {
  std::string name;
  std::vector<std::optional<std::uint64_t>> counts;  // nothing: hidden

  bool operator==(const ReachRow&) const = default;
};

struct ReachTable {
  std::string id;  // "totals", "pages", "referrers", "months"
  std::string caption, note;
  std::vector<std::string> keys, titles;  // of the columns, the name's first
  std::vector<ReachRow> rows;
};

struct ReachTableOptions {
  DisclosureProfile profile = DisclosureProfile::kStandard;
  std::size_t most_named = 10;  // pages and sites that are named at most
  // Returns the title of a page, or nothing where the site has no such page (then it is one of the
  // "others"). Unset: pages are named by their addresses.
  std::function<std::optional<std::string>(std::string_view)> title_of;
};

// Returns the four tables. No small count stands in them or can be worked out from them: small
// pages and sites are put together as "others", and where that would be a small count, with the
// next smallest; months are hidden in the same way.
std::vector<ReachTable> reach_tables(const Reach& reach, const ReachTableOptions& options);

// Returns the table as a file for content/_data/ (YAML 1.2).
std::string reach_yaml(const ReachTable& table, const Period& period);
// Returns the tables as lines for a terminal.
std::string reach_text(const std::vector<ReachTable>& tables, const Period& period);

}  // namespace signpost
