#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "reach/visit.h"

namespace signpost {
namespace {

std::string page(std::string_view method, std::string_view target, std::uint32_t status = 200,
                 std::string_view base = "/") {
  LogLine line;
  line.method = method;
  line.target = target;
  line.status = status;
  return page_of(line, base);
}

TEST(Visit, CountsPagesOnly) {
  const struct {
    std::string_view target, expected;
  } rows[] = {
      {"/", "index.html"},
      {"/index.html", "index.html"},
      {"/index.html?from=leaflet#top", "index.html"},
      {"/factsheets/", "factsheets/index.html"},
      {"//factsheets///mediation.html", "factsheets/mediation.html"},
      {"/factsheets/%6dediation.html", "factsheets/mediation.html"},
      {"/%D9%85.html", "م.html"},
      {"/404.html", ""},
      {"/.html", ""},
      {"/a/.html", ""},
      {"/assets/main.css", ""},
      {"/search/en-gb/part.js", ""},
      {"/robots.txt", ""},
      {"/factsheets/mediation", ""},
      {"http://other.example/a.html", ""},
      {"/a/../b.html", ""},
      {"/%2e%2e/b.html", ""},
      {"/a%00.html", ""},
      {"/a%0a.html", ""},
      {"/a%2", ""},
      {"/a%zz.html", ""},
      {"/%ff.html", ""},
      {"/a\\x22.html", ""},
      {"*", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(page("GET", row.target), row.expected) << row.target;
  EXPECT_EQ(page("GET", "/" + std::string(200, 'a') + ".html"), "");
}

TEST(Visit, NeedsAGetThatWasAnswered) {
  EXPECT_EQ(page("GET", "/a.html", 304), "a.html");
  for (const std::uint32_t status : {206U, 301U, 403U, 404U, 500U}) {
    EXPECT_EQ(page("GET", "/a.html", status), "") << status;
  }
  for (const char* method : {"HEAD", "POST", "OPTIONS", "get", ""}) {
    EXPECT_EQ(page(method, "/a.html"), "") << method;
  }
}

TEST(Visit, KnowsTheSitesOwnPath) {
  EXPECT_EQ(page("GET", "/send/", 200, "/send/"), "index.html");
  EXPECT_EQ(page("GET", "/send/about/us.html", 200, "/send/"), "about/us.html");
  EXPECT_EQ(page("GET", "/council/tax.html", 200, "/send/"), "");
  EXPECT_EQ(page("GET", "/", 200, "/send/"), "");
}

TEST(Visit, TellsRobotsFromPeople) {
  for (const char* person :
       {"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        "Gecko) GSA/320.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 9; CUBOT_P30) AppleWebKit/537.36 Chrome/120.0 Mobile",
        "Opera/9.80 (Windows NT 6.1) Presto/2.12.388 Version/12.18"}) {
    EXPECT_FALSE(is_robot(person)) << person;
  }
  for (const char* robot :
       {"", "-", "curl/8.5.0", "python-requests/2.32", "Googlebot/2.1", "sqlmap", "Java/17",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0)",
        "Mozilla/5.0 (compatible; AhrefsSiteAudit Crawler)",
        "Mozilla/5.0 (X11) HeadlessChrome/120.0", "Mozilla/5.0 zgrab/0.x scanner",
        "Mozilla/5.0 (Linux; Android 9; CUBOT) examplebot"}) {
    EXPECT_TRUE(is_robot(robot)) << robot;
  }
}

TEST(Visit, KeepsOnlyTheHostOfAReferrer) {
  const struct {
    std::string_view referrer, expected;
  } rows[] = {
      {"", ""},
      {"-", ""},
      {"https://WWW.Example.org/a/private?name=x#y", "example.org"},
      {"http://example.org:8080", "example.org"},
      {"https://user:secret@example.org/", "example.org"},
      {"https://example.org.", "example.org"},
      {"https://xn--bcher-kva.example/", "xn--bcher-kva.example"},
      {"android-app://com.example/", "other"},
      {"https://192.0.2.7/", "other"},
      {"https://[2001:db8::1]/", "other"},
      {"https://intranet/", "other"},
      {"https://laptop.local/", "other"},
      {"https://a..b/", "other"},
      {"https://exa\\x22mple.org/", "other"},
      {"https://", "other"},
      {"about:blank", "other"},
      {"file:///home/x.html", "other"},
  };
  for (const auto& row : rows) EXPECT_EQ(referrer_host(row.referrer), row.expected) << row.referrer;
}

TEST(Visit, NamesSearchEngines) {
  const struct {
    std::string_view host, expected;
  } rows[] = {
      {"google.co.uk", "Google"},
      {"google.com", "Google"},
      {"docs.google.com", "docs.google.com"},
      {"google.evil.example", "google.evil.example"},
      {"uk.search.yahoo.com", "Yahoo"},
      {"bing.com", "Bing"},
      {"cn.bing.com", "Bing"},
      {"notbing.com", "notbing.com"},
      {"lm.facebook.com", "Facebook"},
      {"t.co", "X (Twitter)"},
      {"microsoft.co", "microsoft.co"},
      {"rotherham.gov.uk", "rotherham.gov.uk"},
  };
  for (const auto& row : rows) EXPECT_EQ(referrer_name(row.host), row.expected) << row.host;
}

TEST(Visit, KnowsHostsAndTheirParts) {
  const std::vector<std::string> hosts = {"example.org", "desk.example"};
  EXPECT_TRUE(is_host_among("example.org", hosts));
  EXPECT_TRUE(is_host_among("help.desk.example", hosts));
  EXPECT_FALSE(is_host_among("notexample.org", hosts));
  EXPECT_FALSE(is_host_among("org", hosts));
  EXPECT_FALSE(is_host_among("", hosts));
}

}  // namespace
}  // namespace signpost
