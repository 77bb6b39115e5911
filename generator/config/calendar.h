// The years that the service reports on and the school terms in them: `calendar:` of
// site-config.yaml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/yaml_map.h"

namespace signpost {

// Both days are in it.
struct Period {
  Date from, to;

  [[nodiscard]] bool has(Date date) const { return from <= date && date <= to; }
  bool operator==(const Period&) const = default;
};

struct SchoolTerm {
  LocalText name;  // "Autumn term 2026"
  Period period;
};

struct Calendar {
  // The day on which a year begins: 1 April, of a financial year, unless the settings say another.
  std::chrono::month_day year_starts{std::chrono::April, std::chrono::day(1)};
  std::vector<SchoolTerm> terms;  // by date, none overlaps

  // Returns the year that holds `date`: "2026-27".
  [[nodiscard]] std::string year_of(Date date) const;
  // Returns the days of the year "2026-27", or nothing where `label` is none.
  [[nodiscard]] std::optional<Period> year_period(std::string_view label) const;
  // Returns the term that holds `date`, or nullptr.
  [[nodiscard]] const SchoolTerm* term_of(Date date) const;
  // Returns the term that holds `date`, else the next to begin, or nullptr.
  [[nodiscard]] const SchoolTerm* term_at(Date date) const;
};

// Returns the calendar, with the best values where there are mistakes. Reports config- rules.
Calendar read_calendar(const YamlNode& node, const YamlMapSource& source, Diagnostics& diagnostics);

// Returns "1 April 2026 to 31 March 2027", for findings.
std::string period_text(const Period& period);

}  // namespace signpost
