#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "reach/visit.h"
#include "unit/temporary_folder.h"

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
      {"/factsheets/mediation", "factsheets/mediation.html"},
      {"/Factsheets/Mediation.HTML", "factsheets/mediation.html"},
      {"/factsheets%2Fmediation.html", "factsheets/mediation.html"},
      {"/factsheets/index", "factsheets/index.html"},
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

TEST(Visit, SaysWhyALineIsNoPage) {
  const struct {
    std::string_view method, target;
    std::uint32_t status;
    VisitKind kind;
  } rows[] = {
      {"GET", "/send/a.html", 200, VisitKind::kPage},
      {"GET", "/send", 304, VisitKind::kPage},
      {"GET", "/send/a.html", 404, VisitKind::kError},
      {"POST", "/send/a.html", 500, VisitKind::kError},
      {"GET", "/send/a", 301, VisitKind::kRedirect},
      {"GET", "/council/tax.html", 200, VisitKind::kOutside},
      {"GET", "/send/a.html", 206, VisitKind::kOther},
      {"HEAD", "/send/a.html", 200, VisitKind::kOther},
      {"GET", "/send/main.css", 200, VisitKind::kOther},
  };
  const ReachedSite site{"/send/", {}, {}};
  for (const auto& row : rows) {
    LogLine line;
    line.method = row.method;
    line.target = row.target;
    line.status = row.status;
    EXPECT_EQ(visit_of(line, site).kind, row.kind) << row.target << row.status;
  }
}

TEST(Visit, KnowsThePagesOfTheSite) {
  const TemporaryFolder folder;
  folder.write("index.html", "<title>Home</title>");
  folder.write("factsheets/index.html", "<title>Factsheets</title>");
  folder.write("about/Us.html", "<title>Us</title>");
  folder.write("old.html", "<meta http-equiv=\"refresh\" content=\"0; url=about/Us.html\">");
  const ReachedSite site{"/", SitePages(folder.path()), {}};
  const struct {
    std::string_view target, expected;
  } rows[] = {
      {"/", "index.html"},
      {"/factsheets", "factsheets/index.html"},
      {"/factsheets/", "factsheets/index.html"},
      {"/FACTSHEETS//index.html?x", "factsheets/index.html"},
      {"/about/us", "about/Us.html"},
      {"/old.html", "about/Us.html"},
      {"/old", "about/Us.html"},
      {"/gone.html", "gone.html"},  // it may have been there when the log was written
      {"/wp-login", ""},            // another program's
  };
  for (const auto& row : rows) {
    LogLine line;
    line.method = "GET";
    line.target = row.target;
    line.status = 200;
    EXPECT_EQ(visit_of(line, site).page, row.expected) << row.target;
  }
}

TEST(Visit, TakesNoPageOfAnotherProgramForAnOldOne) {
  const TemporaryFolder folder;
  folder.write("index.html", "<title>Home</title>");
  const ReachedSite site{"/", SitePages(folder.path()), {"factsheets", "workshops/2026-27"}};
  const struct {
    std::string_view target, expected;
  } rows[] = {
      {"/gone.html", "gone.html"},
      {"/factsheets/gone.html", "factsheets/gone.html"},
      {"/workshops/2025-26/gone.html", "workshops/2025-26/gone.html"},
      {"/shop/cart.html", ""},
      {"/wp-admin/", ""},
  };
  for (const auto& row : rows) {
    LogLine line;
    line.method = "GET";
    line.target = row.target;
    line.status = 200;
    EXPECT_EQ(visit_of(line, site).page, row.expected) << row.target;
  }
}

TEST(Visit, KnowsFoldersFromTheSettings) {
  LogLine line;
  line.method = "GET";
  line.target = "/Factsheets";
  line.status = 200;
  EXPECT_EQ(visit_of(line, {"/", {}, {"factsheets"}}).page, "factsheets/index.html");
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
