#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "reach/log_line.h"

namespace signpost {
namespace {

// "address | UTC seconds | local day and second | method target | status | referrer | agent"
std::string shown(std::string_view text) {
  const std::optional<LogLine> line = parse_log_line(text);
  if (!line) return "malformed";
  return fmt::format("{} | {} | {} {} | {} {} | {} | {} | {}", line->address,
                     line->time.time_since_epoch().count(), iso_date(line->day),
                     line->second_of_day.count(), line->method, line->target, line->status,
                     line->referrer, line->user_agent);
}

TEST(LogLine, ReadsTheCombinedFormat) {
  const struct {
    std::string_view line, expected;
  } rows[] = {
      {R"x(192.0.2.7 - - [30/Sep/2026:23:59:59 +0100] "GET /a.html?q=1 HTTP/1.1" 200 5316 "https://x.org/p" "Mozilla/5.0 (X)")x",
       "192.0.2.7 | 1790809199 | 2026-09-30 86399 | GET /a.html?q=1 | 200 | https://x.org/p | "
       "Mozilla/5.0 (X)"},
      {R"(2001:db8::1 - - [01/Jan/2027:00:00:00 +0000] "HEAD / HTTP/2.0" 304 - "-" "-")",
       "2001:db8::1 | 1798761600 | 2027-01-01 0 | HEAD / | 304 | - | -"},
      // A name of a user with a bracket, an agent with quotes, and fields after the agent.
      {R"(host.example - a [b] "c" [29/Feb/2028:12:00:60 -0330] "GET / HTTP/1.1" 200 0 "" "A \"B\" \\" "1.2.3.4" 0.1)",
       "host.example | 1835451059 | 2028-02-29 43259 | GET / | 200 |  | A \\\"B\\\" \\\\"},
      // TLS sent to the port of HTTP, and other requests that are none.
      {R"(192.0.2.7 - - [30/Sep/2026:10:00:00 +0000] "\x16\x03\x01" 400 157 "-" "-")",
       "192.0.2.7 | 1790762400 | 2026-09-30 36000 |   | 400 | - | -"},
      {R"(192.0.2.7 - - [30/Sep/2026:10:00:00 +0000] "" 408 0 "-" "-")",
       "192.0.2.7 | 1790762400 | 2026-09-30 36000 |   | 408 | - | -"},
      {R"(192.0.2.7 - - [30/Sep/2026:10:00:00 +0000] "GET /a b.html HTTP/1.1" 200 1 "-" "-")",
       "192.0.2.7 | 1790762400 | 2026-09-30 36000 | GET /a b.html | 200 | - | -"},
  };
  for (const auto& row : rows) EXPECT_EQ(shown(row.line), row.expected) << row.line;
}

TEST(LogLine, RefusesWhatIsNone) {
  const std::string stamp = "30/Sep/2026:10:00:00 +0100";
  const auto with_stamp = [](std::string_view text) {
    return fmt::format(R"(192.0.2.7 - - [{}] "GET / HTTP/1.1" 200 1 "-" "-")", text);
  };
  EXPECT_NE(shown(with_stamp(stamp)), "malformed");
  for (const char* wrong :
       {"30/Feb/2026:10:00:00 +0100", "29/Feb/2026:10:00:00 +0100", "00/Sep/2026:10:00:00 +0100",
        "30/sep/2026:10:00:00 +0100", "30/Sep/1969:10:00:00 +0100", "30/Sep/2026:24:00:00 +0100",
        "30/Sep/2026:10:60:00 +0100", "30/Sep/2026:10:00:61 +0100", "30/Sep/2026:10:00:00 +1500",
        "30/Sep/2026:10:00:00 +0160", "30/Sep/2026:10:00:00  0100", "30/Sep/2026 10:00:00 +0100",
        "2026-09-30T10:00:00 +01:00", ""}) {
    EXPECT_EQ(shown(with_stamp(wrong)), "malformed") << wrong;
  }
  const std::string start = "192.0.2.7 - - [" + stamp + "] ";
  for (const std::string& wrong : {
           std::string(),
           std::string(" "),
           std::string("192.0.2.7"),
           std::string("192.0.2.7 - -"),
           start,
           start + R"("GET / HTTP/1.1)",
           start + R"("GET / HTTP/1.1" 200 1)",
           start + R"("GET / HTTP/1.1" 200 1 "-")",     // the common format: no agent
           start + R"("GET / HTTP/1.1" 200 1 "-" "a)",  // cut off
           start + R"("GET / HTTP/1.1" 200 1 "-" "a\")",
           start + R"("GET / HTTP/1.1" 2x0 1 "-" "-")",
           // What a server never writes: controls, letters turned round, no UTF-8.
           start + "\"GET /\x1B[0m HTTP/1.1\" 200 1 \"-\" \"-\"",
           start + std::string("\"GET /\0 HTTP/1.1\" 200 1 \"-\" \"-\"", 31),
           start + "\"GET /\xE2\x80\xAE HTTP/1.1\" 200 1 \"-\" \"-\"",
           start + "\"GET /\xEF\xBF\xBF HTTP/1.1\" 200 1 \"-\" \"-\"",
           start + R"("GET / HTTP/1.1" 200 1k "-" "-")",
           start + R"(GET / 200 1 "-" "-")",
           // With the virtual host first, the visitors could not be told apart.
           "www.example.org:80 192.0.2.7 - - [" + stamp + R"(] "GET / HTTP/1.1" 200 1 "-" "-")",
           "- - - [" + stamp + R"(] "GET / HTTP/1.1" 200 1 "-" "-")",
           "1:2:3 - - [" + stamp + R"(] "GET / HTTP/1.1" 200 1 "-" "-")",
           "a/b - - [" + stamp + R"(] "GET / HTTP/1.1" 200 1 "-" "-")",
       }) {
    EXPECT_EQ(shown(wrong), "malformed") << wrong;
  }
}

}  // namespace
}  // namespace signpost
