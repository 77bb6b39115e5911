// One line of a web server's access log in the "combined" format that nginx and Apache share.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace signpost {

// The fields point into the line and are as written there: escapes such as \x22 stay. `method` and
// `target` are empty where the request is no HTTP request (noise of scanners). `day` and
// `second_of_day` are those of the server's own clock, `time` is the same moment in UTC.
struct LogLine {
  std::string_view address, method, target, referrer, user_agent;
  std::uint32_t status = 0;
  std::chrono::sys_seconds time;
  Date day;
  std::chrono::seconds second_of_day{0};
};

// Returns the line, or nothing where it is not
//   ADDRESS IDENT USER [30/Sep/2026:23:59:59 +0100] "GET /path HTTP/1.1" STATUS SIZE "REFERRER"
//   "AGENT"
// with an IPv4 or IPv6 address or a host name, a moment that exists and fields that end (formats:
// nginx ngx_http_log_module "combined", Apache mod_log_config "combined"), or has controls,
// characters that hide or turn letters round, or bytes that are not UTF-8. What follows is ignored.
std::optional<LogLine> parse_log_line(std::string_view text);

}  // namespace signpost
