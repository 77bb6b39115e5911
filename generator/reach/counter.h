// Sessions, page views and daily visitors from log lines, without keeping who anyone was.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/date.h"
#include "reach/log_line.h"
#include "reach/visit.h"

namespace signpost {

// A session goes on until nothing has come for this long (service report of 2017/18).
inline constexpr std::chrono::minutes kSessionGap{30};
// Names of pages and of sites that are kept apart; what comes after goes to "others".
inline constexpr std::size_t kMostNames = 20000;
inline constexpr std::size_t kMostHosts = 3;

// The name under which sessions count that came from no other site, or did not say from which.
inline constexpr std::string_view kDirect = "direct";

struct ReachOptions {
  std::optional<Date> from, to;  // only these days, both included
  ReachedSite site;
  // The site itself: none of the referring sites. Where a line names the host that was asked, only
  // these count; if there are none, all do.
  std::vector<std::string> own_hosts;
  std::vector<std::string> internal_hosts;  // staff come from there: left out
  // Returns the secret of a day that visitors' keys are made with. Unset: 32 random bytes.
  std::function<std::string()> make_salt;
};

struct NamedCount {
  std::string name;            // a page's address or a site's name; "": others, or none known
  std::uint64_t views = 0;     // of a page
  std::uint64_t sessions = 0;  // that saw the page, or that came from the site
};

struct PeriodCount {
  std::uint64_t sessions = 0, page_views = 0;
  std::uint64_t daily_visitors = 0;  // of each day, added up
};

struct Reach {
  std::optional<Date> first, last;                        // days with page views of people
  PeriodCount total;                                      // sums of the months
  std::map<std::chrono::year_month, PeriodCount> months;  // by the day on which a session began
  std::vector<NamedCount> pages, referrers;               // by count, then by name
  std::uint64_t robot_views = 0, internal_views = 0;      // page views left out
  std::uint64_t repeated_views = 0;   // of the page that the visitor has open: loaded again
  std::uint64_t late_views = 0;       // more than a session's gap behind the newest line: left out
  std::uint64_t agentless_views = 0;  // counted, but of a format that names no browser
  std::uint64_t error_lines = 0, redirect_lines = 0;
  std::uint64_t off_site_lines = 0;    // not below the site's own path
  std::uint64_t other_host_lines = 0;  // of another website of the server
  std::uint64_t other_requests = 0;    // images, styles, HEAD requests …
  std::uint64_t outside_lines = 0;     // not within `from` and `to`
  // Hosts of page views by people, at most kMostHosts; where the own ones are given, one that is
  // none of them.
  std::set<std::string> hosts;
  std::optional<Date> first_line, last_line;  // days of the logs
  std::set<Date> days;                        // days within `from` and `to` that have lines
};

// Counts line by line. Kept of a visitor is a 64-bit key made with a secret of the day from address
// and user agent, and only in memory: the keys of a day go half an hour after its end, and with
// them the only way to tell that two visits were one person's.
class ReachCounter {
 public:
  explicit ReachCounter(ReachOptions options);

  // Lines come by time; one that is late by up to the gap of a session is still counted right.
  // A page that is loaded again on that day before another one is opened is one view: whoever
  // reloads it, comes by an old address or has a browser that fetches it in advance opened it once.
  void add(const LogLine& line);
  [[nodiscard]] Reach result() const;

 private:
  struct Day {
    Date date;
    std::string salt;
    std::unordered_set<std::uint64_t> visitors;
  };
  struct Session {
    std::chrono::sys_seconds first, last;
    bool is_internal = false;
    std::uint32_t open_page = 0;       // the newest that was opened; 0: none that has a name
    Date open_on;                      // the day of that
    std::vector<std::uint32_t> pages;  // seen in it, each once
  };
  struct Names {
    std::unordered_map<std::string, std::uint32_t> index;
    std::vector<NamedCount> counts{1};  // 0: others

    std::uint32_t id_of(const std::string& name);
  };

  bool is_of_other_host(const LogLine& line);
  void add_day(const LogLine& line);
  bool is_robot_agent(std::string_view user_agent);
  void add_page(const LogLine& line, const std::string& page);
  void add_view(const LogLine& line, const std::string& page, const std::string& host);
  void count_view(const LogLine& line, Day& day, std::uint64_t key, Session& session,
                  const std::string& page);
  Day* day_of(const LogLine& line);
  void forget_old(const LogLine& line);
  Session& session_of(const LogLine& line, const Day& day, std::uint64_t key, bool is_internal,
                      const std::string& host);
  static std::uint64_t key_of(const LogLine& line, const Day& day);
  [[nodiscard]] bool is_open(const Session& session, std::chrono::sys_seconds time) const;

  ReachOptions options_;
  Reach counts_;
  Names pages_, referrers_;
  std::vector<Day> days_;  // at most two: the newest last
  std::unordered_map<std::uint64_t, Session> sessions_;
  std::unordered_map<std::string, bool> robots_;  // user agents that were looked at
  std::optional<std::chrono::sys_seconds> newest_;
  std::chrono::sys_seconds swept_{};
};

}  // namespace signpost
