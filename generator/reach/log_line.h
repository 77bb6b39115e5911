// One request of a web server's access log, and the lines of the formats that nginx and Apache
// share.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "reach/log_format.h"

namespace signpost {

// The fields point into the line, or into what its reader keeps of it, and are as written there:
// escapes such as \x22 stay. `method` and `target` are empty where the request is no HTTP request
// (noise of scanners), `host` where the line does not say which website was asked.
// `day` and `second_of_day` are those of the server's own clock, or of London's where the format
// writes UTC; `time` is the same moment in UTC.
struct LogLine {
  std::string_view address, host, method, target, referrer, user_agent;
  std::uint32_t status = 0;
  bool names_agent = true;  // the format has a place for it, be it empty
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

// As parse_log_line, for each format of this family: "vhost" has HOST or HOST:PORT in front (Apache
// "vhost_combined"), "common" ends after the size (Apache "common"), as may one with a host in
// front. Sets `format` to what it is.
std::optional<LogLine> parse_clf_line(std::string_view text, LogFormat& format);

// Returns the number that all of `digits` (at most 6) is, or nothing.
std::optional<std::uint32_t> log_number(std::string_view digits);
// Whether the line has what no server writes into its log: controls, bytes that are not UTF-8,
// characters that hide or turn letters round. Servers write such bytes as \x1b.
bool is_broken_line(std::string_view text);
// Whether the text is an IPv4 or IPv6 address or a host name.
bool is_visitor_address(std::string_view text);

}  // namespace signpost
