#include "reach/counter.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "reach/robots.h"
#include "reach/visit.h"
#include "reach/visitor_keys.h"

namespace signpost {
namespace {

constexpr std::size_t kSaltBytes = 32;
constexpr std::size_t kMostPagesOfSession = 256;
constexpr std::chrono::minutes kSweepEvery{5};
constexpr std::size_t kMostAgents = 4096;

// Returns the host that was asked, in small letters without "www." or port.
std::string asked_host(std::string_view host) {
  std::string plain = ascii_lower(host);
  const std::size_t colon = plain.rfind(':');
  if (colon != plain.npos && plain.find(':') == colon) plain.resize(colon);
  if (plain.ends_with('.')) plain.pop_back();
  if (plain.starts_with("www.")) plain.erase(0, 4);
  return plain;
}

void sort_by_count(std::vector<NamedCount>& counts) {
  std::sort(counts.begin(), counts.end(), [](const NamedCount& a, const NamedCount& b) {
    const std::pair more(std::max(a.views, a.sessions), a.sessions);
    const std::pair less(std::max(b.views, b.sessions), b.sessions);
    return more != less ? more > less : a.name < b.name;
  });
}

}  // namespace

std::uint32_t ReachCounter::Names::id_of(const std::string& name) {
  if (name.empty()) return 0;
  const auto found = index.find(name);
  if (found != index.end()) return found->second;
  if (counts.size() > kMostNames) return 0;
  const auto id = static_cast<std::uint32_t>(counts.size());
  index.emplace(name, id);
  counts.push_back({name, 0, 0});
  return id;
}

ReachCounter::ReachCounter(ReachOptions options) : options_(std::move(options)) {
  if (!options_.make_salt) options_.make_salt = [] { return random_bytes(kSaltBytes); };
}

void ReachCounter::add_day(const LogLine& line) {
  if (!counts_.first_line || line.day < *counts_.first_line) counts_.first_line = line.day;
  if (!counts_.last_line || line.day > *counts_.last_line) counts_.last_line = line.day;
}

void ReachCounter::add(const LogLine& line) {
  add_day(line);
  if ((options_.from && line.day < *options_.from) || (options_.to && line.day > *options_.to)) {
    ++counts_.outside_lines;
    return;
  }
  if (counts_.days.empty() || *counts_.days.rbegin() != line.day) counts_.days.insert(line.day);
  if (is_of_other_host(line)) {
    ++counts_.other_host_lines;
    return;
  }
  const Visit visit = visit_of(line, options_.site);
  switch (visit.kind) {
    case VisitKind::kPage:
      return add_page(line, visit.page);
    case VisitKind::kError:
      ++counts_.error_lines;
      return;
    case VisitKind::kRedirect:
      ++counts_.redirect_lines;
      return;
    case VisitKind::kOutside:
      ++counts_.off_site_lines;
      return;
    case VisitKind::kOther:
      ++counts_.other_requests;
  }
}

// Whether the line says that another website was asked; notes the first of those.
bool ReachCounter::is_of_other_host(const LogLine& line) {
  if (line.host.empty() || options_.own_hosts.empty()) return false;
  std::string host = asked_host(line.host);
  const auto& own = options_.own_hosts;
  if (std::find(own.begin(), own.end(), host) != own.end()) return false;
  if (counts_.hosts.empty() && line.status == 200) counts_.hosts.insert(std::move(host));
  return true;
}

void ReachCounter::add_page(const LogLine& line, const std::string& page) {
  if (line.names_agent && is_robot_agent(line.user_agent)) {
    ++counts_.robot_views;
    return;
  }
  if (!line.names_agent) ++counts_.agentless_views;
  if (!line.host.empty() && options_.own_hosts.empty() && counts_.hosts.size() < kMostHosts) {
    counts_.hosts.insert(asked_host(line.host));
  }
  add_view(line, page, referrer_host(line.referrer));
}

// As is_robot, which takes long: a log has few user agents, each many times.
bool ReachCounter::is_robot_agent(std::string_view user_agent) {
  std::string agent(user_agent);
  if (const auto found = robots_.find(agent); found != robots_.end()) return found->second;
  if (robots_.size() >= kMostAgents) robots_.clear();
  const bool is_program = is_robot(user_agent);
  robots_.emplace(std::move(agent), is_program);
  return is_program;
}

std::uint64_t ReachCounter::key_of(const LogLine& line, const Day& day) {
  std::string visitor;
  visitor.reserve(line.address.size() + 1 + line.user_agent.size());
  visitor.append(line.address).push_back('\0');
  visitor.append(line.user_agent);
  return keyed_hash(day.salt, visitor);
}

bool ReachCounter::is_open(const Session& session, std::chrono::sys_seconds time) const {
  return time <= session.last + kSessionGap && time >= session.first - kSessionGap;
}

// Returns the day that the line belongs to, nullptr where that day's secret is gone.
ReachCounter::Day* ReachCounter::day_of(const LogLine& line) {
  for (Day& day : days_) {
    if (day.date == line.day) return &day;
  }
  if (!days_.empty() && line.day < days_.back().date) return nullptr;
  if (days_.size() == 2) days_.erase(days_.begin());
  days_.push_back({line.day, options_.make_salt(), {}});
  return &days_.back();
}

void ReachCounter::forget_old(const LogLine& line) {
  // The day before stays until a session that began in it can no longer go on.
  const bool is_newest_day = !days_.empty() && days_.back().date == line.day;
  if (days_.size() == 2 && is_newest_day && line.second_of_day > kSessionGap) {
    days_.erase(days_.begin());
  }
  if (line.time < swept_ + kSweepEvery) return;
  swept_ = line.time;
  // Twice the gap: a line that is late by one gap may still continue a session.
  std::erase_if(sessions_,
                [&](const auto& entry) { return entry.second.last + 2 * kSessionGap < line.time; });
}

void ReachCounter::add_view(const LogLine& line, const std::string& page, const std::string& host) {
  const bool is_late = newest_ && line.time + kSessionGap < *newest_;
  Day* day = is_late ? nullptr : day_of(line);
  if (day == nullptr) {
    ++counts_.late_views;
    return;
  }
  newest_ = newest_ ? std::max(*newest_, line.time) : line.time;
  const bool is_internal = is_host_among(host, options_.internal_hosts);
  const std::uint64_t key = key_of(line, *day);
  Session& session = session_of(line, *day, key, is_internal, host);
  session.first = std::min(session.first, line.time);
  session.last = std::max(session.last, line.time);
  if (is_internal || session.is_internal) {
    ++counts_.internal_views;
  } else {
    count_view(line, *day, key, session, page);
  }
  forget_old(line);
}

void ReachCounter::count_view(const LogLine& line, Day& day, std::uint64_t key, Session& session,
                              const std::string& page) {
  const std::uint32_t id = pages_.id_of(page);
  // A day counts for itself: over midnight the page is opened again.
  const bool is_open_already = id != 0 && session.open_page == id && session.open_on == line.day;
  session.open_page = id;
  session.open_on = line.day;
  if (is_open_already) {
    ++counts_.repeated_views;
    return;
  }
  PeriodCount& month = counts_.months[line.day.year() / line.day.month()];
  if (day.visitors.insert(key).second) ++month.daily_visitors;
  ++month.page_views;
  if (!counts_.first || line.day < *counts_.first) counts_.first = line.day;
  if (!counts_.last || line.day > *counts_.last) counts_.last = line.day;
  ++pages_.counts[id].views;
  const bool is_new =
      std::find(session.pages.begin(), session.pages.end(), id) == session.pages.end();
  if (is_new && session.pages.size() < kMostPagesOfSession) {
    session.pages.push_back(id);
    ++pages_.counts[id].sessions;
  }
}

// Returns the visitor's open session, also one from before midnight under the other day's key, or
// begins one.
ReachCounter::Session& ReachCounter::session_of(const LogLine& line, const Day& day,
                                                std::uint64_t key, bool is_internal,
                                                const std::string& host) {
  if (const auto own = sessions_.find(key); own != sessions_.end()) {
    if (is_open(own->second, line.time)) return own->second;
  }
  for (const Day& other : days_) {
    if (other.date == day.date) continue;
    const auto found = sessions_.find(key_of(line, other));
    if (found == sessions_.end() || !is_open(found->second, line.time)) continue;
    if (other.date > day.date) return found->second;  // a late line of the day before
    Session session = std::move(found->second);
    sessions_.erase(found);
    return sessions_[key] = std::move(session);
  }
  if (!is_internal) {
    ++counts_.months[line.day.year() / line.day.month()].sessions;
    const bool is_own = is_host_among(host, options_.own_hosts);
    const std::string name = host.empty() || is_own ? std::string(kDirect) : referrer_name(host);
    ++referrers_.counts[referrers_.id_of(name == "other" ? "" : name)].sessions;
  }
  Session& session = sessions_[key];
  session = {line.time, line.time, is_internal, 0, line.day, {}};
  return session;
}

Reach ReachCounter::result() const {
  Reach reach = counts_;
  for (const auto& [month, count] : reach.months) {
    reach.total.sessions += count.sessions;
    reach.total.page_views += count.page_views;
    reach.total.daily_visitors += count.daily_visitors;
  }
  const auto used = [](const Names& names) {
    std::vector<NamedCount> counts;
    std::copy_if(names.counts.begin(), names.counts.end(), std::back_inserter(counts),
                 [](const NamedCount& count) { return count.views + count.sessions > 0; });
    sort_by_count(counts);
    return counts;
  };
  reach.pages = used(pages_);
  reach.referrers = used(referrers_);
  return reach;
}

}  // namespace signpost
