// The command line: options in, exit code out. Each command is one function of its own.
#pragma once

namespace signpost {

// Exit codes (design, section 4).
inline constexpr int kExitClean = 0;
inline constexpr int kExitSiteHasErrors = 1;
inline constexpr int kExitWrongUsage = 2;
inline constexpr int kExitMachineFailure = 3;

// Runs the command that the arguments name and returns its exit code.
int run_command_line(int argc, const char* const* argv);

}  // namespace signpost
