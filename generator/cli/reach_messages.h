// What `signpost reach` says about logs: what cannot be counted, what was left out, what to know.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/reach.h"
#include "config/calendar.h"
#include "reach/counter.h"
#include "reach/log_merge.h"

namespace signpost {

// A reason to stop: an exit code (cli.h) and one sentence. 0: none.
struct ReachRefusal {
  int code = 0;
  std::string message;
};

// Returns what is wrong with a log. Neither this nor the others show a line: it holds a person's
// address.
ReachRefusal log_refusal(const LogCounts& log);

// Returns why the counts of all logs together would be wrong, such as lines of several websites.
ReachRefusal reach_refusal(const Reach& reach, const std::vector<LogCounts>& logs,
                           bool knows_own_host);

// Returns what was left out, why, and in which formats the logs were read, as lines.
std::string left_out_text(const Reach& reach, const std::vector<LogCounts>& logs);

// Returns the days that were counted: those of the logs, within the days that were asked for.
Period reach_period(const ReachCommand& command, const Reach& reach);

// Returns a sentence for each thing that makes the result less than what was asked for: logs that
// are copies, days without lines, formats that name no browser.
std::vector<std::string> reach_warnings(const ReachCommand& command, const Reach& reach,
                                        const std::vector<LogCounts>& logs);

}  // namespace signpost
