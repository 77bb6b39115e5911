// Calendar files of workshops' sessions.
#pragma once

#include <string>
#include <vector>

#include "base/icalendar.h"
#include "render/render.h"

namespace signpost {

// Returns the calendar files of the site: one for each session, and one with all of them.
std::vector<OutputFile> calendar_files(const RenderContext& context);

// Returns the address of the file with all sessions, or "" where there are none.
std::string calendar_feed_url(const RenderContext& context);

}  // namespace signpost
