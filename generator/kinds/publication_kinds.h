// The kinds of what a service has to publish: workshops, evaluations, meetings, reports, standards
// and the directory of organisations. A part of the table in kinds.cc.
#pragma once

#include <span>

#include "kinds/kinds.h"

namespace signpost {

std::span<const Field> workshop_menu_fields();
std::span<const Field> workshop_fields();
std::span<const Field> evaluation_fields();
std::span<const Field> meeting_fields();
std::span<const Field> report_fields();
std::span<const Field> standards_fields();
std::span<const Field> organisation_fields();

}  // namespace signpost
