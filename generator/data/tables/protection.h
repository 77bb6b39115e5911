// Small counts of people in the tables of content/_data: reported where nothing is said about
// them, taken out where the table asks for it. The step after the checks of the figures and before
// everything that shows them.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/yaml_map.h"
#include "data/tables/tables.h"
#include "disclosure/disclosure.h"

namespace signpost {

// Reads `people`, `disclosure` and `release` of a table. Reports data-*.
DisclosurePlan read_disclosure_plan(const YamlMap& table, std::string_view path,
                                    Diagnostics& diagnostics);

// Reads `{reason, approved_by, date}`, nothing where one of them is missing. Reports data-*.
std::optional<Release> read_release(const YamlNode& node, std::string_view path,
                                    Diagnostics& diagnostics);

// Replaces every figure that may not be published by its symbol, if the table asks for that, and
// says so in `privacy_notes`. Reports `disclosure-small-count`, `disclosure-percentage`,
// `disclosure-by-subtraction`, `disclosure-one-category`, `disclosure-release` and
// `disclosure-too-large`.
void protect_table(DataTable& table, DisclosureProfile site_profile, Date today,
                   Diagnostics& diagnostics);

// Whether a percentage of the table is one of too few people, if it is of `base` people and the
// table does not say itself of how many. For a base that only a page gives.
bool has_share_of_too_few(const DataTable& table, double base, DisclosureProfile profile);

// Returns the sentence that a page shows for a release.
std::string release_text(const Release& release);

// What pages say where percentages are left out.
inline constexpr std::string_view kTooFewReplies =
    "too few replies to show percentages (fewer than 20)";

}  // namespace signpost
