#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "reach/counter.h"

namespace signpost {
namespace {

constexpr std::string_view kBrowser = "Mozilla/5.0 (A)";

struct View {
  std::string_view stamp;  // "30/Sep/2026:10:00:00 +0100"
  std::string_view address = "192.0.2.1";
  std::string_view target = "/";
  std::string_view referrer = "-";
  std::string_view agent = kBrowser;
};

// The result in one text: "sessions/views/visitors; month s/v/d …; pages …; from …; left out …".
std::string counted(const std::vector<View>& views, ReachOptions options = {}) {
  options.make_salt = [salt = 0]() mutable { return "salt " + std::to_string(salt++); };
  ReachCounter counter(std::move(options));
  for (const View& view : views) {
    const std::string text =
        fmt::format(R"x({} - - [{}] "GET {} HTTP/1.1" 200 1 "{}" "{}")x", view.address, view.stamp,
                    view.target, view.referrer, view.agent);
    const std::optional<LogLine> line = parse_log_line(text);
    EXPECT_TRUE(line.has_value()) << text;
    if (line) counter.add(*line);
  }
  const Reach reach = counter.result();
  std::string out = fmt::format("{}/{}/{};", reach.total.sessions, reach.total.page_views,
                                reach.total.daily_visitors);
  for (const auto& [month, count] : reach.months) {
    out += fmt::format(" {} {}/{}/{}", unsigned{month.month()}, count.sessions, count.page_views,
                       count.daily_visitors);
  }
  out += "; pages";
  for (const NamedCount& page : reach.pages) {
    out += fmt::format(" {}={}:{}", page.name, page.views, page.sessions);
  }
  out += "; from";
  for (const NamedCount& site : reach.referrers)
    out += fmt::format(" {}={}", site.name, site.sessions);
  return out + fmt::format("; out {} {} {} {} {}", reach.robot_views, reach.internal_views,
                           reach.other_requests, reach.late_views, reach.outside_lines);
}

TEST(ReachCounter, CountsEachViewOfAPage) {
  // The report's own example: A, the home page, then A again are two views of A.
  EXPECT_EQ(counted({{"30/Sep/2026:10:00:00 +0100", "192.0.2.1", "/a.html"},
                     {"30/Sep/2026:10:01:00 +0100"},
                     {"30/Sep/2026:10:02:00 +0100", "192.0.2.1", "/a.html"}}),
            "1/3/1; 9 1/3/1; pages a.html=2:1 index.html=1:1; from direct=1; out 0 0 0 0 0");
}

TEST(ReachCounter, EndsASessionAfterThirtyMinutes) {
  EXPECT_EQ(counted({{"30/Sep/2026:10:00:00 +0100"},
                     {"30/Sep/2026:10:30:00 +0100", "192.0.2.1", "/a.html"}}),
            "1/2/1; 9 1/2/1; pages a.html=1:1 index.html=1:1; from direct=1; out 0 0 0 0 0");
  EXPECT_EQ(counted({{"30/Sep/2026:10:00:00 +0100"}, {"30/Sep/2026:10:30:01 +0100"}}),
            "2/2/1; 9 2/2/1; pages index.html=2:2; from direct=2; out 0 0 0 0 0");
}

TEST(ReachCounter, CountsAPageOnceUntilAnotherIsOpened) {
  // Loaded again, asked for without its ending, and by an address in other letters.
  EXPECT_EQ(counted({{"30/Sep/2026:10:00:00 +0100", "192.0.2.1", "/a.html"},
                     {"30/Sep/2026:10:00:01 +0100", "192.0.2.1", "/a.html?again"},
                     {"30/Sep/2026:10:02:00 +0100", "192.0.2.1", "/a"},
                     {"30/Sep/2026:10:02:01 +0100", "192.0.2.2", "/A.html"},
                     {"30/Sep/2026:10:03:00 +0100", "192.0.2.1", "//a.html"}}),
            "2/2/2; 9 2/2/2; pages a.html=2:2; from direct=2; out 0 0 0 0 0");
}

std::string hosts_of(const ReachOptions& options, std::string_view host) {
  ReachCounter counter(options);
  for (const std::string_view asked : {std::string_view("www.Sendiass.example"), host}) {
    LogLine line = *parse_log_line(
        R"x(192.0.2.1 - - [30/Sep/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0 (A)")x");
    line.host = asked;
    counter.add(line);
  }
  const Reach reach = counter.result();
  std::string out = fmt::format("{} {}", reach.total.page_views, reach.other_host_lines);
  for (const std::string& name : reach.hosts) out += " " + name;
  return out;
}

TEST(ReachCounter, CountsOnlyTheSitesOwnHost) {
  ReachOptions options;
  EXPECT_EQ(hosts_of(options, "council.example:443"), "1 0 council.example sendiass.example");
  options.own_hosts = {"sendiass.example"};
  EXPECT_EQ(hosts_of(options, "council.example:443"), "1 1 council.example");
  EXPECT_EQ(hosts_of(options, "SENDIASS.example:443"), "1 0");
  EXPECT_EQ(hosts_of(options, "help.sendiass.example"), "1 1 help.sendiass.example");
}

TEST(ReachCounter, TellsVisitorsByAddressAndBrowser) {
  EXPECT_EQ(counted({{"30/Sep/2026:10:00:00 +0100"},
                     {"30/Sep/2026:10:00:01 +0100", "192.0.2.2"},
                     {"30/Sep/2026:10:00:02 +0100", "192.0.2.1", "/", "-", "Mozilla/5.0 (B)"},
                     {"30/Sep/2026:10:00:03 +0100", "2001:db8::1"}}),
            "4/4/4; 9 4/4/4; pages index.html=4:4; from direct=4; out 0 0 0 0 0");
}

TEST(ReachCounter, CountsAPersonAgainOnAnotherDay) {
  EXPECT_EQ(counted({{"29/Sep/2026:10:00:00 +0100"},
                     {"30/Sep/2026:10:00:00 +0100"},
                     {"01/Oct/2026:10:00:00 +0100"}}),
            "3/3/3; 9 2/2/2 10 1/1/1; pages index.html=3:3; from direct=3; out 0 0 0 0 0");
}

TEST(ReachCounter, KeepsASessionOverMidnightTogether) {
  // One session, of the month in which it began; a visitor of both days. The page of 0:10 is still
  // open at 0:35.
  EXPECT_EQ(counted({{"30/Sep/2026:23:50:00 +0100"},
                     {"01/Oct/2026:00:10:00 +0100"},
                     {"01/Oct/2026:00:35:00 +0100"}}),
            "1/2/2; 9 1/1/1 10 0/1/1; pages index.html=2:1; from direct=1; out 0 0 0 0 0");
}

TEST(ReachCounter, TakesLinesThatAreALittleLate) {
  // Servers write a line when the answer is sent: one from before midnight comes after.
  EXPECT_EQ(counted({{"30/Sep/2026:23:50:00 +0100"},
                     {"01/Oct/2026:00:00:10 +0100"},
                     {"30/Sep/2026:23:59:50 +0100"},
                     {"01/Oct/2026:00:00:20 +0100"}}),
            "1/4/2; 9 1/2/1 10 0/2/1; pages index.html=4:1; from direct=1; out 0 0 0 0 0");
  EXPECT_EQ(counted({{"30/Sep/2026:11:00:00 +0100"},
                     {"30/Sep/2026:10:29:59 +0100"},
                     {"29/Sep/2026:10:29:59 +0100"}}),
            "1/1/1; 9 1/1/1; pages index.html=1:1; from direct=1; out 0 0 0 2 0");
}

TEST(ReachCounter, MeasuresTimeAcrossTheClockChange) {
  // 25 October 2026: 1:50 BST and, 20 minutes later, 1:10 GMT.
  EXPECT_EQ(counted({{"25/Oct/2026:01:50:00 +0100"},
                     {"25/Oct/2026:01:10:00 +0000", "192.0.2.1", "/a.html"}}),
            "1/2/1; 10 1/2/1; pages a.html=1:1 index.html=1:1; from direct=1; out 0 0 0 0 0");
}

TEST(ReachCounter, SaysWhereASessionCameFrom) {
  ReachOptions options;
  options.own_hosts = {"sendiass.example"};
  EXPECT_EQ(
      counted({{"30/Sep/2026:10:00:00 +0100", "192.0.2.1", "/", "https://www.google.com/"},
               {"30/Sep/2026:10:00:01 +0100", "192.0.2.1", "/a.html", "https://bing.com/"},
               {"30/Sep/2026:10:00:02 +0100", "192.0.2.2", "/", "https://sendiass.example/"},
               {"30/Sep/2026:10:00:03 +0100", "192.0.2.3", "/", "http://192.0.2.9/x"},
               {"30/Sep/2026:10:00:04 +0100", "192.0.2.4", "/", "https://google.co.uk/"}},
              options),
      "4/5/4; 9 4/5/4; pages index.html=4:4 a.html=1:1; from Google=2 =1 direct=1; out 0 0 0 0 0");
}

TEST(ReachCounter, LeavesOutRobotsAndStaff) {
  ReachOptions options;
  options.internal_hosts = {"helpdesk.example"};
  EXPECT_EQ(
      counted({{"30/Sep/2026:10:00:00 +0100", "192.0.2.1", "/", "-", "Mozilla/5.0 examplebot"},
               {"30/Sep/2026:10:00:01 +0100", "192.0.2.2", "/", "https://helpdesk.example/1"},
               {"30/Sep/2026:10:00:02 +0100", "192.0.2.2", "/a.html"},
               {"30/Sep/2026:10:00:03 +0100", "192.0.2.3", "/a.html"},
               {"30/Sep/2026:10:00:04 +0100", "192.0.2.3", "/b.html", "https://helpdesk.example/"},
               {"30/Sep/2026:10:00:05 +0100", "192.0.2.3", "/main.css"}},
              options),
      "1/1/1; 9 1/1/1; pages a.html=1:1; from direct=1; out 1 3 1 0 0");
}

TEST(ReachCounter, CountsOnlyTheDaysAskedFor) {
  ReachOptions options;
  options.from = parse_date("2026-09-30");
  options.to = parse_date("2026-09-30");
  EXPECT_EQ(counted({{"29/Sep/2026:23:59:59 +0100"},
                     {"30/Sep/2026:00:00:00 +0100"},
                     {"01/Oct/2026:00:00:00 +0100"}},
                    options),
            "1/1/1; 9 1/1/1; pages index.html=1:1; from direct=1; out 0 0 0 0 2");
}

TEST(ReachCounter, PutsNamesBeyondTheMostTogether) {
  ReachCounter counter({});
  for (std::size_t i = 0; i < kMostNames + 3; ++i) {
    const std::string text = fmt::format(
        R"x(192.0.2.1 - - [30/Sep/2026:10:00:00 +0100] "GET /p{}.html HTTP/1.1" 200 1 "-" "{}")x",
        i, kBrowser);
    counter.add(*parse_log_line(text));
  }
  const Reach reach = counter.result();
  EXPECT_EQ(reach.pages.size(), kMostNames + 1);
  EXPECT_EQ(reach.pages.front().name, "");
  EXPECT_EQ(reach.pages.front().views, 3U);
}

}  // namespace
}  // namespace signpost
