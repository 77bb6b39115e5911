// The formats of access logs that can be counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace signpost {

enum class LogFormat : std::uint8_t { kCombined, kVhost, kCommon, kW3c, kJson };

// Returns the name of the format for people: "W3C extended (IIS)".
std::string_view log_format_name(LogFormat format);

}  // namespace signpost
