// The program's entry: hands the arguments to the command line and returns its exit code.
#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/cli.h"

int main(int argc, char** argv) {
  // A file over the allowed size and a reader that went away are reported as failed writes.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return signpost::run_command_line(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "signpost: error: %s\n", error.what());
  } catch (...) {
    std::fputs("signpost: error: an unknown failure\n", stderr);
  }
  return signpost::kExitMachineFailure;
}
