#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "reach/log_likeness.h"

namespace signpost {
namespace {

TEST(LogLikeness, TellsWhatWroteALine) {
  using namespace std::string_view_literals;
  const struct {
    std::string_view line, missing, what;
  } rows[] = {
      {"2026/11/30 10:00:00 [error] 7#7: *1 open() failed, client: 192.0.2.7", "",
       "nginx's error log"},
      {"[Mon Nov 30 10:00:00.1 2026] [core:error] [pid 7] [client 192.0.2.7:1] x", "",
       "Apache's error log"},
      {"2026-11-30 10:00:00 10.0.0.1 GET / - 80 - 192.0.2.7 Mozilla/5.0 - 200 0 0 1", "",
       "a log of IIS without its #Fields: line"},
      {"2026-11-30 10:00:00 GET / 200", "c-ip", "the W3C format without the field c-ip"},
      {"192.0.2.7, -, 03/20/26, 7:55:20, W3SVC2, SALES1, 172.21.13.45, 4502", "",
       "IIS's own format"},
      {"#Fields: date time", "", "the W3C extended (IIS) format"},
      {R"x({"log":"192.0.2.7 - -","stream":"stdout"})x", "time_iso8601", "a log of Docker"},
      {R"x({"a":1})x", "remote_addr", "JSON without remote_addr"},
      {R"x({"a":)x", "", "JSON that is not whole on each line"},
      {R"x({"ts":1790762400,"request":{"remote_ip":"192.0.2.7","method":"GET","uri":"/"},"status":200})x",
       "", "the JSON lines (Caddy, nginx) format"},
      {R"x(Nov 30 10:00:00 web nginx[7]: 192.0.2.7 - - [30/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1)x",
       "", "an access log behind the stamps of syslog or journald"},
      {R"x(192.0.2.7 - - [30/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "A")x", "",
       "the combined format"},
      {R"x(192.0.2.7 [30/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" took 5)x", "",
       "a format of the server's own, near to combined"},
      {"PK\x03\x04\x14", "", "a ZIP archive"},
      {"\xFD\x37zXZ\0"sv, "", "a file packed with xz"},
      {"\xFF\xFE#\0S\0"sv, "", "a file that is not plain text, or text in UTF-16"},
      {"<!DOCTYPE html>", "", "a web page"},
      {"Page,Pageviews,Users", "", "a table, such as one saved by Google Analytics or Matomo"},
      {"one", "", "no access log of a web server"},
      {"", "", "no access log of a web server"},
  };
  for (const auto& row : rows) {
    const LogLikeness likeness = log_likeness(row.line, row.missing);
    EXPECT_EQ(likeness.what, row.what) << row.line;
    EXPECT_NE(likeness.help, "") << row.line;
    EXPECT_EQ((likeness.what + likeness.help).find("192.0.2"), std::string::npos) << row.line;
  }
}

}  // namespace
}  // namespace signpost
