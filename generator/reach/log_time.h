// Moments as the formats of access logs write them.
#pragma once

#include <cstdint>
#include <string_view>

#include "reach/log_line.h"

namespace signpost {

// Each sets `time`, `day` and `second_of_day` of the line, or returns false where the text is no
// moment that exists. Years from 1970 to 9999; a leap second counts as the one before.

// "30/Sep/2026:23:59:59 +0100" (Common Log Format, strftime %d/%b/%Y:%H:%M:%S %z).
bool read_clf_moment(std::string_view text, LogLine& line);

// "2026-09-30T23:59:59.123+01:00" (RFC 3339; also with a space for T, and +0100). Without an
// offset, or with "Z", it is UTC, and the day is London's.
bool read_iso_moment(std::string_view text, LogLine& line);

// Sets the line to a moment of UTC as seconds from 1970; its day is London's.
bool read_utc_moment(std::int64_t seconds, LogLine& line);

}  // namespace signpost
