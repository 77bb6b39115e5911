// The parts of the accessibility statement that are made from its record.
#pragma once

#include <string_view>

#include "data/accessibility.h"
#include "render/theme/view.h"
#include "words/words.h"

namespace signpost {

// Adds what the part of the statement says: `status` a text; `items` and `untested` lists of what
// is not accessible or not tested, with `none`, a text, where there is nothing; `sentences` of how
// the statement was made. `reviewed`: the day on which the page was, where it says so.
void add_statement_part(const Accessibility& record, std::string_view part, const Words& words,
                        const std::optional<Date>& reviewed, View& view);

}  // namespace signpost
