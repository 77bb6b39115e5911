// A count of a few people in the name of something: "Oak (3 of them deaf)".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "disclosure/disclosure.h"

namespace signpost {

// Returns the name with "…" for a count of people that is too small to publish: one in brackets,
// "Parents (3 mothers)", "Cases (Rett syndrome: 1)", or behind "of whom"; nothing where it has
// none. Numbers that are names, "Year 3", "Stage 2 (page 4)", are none.
std::optional<std::string> find_count_in_name(std::string_view name, DisclosureProfile profile);

// The same of a sentence that begins with the count: "Three of the families at Oak are deafblind".
std::optional<std::string> find_count_in_sentence(std::string_view sentence,
                                                  DisclosureProfile profile);

}  // namespace signpost
