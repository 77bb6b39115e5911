#include "cli/reach_messages.h"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/cli.h"
#include "reach/log_format.h"

namespace signpost {
namespace {

constexpr std::uint64_t kFewMalformed = 10;
constexpr std::uint64_t kFewLate = 10;

std::string shown_log(const LogCounts& log) {
  return log.name == "-" ? "the standard input" : fmt::format("\"{}\"", log.name);
}

// "3 by robots, 1 loaded again" of those that are not 0, or "none".
std::string listed(const std::vector<std::pair<std::uint64_t, std::string_view>>& counts) {
  std::string text;
  for (const auto& [count, what] : counts) {
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, what);
  }
  return text.empty() ? "none" : text;
}

std::uint64_t sum_of(const std::vector<LogCounts>& logs, std::uint64_t LogCounts::*count) {
  std::uint64_t sum = 0;
  for (const LogCounts& log : logs) sum += log.*count;
  return sum;
}

std::string formats_text(const std::vector<LogCounts>& logs) {
  std::vector<std::string_view> names;
  for (const LogCounts& log : logs) {
    if (!log.format) continue;
    const std::string_view name = log_format_name(*log.format);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

// Returns the first day of the period that has no line, and sets how many there are.
std::optional<Date> first_gap(const Reach& reach, const Period& period, std::size_t& gaps) {
  std::optional<Date> first;
  gaps = 0;
  std::chrono::sys_days expected = std::chrono::sys_days(period.from);
  for (const Date& day : reach.days) {
    const std::chrono::sys_days found(day);
    if (found > expected) {
      if (!first) first = Date(expected);
      gaps += static_cast<std::size_t>((found - expected).count());
    }
    expected = found + std::chrono::days(1);
  }
  return first;
}

}  // namespace

ReachRefusal log_refusal(const LogCounts& log) {
  if (log.end == LogRead::kUnreadable) {
    return {kExitMachineFailure,
            fmt::format("cannot read {}; give yourself permission to read it", shown_log(log))};
  }
  if (log.end == LogRead::kDamaged) {
    return {kExitSiteHasErrors,
            fmt::format("{} is damaged after line {}: the compressed data is broken or cut off; "
                        "get the file again",
                        shown_log(log), log.lines)};
  }
  const bool is_most = log.malformed * 2 > log.lines;
  const bool is_too_much = log.malformed > kFewMalformed && log.malformed * 10 > log.lines;
  if (!is_most && !is_too_much) return {};
  return {kExitSiteHasErrors,
          fmt::format("{} cannot be counted: {} of {} lines cannot be read, and the first of them, "
                      "line {}, looks like {}; {}",
                      shown_log(log), log.malformed, log.lines, log.first_malformed,
                      log.likeness.what, log.likeness.help)};
}

ReachRefusal reach_refusal(const Reach& reach, const std::vector<LogCounts>& logs,
                           bool knows_own_host) {
  if (!knows_own_host && reach.hosts.size() > 1) {
    return {kExitSiteHasErrors,
            fmt::format("these logs are of several websites, such as \"{}\"; name this one: --host "
                        "{}",
                        fmt::join(reach.hosts, "\" and \""), *reach.hosts.begin())};
  }
  const std::uint64_t views = reach.total.page_views + reach.late_views;
  if (reach.late_views > kFewLate && reach.late_views * 100 > views) {
    return {kExitSiteHasErrors,
            fmt::format("{} of {} page views are more than 30 minutes out of order, as where one "
                        "log follows a newer one; name each log, instead of one made of them: "
                        "signpost reach access.log access.log.1",
                        reach.late_views, views)};
  }
  if (reach.first) return {};
  if (reach.days.empty() && reach.first_line) {
    return {kExitSiteHasErrors,
            fmt::format("these logs are of {}, and none of the days asked for is in it; choose "
                        "other days, or name other logs",
                        *reach.first_line == *reach.last_line
                            ? long_date(*reach.first_line)
                            : period_text({*reach.first_line, *reach.last_line}))};
  }
  std::string text = "no page view by a person in these logs; ";
  const std::string left_out = left_out_text(reach, logs);
  text += left_out.substr(0, left_out.find('\n'));
  if (knows_own_host && !reach.hosts.empty()) {
    text += fmt::format("; if this website is \"{0}\", say so: --host {0}", *reach.hosts.begin());
  }
  return {kExitSiteHasErrors, std::move(text)};
}

std::string left_out_text(const Reach& reach, const std::vector<LogCounts>& logs) {
  const std::uint64_t repeated = sum_of(logs, &LogCounts::repeated);
  std::string text = fmt::format(
      "lines read: {}; page views left out: {}; lines that are no page views: {}; malformed: {}",
      sum_of(logs, &LogCounts::lines),
      listed({{reach.robot_views, "by robots"},
              {reach.internal_views, "from internal sites"},
              {reach.repeated_views, "loaded again"},
              {reach.late_views, "more than 30 minutes out of order"}}),
      listed({{reach.error_lines, "errors"},
              {reach.redirect_lines, "redirects"},
              {reach.other_host_lines, "for other hosts"},
              {reach.off_site_lines, "outside the site's address"},
              {reach.other_requests, "for other files, or not to open a page"},
              {reach.outside_lines, "outside the days asked for"},
              {repeated, "in two logs"}}),
      sum_of(logs, &LogCounts::malformed));
  const auto wrong = std::find_if(logs.begin(), logs.end(),
                                  [](const LogCounts& log) { return log.first_malformed != 0; });
  if (wrong != logs.end()) {
    text += fmt::format(" (the first: line {} of {})", wrong->first_malformed, shown_log(*wrong));
  }
  text += '\n';
  if (const std::uint64_t controls = sum_of(logs, &LogCounts::controls); controls > 0) {
    text += fmt::format("malformed by control or hidden characters: {}\n", controls);
  }
  return text + fmt::format("format: {}\n", formats_text(logs));
}

Period reach_period(const ReachCommand& command, const Reach& reach) {
  const Date first = reach.days.empty() ? *reach.first : *reach.days.begin();
  const Date last = reach.days.empty() ? *reach.last : *reach.days.rbegin();
  return {command.from ? std::max(*command.from, first) : first,
          command.to ? std::min(*command.to, last) : last};
}

std::vector<std::string> reach_warnings(const ReachCommand& command, const Reach& reach,
                                        const std::vector<LogCounts>& logs) {
  std::vector<std::string> warnings;
  for (const LogCounts& log : logs) {
    if (log.repeated == 0) continue;
    const std::string other = shown_log(logs[log.repeats]);
    warnings.push_back(
        log.repeated == log.requests
            ? fmt::format("{} is left out: all that it holds stands in {}, too", shown_log(log),
                          other)
            : fmt::format(
                  "{} lines of {} stand in other logs, such as {}, too, and are counted once",
                  log.repeated, shown_log(log), other));
  }
  const Period period = reach_period(command, reach);
  if (command.from && *command.from < period.from) {
    warnings.push_back(
        fmt::format("the logs begin on {}, not on {}: only what they hold is counted",
                    long_date(period.from), long_date(*command.from)));
  }
  if (command.to && *command.to > period.to) {
    warnings.push_back(fmt::format("the logs end on {}, not on {}: only what they hold is counted",
                                   long_date(period.to), long_date(*command.to)));
  }
  std::size_t gaps = 0;
  if (const std::optional<Date> gap = first_gap(reach, period, gaps)) {
    warnings.push_back(fmt::format("no line is of {}{}: add the log that is missing",
                                   long_date(*gap),
                                   gaps > 1 ? fmt::format(" and {} other days", gaps - 1) : ""));
  }
  if (reach.late_views > 0) {
    warnings.push_back(
        fmt::format("{} page views are more than 30 minutes out of order, and are not counted",
                    reach.late_views));
  }
  if (reach.agentless_views > 0) {
    warnings.emplace_back(
        "the format names no browsers, so robots are counted as people; have the web server write "
        "the combined format");
  }
  return warnings;
}

}  // namespace signpost
