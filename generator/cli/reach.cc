#include "cli/reach.h"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/site_settings.h"
#include "config/config.h"
#include "reach/counter.h"
#include "reach/log_merge.h"
#include "reach/page_titles.h"
#include "reach/reach_tables.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

int refuse(int code, std::string_view message) {
  std::cerr << "signpost: error: " << message << '\n';
  return code;
}

// Returns what is wrong with the arguments, or "".
std::string argument_mistake(const ReachCommand& command) {
  for (const std::string& log : command.logs) {
    std::error_code error;
    const auto is_same = [&](const std::string& other) {
      return other == log || fs::equivalent(other, log, error);
    };
    if (std::count_if(command.logs.begin(), command.logs.end(), is_same) > 1) {
      return fmt::format("\"{}\" is named twice; name each log once", log);
    }
    if (log == "-") continue;
    if (fs::is_directory(log, error)) {
      return fmt::format("\"{}\" is a folder; name the logs in it: {}/access.log", log, log);
    }
    if (!fs::exists(log, error)) {
      return fmt::format("there is no file \"{}\"; name the web server's log, such as access.log",
                         log);
    }
    if (!fs::is_regular_file(log, error)) {
      return fmt::format(
          "\"{}\" is not a file; name the web server's log, or give it on the standard input: -",
          log);
    }
  }
  if (command.from && command.to && *command.from > *command.to) {
    return fmt::format("--from {} is after --to {}", iso_date(*command.from),
                       iso_date(*command.to));
  }
  const bool is_plain = std::all_of(command.name.begin(), command.name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!is_plain) {
    return fmt::format(
        "--name \"{}\" becomes part of file names; use small letters, numbers and hyphens",
        command.name);
  }
  return "";
}

// "https://www.example.org/send/" as its host and path.
struct Base {
  std::string host, path = "/";
};

Base base_of(std::string_view url) {
  Base base;
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return base;
  const std::string_view rest = url.substr(scheme + 3);
  const std::size_t slash = rest.find('/');
  base.host = ascii_lower(rest.substr(0, std::min(rest.find(':'), slash)));
  if (base.host.starts_with("www.")) base.host.erase(0, 4);
  if (slash != rest.npos) base.path = rest.substr(slash);
  return base;
}

// Adds hosts as they are compared: in small letters, without "www.".
void add_hosts(const std::vector<std::string>& typed, std::vector<std::string>& hosts) {
  for (const std::string& host : typed) {
    std::string plain = ascii_lower(trimmed(host));
    if (plain.starts_with("www.")) plain.erase(0, 4);
    if (!plain.empty()) hosts.push_back(plain);
  }
}

ReachOptions reach_options(const ReachCommand& command, const std::optional<Config>& config) {
  ReachOptions options;
  options.from = command.from;
  options.to = command.to;
  if (config) {
    const Base base = base_of(config->base_url);
    options.base_path = base.path;
    add_hosts({base.host}, options.own_hosts);
    add_hosts(config->reach.own_hosts, options.own_hosts);
    add_hosts(config->reach.internal_referrers, options.internal_hosts);
  }
  add_hosts(command.own_hosts, options.own_hosts);
  add_hosts(command.internal_hosts, options.internal_hosts);
  return options;
}

std::string shown_name(const LogCounts& log) {
  return log.name == "-" ? "the standard input" : fmt::format("\"{}\"", log.name);
}

// Returns the exit code of what is wrong with a log, after saying so; 0 where nothing is. A line's
// text is never shown: it holds a person's address.
int log_mistake(const LogCounts& log) {
  if (log.end == LogRead::kUnreadable) {
    return refuse(
        kExitMachineFailure,
        fmt::format("cannot read {}; give yourself permission to read it", shown_name(log)));
  }
  if (log.end == LogRead::kDamaged) {
    return refuse(
        kExitSiteHasErrors,
        fmt::format("{} is damaged after line {}: the compressed data is broken or cut off; "
                    "get the file again",
                    shown_name(log), log.lines));
  }
  if (log.malformed * 2 > log.lines) {
    return refuse(
        kExitSiteHasErrors,
        fmt::format("{} is not a log in the combined format: {} of {} lines cannot be read, "
                    "the first is line {}; set the web server's log format to \"combined\"",
                    shown_name(log), log.malformed, log.lines, log.first_malformed));
  }
  return kExitClean;
}

std::string left_out_text(const Reach& reach, const std::vector<LogCounts>& logs) {
  std::uint64_t lines = 0;
  std::uint64_t malformed = 0;
  for (const LogCounts& log : logs) {
    lines += log.lines;
    malformed += log.malformed;
  }
  std::string text = fmt::format(
      "lines read: {}; page views left out: {} by robots, {} from internal sites, {} more than 30 "
      "minutes out of order; lines that are no page views: {}, outside the days asked for: {}, "
      "malformed: {}",
      lines, reach.robot_views, reach.internal_views, reach.late_views, reach.other_requests,
      reach.outside_lines, malformed);
  for (const LogCounts& log : logs) {
    if (log.first_malformed == 0) continue;
    text += fmt::format(" (the first: line {} of {})", log.first_malformed, shown_name(log));
    break;
  }
  return text + "\n";
}

// Says which counts are hidden, and why.
std::string profile_text(DisclosureProfile profile) {
  return fmt::format("counts of 1 to {} are hidden: the site's disclosure profile is {}\n",
                     disclosure_threshold(profile) - 1,
                     profile == DisclosureProfile::kStrict ? "strict" : "standard");
}

int write_tables(const ReachCommand& command, const std::vector<ReachTable>& tables,
                 const Period& period, const std::string& name) {
  for (const ReachTable& table : tables) {
    Diagnostics diagnostics;
    const fs::path path = command.out_dir / fmt::format("reach-{}-{}.yaml", name, table.id);
    if (!write_file(path, reach_yaml(table, period), diagnostics)) {
      return refuse(kExitMachineFailure, diagnostics.all().front().message);
    }
    std::cout << fmt::format("wrote {}\n", path.generic_string());
  }
  return kExitClean;
}

}  // namespace

int run_reach(const ReachCommand& command) {
  if (const std::string mistake = argument_mistake(command); !mistake.empty()) {
    return refuse(kExitWrongUsage, mistake);
  }
  LogMerge merge(command.logs);
  Diagnostics unread;
  const std::optional<Config> config = site_settings(command.site_dir, unread);
  if (!unread.empty()) return refuse(kExitSiteHasErrors, unread.all().front().message);
  ReachCounter counter(reach_options(command, config));
  while (const LogLine* line = merge.next()) counter.add(*line);
  const std::vector<LogCounts> logs = merge.counts();
  for (const LogCounts& log : logs) {
    if (const int code = log_mistake(log); code != kExitClean) return code;
  }
  const Reach reach = counter.result();
  std::string left_out = left_out_text(reach, logs);
  if (!reach.first) {
    return refuse(kExitSiteHasErrors, "no page view by a person in these logs; " +
                                          left_out.substr(0, left_out.size() - 1));
  }
  const Period period{command.from.value_or(*reach.first), command.to.value_or(*reach.last)};
  ReachTableOptions options;
  if (config) options.profile = config->disclosure;
  options.most_named = command.most_named;
  const fs::path website = command.website.empty() ? command.site_dir / "public" : command.website;
  std::error_code error;
  if (fs::is_regular_file(website / "index.html", error)) {
    options.title_of = [&](std::string_view url) { return page_title(website, url); };
  }
  left_out += profile_text(options.profile);
  const std::vector<ReachTable> tables = reach_tables(reach, options);
  const std::string name =
      command.name.empty() ? iso_date(period.from) + "-to-" + iso_date(period.to) : command.name;
  if (command.format == ReachFormat::kText) {
    std::cout << reach_text(tables, period) << '\n' << left_out;
  } else if (command.out_dir.empty()) {
    for (const ReachTable& table : tables) {
      std::cout << fmt::format("--- # reach-{}-{}.yaml\n", name, table.id)
                << reach_yaml(table, period);
    }
    std::cerr << left_out;
  }
  if (command.out_dir.empty()) return kExitClean;
  return write_tables(command, tables, period, name);
}

}  // namespace signpost
