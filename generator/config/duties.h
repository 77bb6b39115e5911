// What the service has promised to publish, and when: `duties:` of site-config.yaml.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/yaml_map.h"
#include "config/calendar.h"

namespace signpost {

enum class Frequency : std::uint8_t {
  kOnChange,
  kEachMeeting,
  kTermly,
  kEachTermWorkshop,
  kAnnual,
  kFinancialYearStart,
  kQuarterly,
  kSettings  // of the settings themselves: their days have to reach on; nobody writes it
};

// What each past meeting needs: `needs:` of a duty for each meeting.
enum class MeetingNeed : std::uint8_t { kPapers, kMinutes };

struct Duty {
  std::string id;      // "annual-report"
  std::string what;    // "Annual report"
  std::string clause;  // where it is promised
  Frequency frequency = Frequency::kOnChange;
  // A source path below content/; '*' stands for any characters: "reports/annual-*.md".
  std::string page;
  bool must = true;  // false: it is only recommended, and nobody is warned
  // What the page must hold beside figures where it is a report: headings with something below
  // them, and tables or charts by their names in content/_data ('*' as in `page`).
  std::vector<std::string> sections, tables;
  std::uint32_t per_year = 0;
  MeetingNeed needs = MeetingNeed::kPapers;
  // When it is due: so many days, or the first such day of a year (status.h says after what).
  std::optional<std::uint32_t> within_days;
  std::optional<std::chrono::month_day> by;
  std::optional<Date> starts;  // what was due before is not asked for
  // Years and terms that are missed for good and why: "Autumn term 2026".
  std::vector<std::string> settled;
  Date reaches = {};  // of kSettings: the last day that the settings know
  Place place;
};

// Returns the word of site-config.yaml: "on_change".
std::string_view frequency_name(Frequency frequency);

// Returns the duties of the list `duties` of the whole configuration, in its order. `folders` are
// the configured folders of content/. Reports config- rules.
std::vector<Duty> read_duties(const YamlMap& root, const std::vector<std::string>& folders,
                              const Calendar& calendar, const YamlMapSource& source,
                              Diagnostics& diagnostics);

// Whether the duty is asked for in each school term.
bool goes_by_terms(const Duty& duty);

// Returns the duty to extend what the settings know, `what`, beyond the day `reaches`.
Duty settings_duty(std::string id, std::string what, Date reaches, Place place);

}  // namespace signpost
