#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "reach/log_parser.h"

namespace signpost {
namespace {

// For each line what it is: "W3C…: address host | UTC seconds | local day and second | method
// target | status | referrer | agent", "note", "control", "malformed", "malformed without c-ip".
std::string shown(std::string_view lines, std::optional<LogFormat> format = std::nullopt) {
  LogParser parser(format);
  std::string out;
  for (const std::string_view text : split(lines, '\n')) {
    LogLine line;
    const LineKind kind = parser.parse(text, line);
    if (kind == LineKind::kNote) out += "note\n";
    if (kind == LineKind::kControl) out += "control\n";
    if (kind == LineKind::kMalformed) {
      out += parser.missing().empty() ? "malformed\n"
                                      : fmt::format("malformed without {}\n", parser.missing());
    }
    if (kind != LineKind::kRequest) continue;
    out += fmt::format("{}: {} {} | {} | {} {} | {} {} | {} | {} | {}\n",
                       log_format_name(*parser.format()), line.address, line.host,
                       line.time.time_since_epoch().count(), iso_date(line.day),
                       line.second_of_day.count(), line.method, line.target, line.status,
                       line.referrer, line.names_agent ? line.user_agent : "(no place)");
  }
  return out;
}

TEST(LogParser, ReadsW3cWhoseFieldsChange) {
  EXPECT_EQ(
      shown("\xEF\xBB\xBF#Software: Microsoft Internet Information Services 10.0\n"
            "#Version: 1.0\n"
            "#Date: 2026-07-31 22:00:00\n"
            "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip "
            "cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\n"
            "2026-07-31 23:30:00 10.0.0.1 GET /factsheets/ a=1 443 - 192.0.2.7 "
            "Mozilla/5.0+(X11;+Linux) https://example.org/ 200 0 0 15\n"
            "#Fields: time c-ip cs-host cs-method cs-uri-stem sc-status\n"
            "23:59:59 2001:db8::1 www.example.org:443 GET / 304\n"
            "23:59:59 2001:db8::1 www.example.org:443 GET / 304 more\n"
            "#Fields: date time cs-method cs-uri-stem sc-status\n"
            "2026-07-31 23:30:00 GET / 200"),
      "note\nnote\nnote\nnote\n"
      // 23:30 in UTC is half an hour into the next day in London's summer.
      "W3C extended (IIS): 192.0.2.7  | 1785540600 | 2026-08-01 1800 | GET /factsheets/ | 200 | "
      "https://example.org/ | Mozilla/5.0 (X11; Linux)\n"
      "note\n"
      "W3C extended (IIS): 2001:db8::1 www.example.org:443 | 1785542399 | 2026-08-01 3599 | GET / "
      "| "
      "304 |  | (no place)\n"
      "malformed\nnote\nmalformed without c-ip\n");
}

TEST(LogParser, ReadsCaddy) {
  EXPECT_EQ(
      shown(
          R"x({"level":"info","ts":1785540600.5,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"10.0.0.9","client_ip":"192.0.2.7","proto":"HTTP/2.0","method":"GET","host":"www.example.org","uri":"/a.html?x=1","headers":{"User-Agent":["Mozilla/5.0 (X)"],"Referer":["https://example.org/"]}},"duration":0.1,"size":5,"status":200})x"
          "\n"
          R"x({"level":"info","ts":"2026-01-31T23:30:00.000Z","logger":"http.log.access","request":{"remote_addr":"[2001:db8::1]:4711","method":"HEAD","host":"[2001:db8::2]:443","uri":"/","headers":{}},"status":304})x"
          "\n"
          R"x({"level":"info","ts":1785540600.5,"logger":"tls.obtain","msg":"obtaining certificate"})x"
          "\n"
          R"x({"level":"info","ts":1785540600.5,"logger":"http.log.access","request":{"method":"GET","uri":"/"},"status":200})x"
          "\n{\"ts\":"),
      "JSON lines (Caddy, nginx): 192.0.2.7 www.example.org | 1785540600 | 2026-08-01 1800 | GET "
      "/a.html?x=1 | 200 | https://example.org/ | Mozilla/5.0 (X)\n"
      "JSON lines (Caddy, nginx): 2001:db8::1 2001:db8::2 | 1769902200 | 2026-01-31 84600 | HEAD / "
      "| "
      "304 |  | \n"
      "note\nmalformed without remote_addr\nmalformed\n");
}

TEST(LogParser, ReadsJsonOfNginx) {
  EXPECT_EQ(
      shown(
          R"x({"time_iso8601":"2026-09-30T10:00:00+01:00","remote_addr":"192.0.2.7","request":"GET /a b.html HTTP/1.1","status":"200","http_referer":"-","http_user_agent":"Mozilla/5.0 (X)","host":"example.org"})x"
          "\n"
          R"x({"time_local":"30/Sep/2026:10:00:00 +0100","remote_addr":"192.0.2.7","request_method":"GET","request_uri":"/","status":404})x"),
      "JSON lines (Caddy, nginx): 192.0.2.7 example.org | 1790758800 | 2026-09-30 36000 | GET /a "
      "b.html | 200 |  | Mozilla/5.0 (X)\n"
      "JSON lines (Caddy, nginx): 192.0.2.7  | 1790758800 | 2026-09-30 36000 | GET / | 404 |  | "
      "(no "
      "place)\n");
}

TEST(LogParser, ReadsTheFamilyOfCombined) {
  const std::string common =
      R"x(192.0.2.7 - - [30/Sep/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 5316)x";
  const std::string agent = R"x( "-" "Mozilla/5.0 (X)")x";
  const std::string values = "192.0.2.7  | 1790758800 | 2026-09-30 36000 | GET / | 200 | ";
  EXPECT_EQ(
      shown(common + "\nwww.example.org:80 " + common + agent + "\nexample.org " + common + agent +
            "\n" + common + agent + "\n" + common),
      "common: " + values +
          " | (no place)\n"
          "vhost_combined: 192.0.2.7 www.example.org | 1790758800 | 2026-09-30 36000 | GET / | "
          "200 | - | Mozilla/5.0 (X)\n"
          "vhost_combined: 192.0.2.7 example.org | 1790758800 | 2026-09-30 36000 | GET / | 200 "
          "| - | Mozilla/5.0 (X)\n"
          "combined: " +
          values +
          "- | Mozilla/5.0 (X)\n"
          "malformed\n");  // a combined line that was cut off
}

TEST(LogParser, TakesOnlyTheFormatAskedFor) {
  const std::string line =
      R"x(192.0.2.7 - - [30/Sep/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 5316 "-" "Mozilla/5.0 (X)")x";
  EXPECT_EQ(shown(line, LogFormat::kCommon), "malformed\n");
  EXPECT_EQ(shown(line, LogFormat::kW3c), "malformed\n");
  EXPECT_EQ(shown(line, LogFormat::kJson), "malformed\n");
  EXPECT_EQ(shown("#Fields: date", LogFormat::kCombined), "malformed\n");
  EXPECT_NE(shown(line, LogFormat::kCombined), "malformed\n");
}

TEST(LogParser, ReadsNoLineWithControlCharacters) {
  EXPECT_EQ(shown("\x1b[31m192.0.2.7 - -\n#\x01\n{\"a\":\"\x7f\"}\n"),
            "control\ncontrol\ncontrol\nmalformed\n");
}

}  // namespace
}  // namespace signpost
