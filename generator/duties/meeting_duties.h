// Duties for each meeting: its papers or minutes, and how many meetings there are. Internal to this
// room.
#pragma once

#include "duties/status.h"

namespace signpost {

// Returns what is there and what is missed, but for the state of what is missed.
DutyStatus meeting_status(const DutyInput& input, const Duty& duty);

// Whether the duty can be judged only as far as the settings know the terms.
bool needs_terms(const Duty& duty);

}  // namespace signpost
