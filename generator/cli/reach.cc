#include "cli/reach.h"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/reach_messages.h"
#include "cli/site_settings.h"
#include "config/config.h"
#include "findings/terminal_text.h"
#include "reach/counter.h"
#include "reach/log_merge.h"
#include "reach/page_titles.h"
#include "reach/reach_tables.h"
#include "reach/site_pages.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

int refuse(int code, std::string_view message) {
  std::cerr << "signpost: error: " << shown(message) << '\n';
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
    options.site.base_path = base.path;
    add_hosts({base.host}, options.own_hosts);
    for (const Folder& folder : config->folders) {
      options.site.folders.push_back(ascii_lower(folder.path));
    }
    add_hosts(config->reach.own_hosts, options.own_hosts);
    add_hosts(config->reach.internal_referrers, options.internal_hosts);
  }
  add_hosts(command.own_hosts, options.own_hosts);
  add_hosts(command.internal_hosts, options.internal_hosts);
  return options;
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
    std::cout << fmt::format("wrote {}\n", shown(path.generic_string()));
  }
  return kExitClean;
}

// Prints the tables, or writes them; returns the exit code.
int show(const ReachCommand& command, const std::vector<ReachTable>& tables, const Period& period,
         const std::string& left_out) {
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

}  // namespace

int run_reach(const ReachCommand& command) {
  if (const std::string mistake = argument_mistake(command); !mistake.empty()) {
    return refuse(kExitWrongUsage, mistake);
  }
  LogMerge merge(command.logs, command.log_format);
  Diagnostics unread;
  const std::optional<Config> config = site_settings(command.site_dir, unread);
  if (!unread.empty()) return refuse(kExitSiteHasErrors, unread.all().front().message);
  ReachOptions counted = reach_options(command, config);
  const bool knows_own_host = !counted.own_hosts.empty();
  const fs::path website = command.website.empty() ? command.site_dir / "public" : command.website;
  std::error_code error;
  const bool is_built = fs::is_regular_file(website / "index.html", error);
  if (is_built) counted.site.pages = SitePages(website);
  ReachCounter counter(std::move(counted));
  while (const LogLine* line = merge.next()) counter.add(*line);
  const std::vector<LogCounts> logs = merge.counts();
  for (const LogCounts& log : logs) {
    if (const ReachRefusal refusal = log_refusal(log); refusal.code != 0) {
      return refuse(refusal.code, refusal.message);
    }
  }
  const Reach reach = counter.result();
  if (const ReachRefusal refusal = reach_refusal(reach, logs, knows_own_host); refusal.code != 0) {
    return refuse(refusal.code, refusal.message);
  }
  for (const std::string& warning : reach_warnings(command, reach, logs)) {
    std::cerr << "signpost: warning: " << warning << '\n';
  }
  ReachTableOptions options;
  if (config) options.profile = config->disclosure;
  options.most_named = command.most_named;
  if (is_built) {
    options.title_of = [&](std::string_view url) { return page_title(website, url); };
  }
  const std::string left_out = left_out_text(reach, logs) + profile_text(options.profile);
  return show(command, reach_tables(reach, options), reach_period(command, reach), left_out);
}

}  // namespace signpost
