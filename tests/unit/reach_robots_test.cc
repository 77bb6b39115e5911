#include <gtest/gtest.h>

#include "reach/robots.h"

namespace signpost {
namespace {

TEST(Robots, LetsBrowsersOfPeoplePass) {
  for (const char* person :
       {"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.87",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Version/17.5 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        "Gecko) GSA/320.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, "
        "like "
        "Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/469.0;FBDV/iPhone14,5;FBMD/iPhone]",
        "Mozilla/5.0 (Linux; Android 13; SM-S901B Build/TP1A.220624.014; wv) AppleWebKit/537.36 "
        "(KHTML, like Gecko) Version/4.0 Chrome/125.0 Mobile Safari/537.36 Instagram 333.0",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
        "SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 9; CUBOT_P30) AppleWebKit/537.36 Chrome/120.0 Mobile",
        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/126.0.0.0 Safari/537.36",
        "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0)",
        "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko",
        "Mozilla/5.0 (Linux; Android 11; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Silk/126.4 like Chrome/126.0 Safari/537.36",
        "Mozilla/5.0 (iPad; CPU OS 16_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "DuckDuckGo/7 Safari/605.1.15",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/150.0.0.0 Mobile Safari/537.36 (Ecosia android@150.0.0.0)",
        "Lynx/2.8.9rel.1 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/1.1.1d", "w3m/0.5.3+git20230121",
        "Links (2.29; Linux x86_64; GNU C 12.2; text)",
        "ELinks/0.16.1.1 (textmode; Linux; 80x24-2)",
        "Opera/9.80 (Windows NT 6.1) Presto/2.12.388 Version/12.18"}) {
    EXPECT_FALSE(is_robot(person)) << person;
  }
}

TEST(Robots, KnowsProgramsByWhatTheySay) {
  for (const char* robot :
       {"", "-", "curl/8.5.0", "python-requests/2.32", "Go-http-client/1.1", "Googlebot/2.1",
        "sqlmap", "Java/17", "Feedly/1.0", "Mozilla/5.0", "Mozilla/5.0 ", "Mozilla/4.0",
        "Mozilla/5.0 ()", "Mozilla/5.0 (compatible)",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0)", "Mozilla/5.0 (X11) HeadlessChrome/120.0",
        "Mozilla/5.0 (compatible; AhrefsSiteAudit Crawler)", "Mozilla/5.0 zgrab/0.x scanner",
        "Mozilla/5.0 (Linux; Android 9; CUBOT) examplebot",
        "Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/22.1.0",
        "Mozilla/5.0 (X11; Linux x86_64) Cypress/13.6.0 Chrome/114.0 Safari/537.36",
        "Lynx/2.8 (+https://example.org/robot)",
        // An address, and nothing else that tells.
        "Mozilla/5.0 (X11; Linux; about https://example.org/x) Gecko/20100101",
        "Mozilla/5.0 (X11; Linux; www.example.org) Gecko/20100101",
        "Mozilla/5.0 (X11; Linux; web@example.org) Gecko/20100101",
        // Names of the kept list, and no word of ours in them.
        "Mozilla/5.0 (compatible; Yeti/1.1)", "Mozilla/5.0 (X11) Sogou web",
        "Mozilla/5.0 (compatible; Teoma/1)", "Mozilla/5.0 (compatible; ltx71)"}) {
    EXPECT_TRUE(is_robot(robot)) << robot;
  }
}

}  // namespace
}  // namespace signpost
