// Small counts of people in the tables of content/_data: reported where nothing is said about
// them, taken out where the table asks for it. The step after the checks of the figures, which
// makes a PublishedTable. Internal to data/.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/yaml_map.h"
#include "data/tables/tables.h"
#include "disclosure/disclosure.h"

namespace signpost {

// Reads `people`, `people_reason`, `disclosure` and `release` of a table. Reports data-* and
// disclosure-people-false.
DisclosurePlan read_disclosure_plan(const YamlMap& table, std::string_view path,
                                    Diagnostics& diagnostics);

// Reads `{reason, approved_by, date}`, nothing where one of them is missing. Reports data-*.
std::optional<Release> read_release(const YamlNode& node, std::string_view path,
                                    Diagnostics& diagnostics);

// Whether the text after people_reason: says something: it has a word of three letters or more.
bool says_why(std::string_view reason);

// Does what PublishedTable::protect says, in place.
void hide_small_counts(DataTable& table, const DisclosureRules& rules, Diagnostics& diagnostics);

// Whether `percent` of `base` people may be shown.
bool may_show_share(double percent, double base, DisclosureProfile profile);

// Returns what a page says of a release.
PrivacyNote release_note(const Release& release);

}  // namespace signpost
