// `signpost reach`: how many people the site reaches, from its web server's logs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "reach/log_format.h"

namespace signpost {

enum class ReachFormat : std::uint8_t { kText, kYaml };

struct ReachCommand {
  std::vector<std::string> logs;            // paths; "-" is the standard input
  std::filesystem::path site_dir = ".";     // its site-config.yaml, where there is one, is read
  std::filesystem::path website;            // the built site, for titles; "": public in site_dir
  std::filesystem::path out_dir;            // "": nothing is written
  std::string name;                         // part of the files' names; "": the period
  std::optional<Date> from, to;             // only these days
  std::vector<std::string> internal_hosts;  // referring sites of staff, beside the settings' own
  std::vector<std::string> own_hosts;       // the site's own hosts, beside base_url's
  std::optional<LogFormat> log_format;      // the only one that is read; nothing: any
  std::size_t most_named = 10;
  ReachFormat format = ReachFormat::kText;
};

// Prints the result or writes it and returns the exit code: 0, 1 where a file is no log or nothing
// can be counted, 2 where there is no such file, 3 where the machine cannot read or write.
int run_reach(const ReachCommand& command);

}  // namespace signpost
